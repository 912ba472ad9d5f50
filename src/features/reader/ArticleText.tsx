import { type MouseEvent, useEffect, useRef } from 'react';
import type { ArticleAnswer } from '../../coverage/answers/article.ts';
import type { AnnotatedParagraph, MarkedRun } from '../../coverage/answers/reading/annotated.ts';
import type { Segment } from '../../coverage/answers/reading/segments.ts';
import type { Desk } from '../../coverage/desk.ts';
import { FLAG_WORDS } from '../../domain/flagNames.ts';
import { Icon } from '../../ui/Icon.tsx';
import ui from '../../ui/ui.module.css';
import { Verbatim } from '../../ui/Verbatim.tsx';
import { Words } from '../../ui/Words.tsx';
import { MarginNote } from './MarginNote.tsx';
import css from './reader.module.css';

type Props = {
  desk: Desk;
  article: ArticleAnswer;
  /** The passage that is shown, where what is shown begins or ends otherwise. */
  shown: string;
  /** Asks for the text around another place. */
  onMove: (at: number) => void;
};

/** The text of an article with its marks, as much of it as is drawn at once; `shown` names the passage to bring into sight. */
export function ArticleText({ desk, article, shown, onMove }: Props) {
  const body = useRef<HTMLDivElement>(null);
  const { start, end, paragraphs } = article.text;
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
        <ParagraphOfText desk={desk} key={paragraph.number} paragraph={paragraph} />
      ))}
      <Hidden
        characters={right?.after ?? 0}
        onShow={() => onMove(end)}
        paragraphs={article.paragraphsInAll - (right?.number ?? article.paragraphsInAll)}
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

function ParagraphOfText({ paragraph, desk }: { paragraph: AnnotatedParagraph; desk: Desk }) {
  const { number, runs, flags, moreFlags, said } = paragraph;
  const current = runs.some(({ segments }) => segments.some(({ shown }) => shown === 'current'));
  return (
    <div className={css.paragraph} data-current={current ? '' : undefined}>
      <span className={`${css.number} num`}>{number}</span>
      <p>
        {runs.map((run) => (
          <RunOfText desk={desk} key={run.key} run={run} />
        ))}
      </p>
      {flags.length + said.length > 0 && (
        <ul
          aria-label={said.length > 0 ? `Notes on paragraph ${number}` : `Flaws in paragraph ${number}`}
          className={css.margin}
        >
          {said.map((note) => (
            <MarginNote desk={desk} key={note.id} note={note} />
          ))}
          {flags.map(({ id, kind, note, others }) => (
            <li id={`flag-${number}-${id}`} key={id}>
              <button
                data-focus={`flag:${number}:${id}`}
                onClick={() => desk.onOpen({ mark: id, passage: 1 })}
                type="button"
              >
                <b>
                  <Icon name={kind === 'shared-passage' ? 'swap' : 'warning'} size={12} /> {FLAG_WORDS[kind]}
                </b>
                <Words>{note}</Words>
                {others && <span className="vh"> Opens both articles' passages.</span>}
              </button>
            </li>
          ))}
          {moreFlags > 0 && <li>{moreFlags.toLocaleString('en')} more flaws are not listed here.</li>}
        </ul>
      )}
    </div>
  );
}

function RunOfText({ run, desk }: { run: MarkedRun; desk: Desk }) {
  const segments = run.segments.map((segment) => <SegmentText key={segment.start} segment={segment} />);
  const { statement, open } = run;
  if (statement === null) return segments;
  const opened = { mark: statement, passage: 1 };
  const onClick = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    desk.onOpen(opened);
  };
  return (
    <a
      className={css.said}
      data-open={open ? '' : undefined}
      data-focus={`text:${statement}:${run.key}`}
      href={desk.linkTo({ opened })}
      onClick={onClick}
    >
      {segments}
    </a>
  );
}

function SegmentText({ segment }: { segment: Segment }) {
  const { parts, shown, actor, place, date, flagged } = segment;
  const text = <Verbatim parts={parts} />;
  const classes = [actor && css.actor, place && css.place, date && css.date, flagged && css.flagged]
    .filter(Boolean)
    .join(' ');
  if (shown !== null) return <mark className={`${shown === 'other' ? css.other : ''} ${classes}`}>{text}</mark>;
  return classes === '' ? text : <span className={classes}>{text}</span>;
}
