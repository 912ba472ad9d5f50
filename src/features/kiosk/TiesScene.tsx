import { useMemo } from 'react';
import { actorName, type Dataset, itemById } from '../../domain/corpus.ts';
import { checkedWords, hasSigns } from '../../domain/signs.ts';
import type { TieKind } from '../../domain/tie.ts';
import { tieNames } from '../../domain/tieNames.ts';
import type { TieRow } from '../../domain/tieRows.ts';
import { textWidth } from '../../draw/labels.ts';
import { lineClip } from '../../ui/Stacks.tsx';
import { Words } from '../../ui/Words.tsx';
import { countText } from '../ties/tieWords.ts';
import { COUNT, NAME, RING, type Ring, ringOf } from './ring.ts';
import { MOST_ROWS } from './scenes.ts';
import css from './ties.module.css';

const TITLES: Record<TieKind, string> = {
  cooperation: 'Who cooperates with whom',
  conflict: 'Who is in conflict with whom',
  talks: 'Who talks with whom',
  mediation: 'Who mediates',
};

/** What a picture needs of its ties: who is in it, and each tie with its count. */
function ringFor(whole: Dataset, rows: TieRow[]): Ring {
  const ids = [...new Set(rows.flatMap(({ from, to }) => [...from, ...to]))];
  return ringOf(
    ids.map((id) => ({ id, name: actorName(whole, id), person: itemById(whole.actors, id)?.kind === 'person' })),
    rows.map((row) => ({ ...row, passages: row.passages.length, count: countText(row, hasSigns(whole)) })),
  );
}

/** Ties of one kind, as a picture and as the list of those with most passages. */
export function TiesScene({
  whole,
  tieKind,
  rows,
  left,
}: {
  whole: Dataset;
  tieKind: TieKind;
  rows: TieRow[];
  left: number;
}) {
  const ring = useMemo(() => ringFor(whole, rows), [whole, rows]);
  const listed = rows.slice(0, MOST_ROWS);
  const signed = hasSigns(whole);
  const solid = new Set(rows.filter(isSolid).map(({ key }) => key));
  const marks = new Set(rows.map((row) => countText(row)).join(''));
  return (
    <>
      <Picture kind={tieKind} ring={ring} solid={signed ? solid : null} />
      <div className={css.tiesList}>
        <h1>{TITLES[tieKind]}</h1>
        <ul>
          {listed.map((row) => {
            const { from, to } = tieNames(row, whole);
            return (
              <li key={row.key}>
                <span>
                  <Words>{from}</Words>
                  {to !== null && (
                    <>
                      {' '}
                      {tieKind === 'talks' ? '–' : '→'} <Words>{to}</Words>
                    </>
                  )}
                </span>
                <b data-sign={signed ? (isSolid(row) ? 'solid' : 'hollow') : undefined}>
                  {countText(row, signed)}
                  {signed && <span className="vh">, {checkedWords(row.checked, row.passages.length)}</span>}
                </b>
              </li>
            );
          })}
        </ul>
        <p className={css.small}>
          Passages{signed && ', filled: checked by a person'}
          {marks.has('?') && ', ? some planned or possible'}
          {marks.has('×') && ', × some denied'}
          {left > 0 && `; ${left} more ${left === 1 ? 'tie' : 'ties'} on the desk`}
        </p>
      </div>
    </>
  );
}

/** Whether a person stands behind all that a tie rests on. */
const isSolid = ({ checked, passages }: TieRow) => checked === passages.length;

/** Half the width and half the height of the pill around a count, in units of the picture. */
const pillOf = (text: string) => ({ x: textWidth(text, COUNT.size, 700) / 2 + 4.5, y: 9 });

function Pill({ x, y, text }: { x: number; y: number; text: string }) {
  const half = pillOf(text);
  return <rect className={css.pill} height={2 * half.y} rx={half.y} width={2 * half.x} x={x - half.x} y={y - half.y} />;
}

/** `solid`: the ties whose counts are filled; null where there are no signs. */
function Picture({ kind, ring, solid }: { kind: TieKind; ring: Ring; solid: ReadonlySet<string> | null }) {
  return (
    <svg aria-hidden="true" className={`${css.ring} k-${kind}`} viewBox={`0 0 ${RING.width} ${RING.height}`}>
      {ring.hubs.map(({ at, between }) => (
        <g key={between}>
          <path className={css.between} d={between} />
          <path className={css.hub} d={`M${at.x} ${at.y - 7}l7 7-7 7-7-7z`} />
        </g>
      ))}
      {ring.ties.map(({ key, path, arrow, stroke, past }) => (
        <g data-past={past ? '' : undefined} key={key}>
          <path
            d={path}
            fill="none"
            stroke="currentColor"
            strokeDasharray={stroke.dashes ?? undefined}
            strokeLinecap={stroke.cap}
            strokeWidth={stroke.width}
          />
          {arrow && <path d={arrow} fill="currentColor" />}
        </g>
      ))}
      {ring.ties.map(
        ({ key, count }) =>
          count && (
            <g data-sign={solid ? (solid.has(key) ? 'solid' : 'hollow') : undefined} key={key}>
              {solid && <Pill {...count} />}
              <text className={css.count} fontSize={COUNT.size} x={count.x} y={count.y + COUNT.size * 0.36}>
                {count.text}
              </text>
            </g>
          ),
      )}
      {ring.nodes.map(({ id, x, y, shape, name }) => (
        <g key={id}>
          {shape === 'disc' ? (
            <circle className={css.person} cx={x} cy={y} r="11" />
          ) : (
            <rect className={css.state} height="20" width="20" x={x - 10} y={y - 10} />
          )}
          <text
            className={css.actor}
            clipPath={lineClip(name.lines.join(' '), name.y, NAME.size, (name.lines.length - 1) * NAME.line)}
            textAnchor={name.anchor}
            y={name.y}
          >
            {name.lines.map((line, index) => (
              <tspan dy={index === 0 ? 0 : NAME.line} key={line} x={name.x}>
                {line}
              </tspan>
            ))}
          </text>
        </g>
      ))}
    </svg>
  );
}
