import { useMemo } from 'react';
import { MOST_ROWS, type SceneTie, type TiesContent } from '../../coverage/answers/sceneContents.ts';
import { checkedWords } from '../../domain/signs.ts';
import type { TieKind } from '../../domain/tie.ts';
import { textWidth } from '../../draw/labels.ts';
import { lineClip } from '../../ui/Stacks.tsx';
import { Words } from '../../ui/Words.tsx';
import { COUNT, NAME, RING, type Ring, ringOf } from './ring.ts';
import css from './ties.module.css';

const TITLES: Record<TieKind, string> = {
  cooperation: 'Who cooperates with whom',
  conflict: 'Who is in conflict with whom',
  talks: 'Who talks with whom',
  mediation: 'Who mediates',
};

/** Ties of one kind, as a picture and as the list of those with most passages. */
export function TiesScene({ content: { tieKind, actors, rows, left } }: { content: TiesContent }) {
  const ring = useMemo(
    () =>
      ringOf(
        actors,
        rows.map((row) => ({ ...row, kind: tieKind })),
      ),
    [actors, rows, tieKind],
  );
  const signed = rows.some(({ checked }) => checked !== null);
  const solid = new Set(rows.filter(isSolid).map(({ key }) => key));
  const marks = new Set(rows.map(({ count }) => count).join(''));
  return (
    <>
      <Picture kind={tieKind} ring={ring} solid={signed ? solid : null} />
      <div className={css.tiesList}>
        <h1>{TITLES[tieKind]}</h1>
        <ul>
          {rows.slice(0, MOST_ROWS).map((row) => (
            <li key={row.key}>
              <span>
                <Words>{row.names.from}</Words>
                {row.names.to !== null && (
                  <>
                    {' '}
                    {tieKind === 'talks' ? '–' : '→'} <Words>{row.names.to}</Words>
                  </>
                )}
              </span>
              <b data-sign={row.checked === null ? undefined : isSolid(row) ? 'solid' : 'hollow'}>
                {row.count}
                {row.checked !== null && <span className="vh">, {checkedWords(row.checked, row.passages)}</span>}
              </b>
            </li>
          ))}
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
const isSolid = ({ checked, passages }: SceneTie) => checked === passages;

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
