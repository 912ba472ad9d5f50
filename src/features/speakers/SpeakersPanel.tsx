import { Suspense, useMemo, useState } from 'react';
import type { Desk } from '../../domain/desk.ts';
import { toggled } from '../../domain/filters.ts';
import { lookalikesIn } from '../../domain/names.ts';
import { PANELS } from '../../domain/panel.ts';
import { checkedWords, hasSigns } from '../../domain/signs.ts';
import { LookAlike } from '../../ui/LookAlike.tsx';
import { lazyPart } from '../../ui/lazyPart.ts';
import { Panel, PanelEmpty } from '../../ui/Panel.tsx';
import { Rest } from '../../ui/Rest.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Words } from '../../ui/Words.tsx';
import { firstRows, type SpeakerRow, speakerRows, spokenAbout } from './model.ts';
import { Name } from './Name.tsx';
import { Squares } from './Squares.tsx';
import { MOST_SQUARES, SQUARE, totalRoom } from './sizes.ts';
import css from './speakers.module.css';

const SpeakersChart = lazyPart(() => import('./SpeakersChart.tsx'));
const SpeakersTable = lazyPart(() => import('./SpeakersTable.tsx'));

const noop = () => {};

const SHAPES = [
  { value: 'chart', label: 'Chart' },
  { value: 'table', label: 'Table' },
] as const;

/** Rows that stand there at once, and how many more each asking brings. */
const FIRST = 40;
const MORE = 200;

/** Who speaks: statements per speaker by kind, as squares or as numbers. */
export function SpeakersPanel({ desk, className }: { desk: Desk; className?: string | undefined }) {
  const [shape, setShape] = useState<'chart' | 'table'>('chart');
  const { whole, slice } = desk;
  const all = useMemo(() => speakerRows(whole, slice), [whole, slice]);
  const [limit, setLimit] = useState(FIRST);
  const rows = useMemo(() => firstRows(all, limit), [all, limit]);
  const rest = all.length - rows.length;
  return (
    <Panel
      actions={<Segmented label="Speakers as" onChange={setShape} options={SHAPES} value={shape} />}
      className={className}
      resetKey={desk.slice}
      title={PANELS.speakers.title}
    >
      {rows.length === 0 ? (
        <PanelEmpty>Nobody speaks in this coverage.</PanelEmpty>
      ) : (
        <>
          <p aria-hidden="true" className={css.key}>
            <i data-kind="direct" /> direct <i data-kind="mixed" /> mixed <i data-kind="indirect" /> indirect
            {shape === 'chart' &&
              all.some(({ total }) => total > MOST_SQUARES) &&
              `; above ${MOST_SQUARES} in proportion`}
            {shape === 'chart' && hasSigns(whole) && (
              <span>
                <i data-kind="line" /> checked
              </span>
            )}
          </p>
          <ScrollRegion className={css.scroll} label="Speakers">
            {shape === 'table' ? (
              <Suspense>
                <SpeakersTable desk={desk} rows={rows} />
              </Suspense>
            ) : (
              <Chart desk={desk} rows={rows} />
            )}
            <Rest count={rest} onMore={() => setLimit(limit + MORE)} step={MORE} what="speakers" />
            <SpokenAbout desk={desk} />
          </ScrollRegion>
        </>
      )}
    </Panel>
  );
}

function SpokenAbout({ desk }: { desk: Desk }) {
  const { filters, onFilter } = desk;
  const { whole, slice } = desk;
  const all = useMemo(() => spokenAbout(whole, slice), [whole, slice]);
  const [limit, setLimit] = useState(FIRST);
  const actors = firstRows(all, limit);
  if (actors.length === 0) return null;
  return (
    <>
      <h3 className={css.about}>Only spoken about</h3>
      <ul className={css.aboutList}>
        {actors.map(({ id, name, shown }) => (
          <li data-dim={shown ? undefined : ''} key={id}>
            <button
              aria-pressed={filters.actors.includes(id)}
              className={css.name}
              data-focus={`about:${id}`}
              onClick={() => onFilter((now) => toggled(now, 'actors', id))}
              type="button"
            >
              <Words>{name}</Words>
            </button>
            {lookalikesIn(desk.whole).has(id) && <LookAlike id={id} />}
            {!shown && <span className="vh">, not in this selection</span>}
          </li>
        ))}
      </ul>
      <Rest count={all.length - actors.length} onMore={() => setLimit(limit + MORE)} step={MORE} what="actors" />
    </>
  );
}

/** The squares come with the page; the chart, which says a row's numbers beside the pointer, takes their place when a pointer comes near. */
function Chart({ desk, rows }: { desk: Desk; rows: SpeakerRow[] }) {
  const [reached, setReached] = useState(false);
  // Without its code the squares stay as they are.
  const onPointerEnter = () => void SpeakersChart.load().then(() => setReached(true), noop);
  const onOpen = (statement: string) => desk.onOpen({ mark: statement, passage: 1 });
  const room = totalRoom(rows.map(({ total }) => total));
  return (
    <div className={css.chart} onPointerEnter={reached ? undefined : onPointerEnter}>
      <ul>
        {rows.map((row) => (
          <li
            data-dim={row.shown ? undefined : ''}
            data-checked={row.checked === null ? undefined : row.checked === row.total ? 'all' : 'part'}
            data-unresolved={row.actor === null ? '' : undefined}
            key={row.key}
          >
            <Name desk={desk} row={row} />
            <span className="vh">
              {row.checked !== null && `${checkedWords(row.checked, row.total)}, `}
              {row.direct} direct, {row.mixed} mixed, {row.indirect} indirect
              {row.shown ? '' : ', not in this selection'}
            </span>
            <svg aria-hidden="true" height="10" width={row.statements.length * SQUARE + room}>
              {!reached && <Squares onOpen={onOpen} room={room} row={row} x={0} y={0} />}
            </svg>
          </li>
        ))}
      </ul>
      {reached && (
        <Suspense>
          <SpeakersChart onOpen={onOpen} rows={rows} />
        </Suspense>
      )}
    </div>
  );
}
