import { Bar, BarChart, Tooltip, type TooltipContentProps, XAxis, YAxis } from 'recharts';
import type { SpeakerRow } from '../../coverage/answers/speakers.ts';
import { textScale } from '../../ui/textScale.ts';
import { BELOW, useMediaQuery } from '../../ui/useMediaQuery.ts';
import { Words } from '../../ui/Words.tsx';
import { mostSquares, Squares } from './Squares.tsx';
import { PHONE_ROW, ROW, SQUARE, totalRoom } from './sizes.ts';
import css from './speakers.module.css';

type ShapeProps = { y?: number; height?: number; payload?: SpeakerRow };

/** What a row holds, in words: said beside the pointer. */
function RowTip({ active, payload }: Partial<TooltipContentProps>) {
  const row: SpeakerRow | undefined = payload?.[0]?.payload;
  if (!active || !row) return null;
  return (
    <p className={css.tip}>
      <b>
        <Words>{row.name}</Words>
      </b>
      {row.direct} direct, {row.mixed} mixed, {row.indirect} indirect
    </p>
  );
}

/** The squares of all speakers, one row each, drawn with recharts. */
export default function SpeakersChart({ rows, onOpen }: { rows: SpeakerRow[]; onOpen: (statement: string) => void }) {
  const tall = (useMediaQuery(BELOW.tablet) ? PHONE_ROW : ROW) * textScale();
  const most = mostSquares(rows);
  const room = totalRoom(rows.map(({ total }) => total));
  const data = rows.map((row) => ({ ...row, squares: row.statements.length }));
  return (
    <div aria-hidden="true" className={css.bars}>
      <BarChart
        accessibilityLayer={false}
        barCategoryGap={0}
        data={data}
        height={rows.length * tall}
        layout="vertical"
        margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
        width={most * SQUARE + room}
      >
        <XAxis domain={[0, most]} hide type="number" />
        <YAxis dataKey="key" hide type="category" />
        <Tooltip
          allowEscapeViewBox={{ x: true, y: false }}
          content={(tip) => <RowTip active={tip.active} payload={tip.payload} />}
          cursor={false}
          reverseDirection={{ x: true }}
          isAnimationActive={false}
        />
        <Bar
          dataKey="squares"
          isAnimationActive={false}
          shape={({ y = 0, height = tall, payload }: ShapeProps) =>
            payload ? (
              <Squares
                onOpen={onOpen}
                room={room}
                row={payload}
                x={(most - payload.statements.length) * SQUARE}
                y={y + height / 2 - 5}
              />
            ) : (
              <g />
            )
          }
        />
      </BarChart>
    </div>
  );
}
