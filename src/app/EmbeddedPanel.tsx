import { startTransition, useState } from 'react';
import { SHOWN } from '../coverage/answers/shown.ts';
import type { Desk } from '../coverage/desk.ts';
import { embedTitle } from '../domain/panel.ts';
import type { Embed } from '../domain/view.ts';
import { TiesPanel } from '../features/ties/TiesPanel.tsx';
import { TimelinePanel } from '../features/timeline/TimelinePanel.tsx';
import { VenuesPanel } from '../features/venues/VenuesPanel.tsx';
import { WallPanel } from '../features/wall/WallPanel.tsx';
import { useBaseMap } from '../source/useBaseMap.ts';
import { PanelBoundary } from '../ui/Panel.tsx';
import ui from '../ui/ui.module.css';
import { BELOW, useMediaQuery } from '../ui/useMediaQuery.ts';
import css from './embed.module.css';

type Props = { desk: Desk; panel: Embed };

/** The one panel of an embed, as high as what is in it; what would be too long for a page of somebody else is shown when asked for. */
export function EmbeddedPanel({ desk, panel }: Props) {
  const Shown = { quotes: Quotes, ties: Ties, map: Places, timeline: Dates }[panel];
  return (
    <PanelBoundary resetKey={desk.ask} title={embedTitle(panel)}>
      <Shown desk={desk} />
    </PanelBoundary>
  );
}

/** The rows of a list that are shown before one asks for more; the style sheet knows it, too. */
const FIRST_ROWS = 8;

type More = { all: boolean; count: string; onAll: (all: boolean) => void };

function ShowAll({ all, count, onAll }: More) {
  return (
    <p className={css.more}>
      <button className={ui.button} onClick={() => startTransition(() => onAll(!all))} type="button">
        {all ? 'Show fewer' : `Show all ${count}`}
      </button>
    </p>
  );
}

function Quotes({ desk }: { desk: Desk }) {
  const [all, setAll] = useState(false);
  const phone = useMediaQuery(BELOW.tablet);
  const laptop = useMediaQuery(BELOW.laptop);
  const limit = phone ? 4 : laptop ? 8 : 12;
  const { statements: length } = desk.answer(SHOWN, null).sizes;
  return (
    <>
      <WallPanel
        className={all ? css.quotes : `${css.quotes} ${css.capped}`}
        desk={desk}
        limit={all ? undefined : limit}
      />
      {length > limit && <ShowAll all={all} count={`${length} statements`} onAll={setAll} />}
    </>
  );
}

function Ties({ desk }: { desk: Desk }) {
  const [all, setAll] = useState(false);
  const phone = useMediaQuery(BELOW.tablet);
  const count = desk.answer(SHOWN, null).sizes.ties;
  const long = (desk.view.ties ?? (phone ? 'list' : 'network')) === 'list' && count > FIRST_ROWS;
  return (
    <>
      <TiesPanel className={long && !all ? `${css.ties} ${css.capped}` : css.ties} desk={desk} />
      {long && <ShowAll all={all} count={`${count} ties`} onAll={setAll} />}
    </>
  );
}

function Places({ desk }: { desk: Desk }) {
  const baseMap = useBaseMap();
  return <VenuesPanel className={css.map} desk={desk} map={baseMap.data} mapFailed={baseMap.isError} />;
}

/** Below 760 px the words on an axis would be broken inside. */
const AXIS_BELOW = '(max-width: 47.4375em)';

function Dates({ desk }: { desk: Desk }) {
  const [all, setAll] = useState(false);
  const list = useMediaQuery(AXIS_BELOW);
  const count = desk.head.sizes.events;
  const long = list && count > FIRST_ROWS;
  return (
    <>
      <TimelinePanel
        className={long && !all ? `${css.dates} ${css.capped}` : css.dates}
        desk={desk}
        listBelow={AXIS_BELOW}
      />
      {long && <ShowAll all={all} count={`${count} events`} onAll={setAll} />}
    </>
  );
}
