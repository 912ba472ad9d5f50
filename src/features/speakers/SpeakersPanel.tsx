import { Suspense, startTransition, useState } from 'react';
import { MOST_SQUARES, SPEAKERS, type SpeakerRow, type SpokenAbout } from '../../coverage/answers/speakers.ts';
import type { Desk } from '../../coverage/desk.ts';
import { toggled } from '../../domain/filters.ts';
import { PANELS } from '../../domain/panel.ts';
import { checkedWords } from '../../domain/signs.ts';
import { LookAlike } from '../../ui/LookAlike.tsx';
import { lazyPart } from '../../ui/lazyPart.ts';
import { Panel, PanelEmpty } from '../../ui/Panel.tsx';
import { Rest } from '../../ui/Rest.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Words } from '../../ui/Words.tsx';
import { Name } from './Name.tsx';
import { Squares } from './Squares.tsx';
import { SQUARE, totalRoom } from './sizes.ts';
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
  const [limits, setLimits] = useState({ speakers: FIRST, about: FIRST });
  const { speakers: rows, speakersInAll, most, about, aboutInAll } = desk.answer(SPEAKERS, limits);
  const more = (of: keyof typeof limits) => startTransition(() => setLimits({ ...limits, [of]: limits[of] + MORE }));
  return (
    <Panel
      actions={<Segmented label="Speakers as" onChange={setShape} options={SHAPES} value={shape} />}
      className={className}
      resetKey={rows}
      title={PANELS.speakers.title}
    >
      {rows.length === 0 ? (
        <PanelEmpty>Nobody speaks in this coverage.</PanelEmpty>
      ) : (
        <>
          <p aria-hidden="true" className={css.key}>
            <i data-kind="direct" /> direct <i data-kind="mixed" /> mixed <i data-kind="indirect" /> indirect
            {shape === 'chart' && most > MOST_SQUARES && `; above ${MOST_SQUARES} in proportion`}
            {shape === 'chart' && desk.head.signed && (
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
            <Rest count={speakersInAll - rows.length} onMore={() => more('speakers')} step={MORE} what="speakers" />
            <OnlySpokenAbout actors={about} desk={desk} />
            <Rest count={aboutInAll - about.length} onMore={() => more('about')} step={MORE} what="actors" />
          </ScrollRegion>
        </>
      )}
    </Panel>
  );
}

function OnlySpokenAbout({ desk, actors }: { desk: Desk; actors: SpokenAbout[] }) {
  const { filters, onFilter } = desk;
  if (actors.length === 0) return null;
  return (
    <>
      <h3 className={css.about}>Only spoken about</h3>
      <ul className={css.aboutList}>
        {actors.map(({ id, name, alike, shown }) => (
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
            {alike && <LookAlike id={id} />}
            {!shown && <span className="vh">, not in this selection</span>}
          </li>
        ))}
      </ul>
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
