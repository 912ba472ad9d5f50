import { type MouseEvent, useEffect, useRef } from 'react';
import type { Desk } from '../../coverage/desk.ts';
import { type Article, paragraphsOf } from '../../domain/article.ts';
import { itemById } from '../../domain/corpus.ts';
import { FLAG_WORDS } from '../../domain/flagNames.ts';
import { isChecked } from '../../domain/mark.ts';
import { hasSigns } from '../../domain/signs.ts';
import { textParts } from '../../domain/unseen.ts';
import { Icon } from '../../ui/Icon.tsx';
import ui from '../../ui/ui.module.css';
import { Verbatim } from '../../ui/Verbatim.tsx';
import { Words } from '../../ui/Words.tsx';
import type { AnnotatedParagraph, AnnotatedText, MarkedRun } from './annotated.ts';
import { MarginNote } from './MarginNote.tsx';
import css from './reader.module.css';
import type { Segment } from './segments.ts';

type Props = {
  desk: Desk;
  article: Article;
  text: AnnotatedText;
  /** The passage that is shown, where what is shown begins or ends otherwise. */
  shown: string;
  /** Asks for the text around another place. */
  onMove: (at: number) => void;
};

/** The text of an article with its marks, as much of it as is drawn at once; `shown` names the passage to bring into sight. */
export function ArticleText({ desk, article, text, shown, onMove }: Props) {
  const body = useRef<HTMLDivElement>(null);
  const { start, end, paragraphs } = text;
  const all = paragraphsOf(article);
  const [left, right] = [paragraphs[0], paragraphs.at(-1)];
  // biome-ignore lint/correctness/useExhaustiveDependencies: another passage, or another part, is what calls for another scroll
  useEffect(() => {
    const target = body.current?.querySelector('[data-here]') ?? body.current?.querySelector('[data-current]');
    if (!(target instanceof HTMLElement) || !body.current) return;
    body.current.scrollTop = Math.max(0, target.offsetTop - body.current.clientHeight / 3);
  }, [shown]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <div aria-label="Text of the article" className={css.body} ref={body} role="region" tabIndex={0}>
      <Hidden
        characters={left?.before ?? 0}
        onShow={() => onMove(start)}
        paragraphs={(left?.number ?? 1) - 1}
        where="before"
      />
      {paragraphs.map((paragraph) => (
        <ParagraphOfText article={article} desk={desk} key={paragraph.number} paragraph={paragraph} />
      ))}
      <Hidden
        characters={right?.after ?? 0}
        onShow={() => onMove(end)}
        paragraphs={all.length - (right?.number ?? all.length)}
        where="after"
      />
    </div>
  );
}

type HiddenProps = { paragraphs: number; characters: number; where: 'before' | 'after'; onShow: () => void };

/** Says how much of a long article stands before or after the part that is shown, and goes there. */
function Hidden({ paragraphs, characters, where, onShow }: HiddenProps) {
  if (paragraphs + characters === 0) return null;
  const counted = [
    ...(characters > 0 ? [`${characters.toLocaleString('en')} ${characters === 1 ? 'character' : 'characters'}`] : []),
    ...(paragraphs > 0 ? [`${paragraphs.toLocaleString('en')} ${paragraphs === 1 ? 'paragraph' : 'paragraphs'}`] : []),
  ];
  return (
    <p className={ui.rest}>
      {counted.join(' and ')} {where} this part.{' '}
      <button data-focus={`reader:${where}`} data-screen-only="" onClick={onShow} type="button">
        Show the part {where}
      </button>
    </p>
  );
}

function ParagraphOfText({
  paragraph,
  article,
  desk,
}: {
  paragraph: AnnotatedParagraph;
  article: Article;
  desk: Desk;
}) {
  const { number, runs, flags, moreFlags, said } = paragraph;
  const current = runs.some(({ segments }) => segments.some(({ shown }) => shown === 'current'));
  return (
    <div className={css.paragraph} data-current={current ? '' : undefined}>
      <span className={`${css.number} num`}>{number}</span>
      <p>
        {runs.map((run) => (
          <RunOfText article={article} desk={desk} key={run.key} run={run} />
        ))}
      </p>
      {flags.length + said.length > 0 && (
        <ul
          aria-label={said.length > 0 ? `Notes on paragraph ${number}` : `Flaws in paragraph ${number}`}
          className={css.margin}
        >
          {said.map((statement) => (
            <MarginNote desk={desk} key={statement.id} statement={statement} />
          ))}
          {flags.map((flag) => {
            const others = flag.spans.filter(({ article }) => article !== flag.spans[0]?.article);
            return (
              <li id={`flag-${number}-${flag.id}`} key={flag.id}>
                <button
                  data-focus={`flag:${number}:${flag.id}`}
                  onClick={() => desk.onOpen({ mark: flag.id, passage: 1 })}
                  type="button"
                >
                  <b>
                    <Icon name={flag.kind === 'shared-passage' ? 'swap' : 'warning'} size={12} />{' '}
                    {FLAG_WORDS[flag.kind]}
                  </b>
                  <Words>{flag.note}</Words>
                  {others.length > 0 && <span className="vh"> Opens both articles' passages.</span>}
                </button>
              </li>
            );
          })}
          {moreFlags > 0 && <li>{moreFlags.toLocaleString('en')} more flaws are not listed here.</li>}
        </ul>
      )}
    </div>
  );
}

function RunOfText({ run, article, desk }: { run: MarkedRun; article: Article; desk: Desk }) {
  const segments = run.segments.map((segment) => (
    <SegmentText article={article} key={segment.start} segment={segment} />
  ));
  const { statement } = run;
  if (statement === null) return segments;
  const { whole } = desk;
  const mark = hasSigns(whole) ? itemById(whole.statements, statement)?.mark : undefined;
  const opened = { mark: statement, passage: 1 };
  const onClick = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    desk.onOpen(opened);
  };
  return (
    <a
      className={css.said}
      data-open={mark && !isChecked(mark) ? '' : undefined}
      data-focus={`text:${statement}:${run.key}`}
      href={desk.linkTo({ opened })}
      onClick={onClick}
    >
      {segments}
    </a>
  );
}

function SegmentText({ segment, article }: { segment: Segment; article: Article }) {
  const { shown, actor, place, date, flagged, start } = segment;
  const text = <Verbatim parts={textParts(article.text, start, start + segment.text.length)} />;
  const classes = [actor && css.actor, place && css.place, date && css.date, flagged && css.flagged]
    .filter(Boolean)
    .join(' ');
  if (shown !== null) return <mark className={`${shown === 'other' ? css.other : ''} ${classes}`}>{text}</mark>;
  return classes === '' ? text : <span className={classes}>{text}</span>;
}
