import type { SpeakerRow } from '../../coverage/answers/speakers.ts';
import { SQUARE } from './sizes.ts';
import css from './speakers.module.css';

export type SquaresProps = {
  row: SpeakerRow;
  /** Left edge of the first square and top of all, in px of the drawing they stand in. */
  x: number;
  y: number;
  /** Room for the total behind the squares, in px. */
  room: number;
  onOpen: (statement: string) => void;
};

/** How many squares the longest row draws. */
export function mostSquares(rows: SpeakerRow[]): number {
  return Math.max(1, ...rows.map(({ statements }) => statements.length));
}

/** Statements as squares in a row, each a way to its words: filled direct, half mixed, open indirect; a line below it says that it is checked. Behind them how many are shown. */
export function Squares({ row, x, y, room, onOpen }: SquaresProps) {
  const squares = row.statements;
  return (
    <g>
      {squares.map(({ id, kind, shown, checked }, index) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the pointer in a drawing that has a table beside it
        <g
          className={css.square}
          data-dim={shown ? undefined : ''}
          data-kind={kind}
          key={id}
          onClick={() => onOpen(id)}
        >
          <rect height="10" width="10" x={x + index * SQUARE + 1} y={y} />
          {checked && <path className={css.checked} d={`M${x + index * SQUARE + 0.5} ${y + 13}h11`} />}
          {kind === 'mixed' && <path d={`M${x + index * SQUARE + 1} ${y}h10l-10 10z`} />}
        </g>
      ))}
      <text className={css.total} x={x + squares.length * SQUARE + room} y={y + 9}>
        {row.direct + row.mixed + row.indirect}
      </text>
    </g>
  );
}
