import { useLayoutEffect, useRef, useState } from 'react';
import type { TellingRow, TellingsAnswer } from '../../coverage/answers/tellings.ts';
import type { Desk } from '../../coverage/desk.ts';
import { textParts } from '../../domain/unseen.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Rest } from '../../ui/Rest.tsx';
import { BELOW, useMediaQuery } from '../../ui/useMediaQuery.ts';
import { useSize } from '../../ui/useSize.ts';
import { Verbatim } from '../../ui/Verbatim.tsx';
import { type ColumnProps, endKey, type JoinEnds } from './JoinTag.tsx';
import { Paragraph } from './Paragraph.tsx';
import css from './sideBySide.module.css';

/** Where a join leaves the first article's column and enters the second's, in px from the corner of both columns. */
type Line = { key: string; x1: number; y1: number; x2: number; y2: number };

/** Where the lines run between the laid-out paragraphs; [] until there is a layout. */
function measured(root: Element | null, ends: Map<string, HTMLElement>, { a, b, joins }: TellingsAnswer): Line[] {
  if (!root) return [];
  const corner = root.getBoundingClientRect();
  return joins.flatMap(({ key }) => {
    const [from, to] = [ends.get(endKey(a.id, key)), ends.get(endKey(b.id, key))];
    const [left, right] = [from?.closest('li'), to?.closest('li')];
    if (!from || !to || !left || !right) return [];
    const middle = (element: Element) => {
      const { top, height } = element.getBoundingClientRect();
      return Math.round(top + height / 2 - corner.top);
    };
    return {
      key,
      x1: Math.round(left.getBoundingClientRect().right - corner.left),
      y1: middle(from),
      x2: Math.round(right.getBoundingClientRect().left - corner.left),
      y2: middle(to),
    };
  });
}

/** Both texts paragraph by paragraph. Where there is room, they stand side by side and lines join the same words. */
export function SideBySide({ desk, tellings }: { desk: Desk; tellings: TellingsAnswer }) {
  const narrow = useMediaQuery(BELOW.laptop);
  const [root, size] = useSize<HTMLDivElement>({ width: 0, height: 0 });
  const ends: JoinEnds = useRef(new Map());
  const [lines, setLines] = useState<Line[]>([]);
  const [hovered, setHovered] = useState<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const lit = hovered ?? focused;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another size is what calls for another measurement
  useLayoutEffect(
    () => setLines(narrow ? [] : measured(root.current, ends.current, tellings)),
    [root, tellings, narrow, size],
  );
  const column = (telling: TellingRow, other: TellingRow) => (
    <Column
      {...{ desk, telling, other, joins: tellings.joins, narrow, ends, lit }}
      onFocused={setFocused}
      onHovered={setHovered}
    />
  );
  return (
    <div className={css.both} ref={root}>
      {column(tellings.a, tellings.b)}
      {lines.length > 0 && <Lines lines={lines} lit={lit} size={size} />}
      {column(tellings.b, tellings.a)}
    </div>
  );
}

function Lines({ lines, lit, size }: { lines: Line[]; lit: string | null; size: { width: number; height: number } }) {
  return (
    <svg aria-hidden="true" className={css.lines} height={size.height} width={size.width}>
      {lines.map(({ key, x1, y1, x2, y2 }) => {
        const half = (x1 + x2) / 2;
        return (
          <g data-lit={key === lit ? '' : undefined} key={key}>
            <path d={`M${x1} ${y1}C${half} ${y1} ${half} ${y2} ${x2} ${y2}`} />
            <circle cx={x1} cy={y1} r="3.5" />
            <circle cx={x2} cy={y2} r="3.5" />
          </g>
        );
      })}
    </svg>
  );
}

/** Paragraphs of an article that stand there at once, and how many more each asking brings. */
const FIRST = 40;

function Column(props: ColumnProps) {
  const { badge, headline, place, paragraphs } = props.telling;
  const [limit, setLimit] = useState(FIRST);
  const rest = paragraphs.length - limit;
  return (
    <section className={css.column}>
      <h3>
        <Badge place={place} text={badge} />{' '}
        <bdi>
          <Verbatim parts={textParts(headline)} />
        </bdi>
      </h3>
      <ol>
        {paragraphs.slice(0, limit).map((paragraph) => (
          <Paragraph key={paragraph.first} {...props} paragraph={paragraph} />
        ))}
      </ol>
      <Rest count={rest} onMore={() => setLimit(limit + FIRST)} step={FIRST} what={`paragraphs of ${badge}`} />
    </section>
  );
}
