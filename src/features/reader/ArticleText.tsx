import { type MouseEvent, useEffect, useRef, useState } from 'react';
import type { Article } from '../../domain/article.ts';
import type { Desk } from '../../domain/desk.ts';
import { FLAG_WORDS } from '../../domain/flagNames.ts';
import { textParts } from '../../domain/unseen.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Rest } from '../../ui/Rest.tsx';
import { Verbatim } from '../../ui/Verbatim.tsx';
import { Words } from '../../ui/Words.tsx';
import type { AnnotatedParagraph, Run, Segment } from './model.ts';
import css from './reader.module.css';

/** Paragraphs of a long article that stand there before and after the shown one; more come when asked for. */
const AROUND = 120;

/** The text of an article with its marks; `shown` names the passage to bring into sight. */
export function ArticleText({
  desk,
  article,
  paragraphs,
  shown,
}: {
  desk: Desk;
  article: Article;
  paragraphs: AnnotatedParagraph[];
  shown: string;
}) {
  const body = useRef<HTMLDivElement>(null);
  const [widened, setWidened] = useState({ shown, before: AROUND, after: AROUND });
  const { before, after } = widened.shown === shown ? widened : { before: AROUND, after: AROUND };
  const at = Math.max(
    0,
    paragraphs.findIndex(({ current }) => current),
  );
  const first = paragraphs.length <= 2 * AROUND ? 0 : Math.max(0, at - before);
  const last = paragraphs.length <= 2 * AROUND ? paragraphs.length : Math.min(paragraphs.length, at + after);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another passage is what calls for another scroll
  useEffect(() => {
    const target = body.current?.querySelector('[data-current]');
    if (!(target instanceof HTMLElement) || !body.current) return;
    body.current.scrollTop = Math.max(0, target.offsetTop - body.current.clientHeight / 3);
  }, [shown]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <div aria-label="Text of the article" className={css.body} ref={body} role="region" tabIndex={0}>
      <Rest
        count={first}
        onMore={() => setWidened({ shown, before: before + AROUND, after })}
        step={AROUND}
        what="paragraphs before"
      />
      {paragraphs.slice(first, last).map(({ number, runs, flags, current }) => (
        <div className={css.paragraph} data-current={current ? '' : undefined} key={number}>
          <span className={`${css.number} num`}>{number}</span>
          <p>
            {runs.map((run) => (
              <RunOfText article={article} desk={desk} key={run.key} run={run} />
            ))}
          </p>
          {flags.length > 0 && (
            <ul aria-label={`Flaws in paragraph ${number}`} className={css.margin}>
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
            </ul>
          )}
        </div>
      ))}
      <Rest
        count={paragraphs.length - last}
        onMore={() => setWidened({ shown, before, after: after + AROUND })}
        step={AROUND}
        what="paragraphs after"
      />
    </div>
  );
}

function RunOfText({ run, article, desk }: { run: Run; article: Article; desk: Desk }) {
  const segments = run.segments.map((segment) => (
    <SegmentText article={article} key={segment.start} segment={segment} />
  ));
  const { statement } = run;
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
      data-focus={`text:${statement}:${run.key}`}
      href={desk.linkTo({ opened })}
      onClick={onClick}
    >
      {segments}
    </a>
  );
}

function SegmentText({ segment, article }: { segment: Segment; article: Article }) {
  const { shown, actor, place, date, flags, start } = segment;
  const text = <Verbatim parts={textParts(article.text, start, start + segment.text.length)} />;
  const classes = [actor && css.actor, place && css.place, date && css.date, flags.length > 0 && css.flagged]
    .filter(Boolean)
    .join(' ');
  if (shown !== null) return <mark className={`${shown === 'other' ? css.other : ''} ${classes}`}>{text}</mark>;
  return classes === '' ? text : <span className={classes}>{text}</span>;
}
