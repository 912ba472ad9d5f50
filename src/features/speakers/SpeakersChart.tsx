import { Bar, BarChart, XAxis, YAxis } from 'recharts';
import type { StatementKind } from '../../domain/statement.ts';
import { textScale } from '../../ui/textScale.ts';
import { BELOW, useMediaQuery } from '../../ui/useMediaQuery.ts';
import type { SpeakerRow } from './model.ts';
import { MOST_SQUARES, PHONE_ROW, ROW, SQUARE, TOTAL } from './sizes.ts';
import css from './speakers.module.css';

type ShapeProps = { y?: number; height?: number; payload?: SpeakerRow };

/** Statements as squares in a row, each a way to its words: filled direct, half mixed, open indirect. */
function Squares({
  row,
  x,
  y,
  onOpen,
}: {
  row: SpeakerRow;
  x: number;
  y: number;
  onOpen: (statement: string) => void;
}) {
  return (
    <g>
      {row.statements.slice(0, MOST_SQUARES).map(({ id, kind, shown }, index) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the pointer in a drawing that has a table beside it
        <g
          className={css.square}
          data-dim={shown ? undefined : ''}
          data-kind={kind}
          key={id}
          onClick={() => onOpen(id)}
        >
          <rect height="10" width="10" x={x + index * SQUARE + 1} y={y} />
          {kind === 'mixed' && <path d={`M${x + index * SQUARE + 1} ${y}h10l-10 10z`} />}
        </g>
      ))}
    </g>
  );
}

/** The squares of all speakers, one row each, drawn with recharts. */
export default function SpeakersChart({ rows, onOpen }: { rows: SpeakerRow[]; onOpen: (statement: string) => void }) {
  const tall = (useMediaQuery(BELOW.tablet) ? PHONE_ROW : ROW) * textScale();
  const most = Math.min(MOST_SQUARES, Math.max(1, ...rows.map(({ statements }) => statements.length)));
  const width = most * SQUARE + TOTAL;
  const data = rows.map((row) => ({ ...row, total: row.statements.length }));
  const total = (row: SpeakerRow) =>
    (['direct', 'mixed', 'indirect'] satisfies StatementKind[]).reduce((sum, kind) => sum + row[kind], 0);
  return (
    <div aria-hidden="true" className={css.bars}>
      <BarChart
        accessibilityLayer={false}
        barCategoryGap={0}
        data={data}
        height={rows.length * tall}
        layout="vertical"
        margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
        width={width}
      >
        <XAxis domain={[0, most]} hide type="number" />
        <YAxis dataKey="key" hide type="category" />
        <Bar
          dataKey="total"
          isAnimationActive={false}
          shape={({ y = 0, height = tall, payload }: ShapeProps) =>
            payload ? (
              <g>
                <Squares
                  onOpen={onOpen}
                  row={payload}
                  x={(most - Math.min(most, payload.statements.length)) * SQUARE}
                  y={y + height / 2 - 5}
                />
                <text className={css.total} x={width} y={y + height / 2 + 4}>
                  {total(payload)}
                </text>
              </g>
            ) : (
              <g />
            )
          }
        />
      </BarChart>
    </div>
  );
}
