import { lazy, memo, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { SHOWN } from '../coverage/answers/shown.ts';
import type { Coverage } from '../coverage/coverage.ts';
import { isInferred } from '../domain/corpus.ts';
import type { Filters } from '../domain/filters.ts';
import { PANELS } from '../domain/panel.ts';
import { FilterBar } from '../features/filters/FilterBar.tsx';
import { SearchBox } from '../features/search/SearchBox.tsx';
import { SpeakersPanel } from '../features/speakers/SpeakersPanel.tsx';
import { TiesPanel } from '../features/ties/TiesPanel.tsx';
import { TimelinePanel } from '../features/timeline/TimelinePanel.tsx';
import { VenuesPanel } from '../features/venues/VenuesPanel.tsx';
import { WallPanel } from '../features/wall/WallPanel.tsx';
import { useBaseMap } from '../source/useBaseMap.ts';
import { Icon } from '../ui/Icon.tsx';
import { PanelBoundary } from '../ui/Panel.tsx';
import { isTyping } from '../ui/typing.ts';
import { useCopy } from '../ui/useCopy.ts';
import { BELOW, useMediaQuery } from '../ui/useMediaQuery.ts';
import type { Address } from '../url/address.ts';
import css from './app.module.css';
import { restoreFocus } from './focus.ts';
import { KeyboardHelp } from './KeyboardHelp.tsx';
import { Masthead } from './Masthead.tsx';
import { Printed } from './Printed.tsx';
import type { Section } from './sections.ts';
import { ThemeChoice } from './ThemeChoice.tsx';
import { useDesk } from './useDesk.ts';
import { viewNotes } from './viewNotes.ts';

/** Typing within this time, in milliseconds, is one change. */
const ONE_CHANGE = 1000;

/** The filters before the last change of them, wherever it came from; null when there was none. Undoing is a change that can be undone. */
function useFilterUndo(filters: Filters): Filters | null {
  const last = useRef({ filters, at: 0 });
  const [before, setBefore] = useState<Filters | null>(null);
  useEffect(() => {
    if (last.current.filters === filters) return;
    const now = Date.now();
    const typing = last.current.filters.text !== filters.text && now - last.current.at < ONE_CHANGE;
    if (!typing) setBefore(last.current.filters);
    last.current = { filters, at: now };
  }, [filters]);
  return before;
}

const EmptySlice = lazy(() =>
  import('../features/filters/EmptySlice.tsx').then((module) => ({ default: module.EmptySlice })),
);
const PhoneBar = lazy(() => import('./PhoneBar.tsx').then((module) => ({ default: module.PhoneBar })));
const TellingsView = lazy(() => import('../features/tellings/TellingsView.tsx'));
const LinkNotes = lazy(() => import('./LinkNotes.tsx').then((module) => ({ default: module.LinkNotes })));
const Sharing = lazy(() => import('./Sharing.tsx'));
const PlayedStory = lazy(() => import('./PlayedStory.tsx'));
const Reader = lazy(() => import('../features/reader/Reader.tsx'));

// Drawn again only when the desk changes, not when the map arrives or a message comes and goes.
const Bar = memo(FilterBar);
const Search = memo(SearchBox);
const Ties = memo(TiesPanel);
const Speakers = memo(SpeakersPanel);
const Wall = memo(WallPanel);
const Timeline = memo(TimelinePanel);
const Venues = memo(VenuesPanel);

type Props = {
  address: Address;
  coverage: Coverage;
  /** Shows what other coverages there are, and how to open one. */
  onCoverage: () => void;
};

/** The desk: what the link says, applied to the coverage, in panels that do not know each other. */
export function DeskScreen({ address, coverage, onCoverage }: Props) {
  const [toast, copy] = useCopy();
  const { desk, now, pending, snapshot, unknown } = useDesk(address, coverage, copy);
  const { state, notes, restore } = snapshot;
  const { head, view } = desk;
  const baseMap = useBaseMap();
  const phone = useMediaQuery(BELOW.tablet);
  const [section, setSection] = useState<Section>('quotes');
  const [sharing, setSharing] = useState(false);
  const undo = useFilterUndo(state.filters);

  useEffect(() => {
    // What had the focus may only be there again once the filters are applied.
    if (restore && !pending) restoreFocus(restore.focus);
  }, [restore, pending]);

  const takeBack = useCallback(() => undo !== null && now.onFilter(() => undo), [undo, now]);
  const onUndo = undo === null ? null : takeBack;

  useEffect(() => {
    if (onUndo === null) return;
    const onKey = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, shiftKey, target } = event;
      if (key.toLowerCase() !== 'z' || !(ctrlKey || metaKey) || shiftKey || isTyping(target)) return;
      event.preventDefault();
      onUndo();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onUndo]);

  const { opened } = view;
  const noted = viewNotes(head, view);
  const outdated = view.pin !== null && view.pin.digest !== head.digest;
  return (
    <>
      <Printed desk={desk} />
      <div className={css.screen} data-reading={opened ? '' : undefined}>
        <Masthead>
          <button
            aria-haspopup="dialog"
            className={css.coverage}
            data-focus="coverage"
            onClick={onCoverage}
            type="button"
          >
            <span className="vh">Coverage: </span>
            <b>
              {head.articles.length} {head.articles.length === 1 ? 'article' : 'articles'}
            </b>{' '}
            <span title={head.asOf.basis}>
              as of {head.asOf.date}
              {isInferred(head.asOf) && ', '}
              <span className={css.chevron}>
                {isInferred(head.asOf) && 'inferred'}
                <Icon name="down" size={14} />
              </span>
            </span>
          </button>
          <div className={css.tools}>
            <Search desk={now} />
            <button
              aria-pressed={view.page === 'tellings'}
              className={css.pageButton}
              data-focus="page"
              onClick={() => desk.onView({ page: view.page === 'tellings' ? 'desk' : 'tellings' })}
              type="button"
            >
              <Icon name="swap" /> <span>Two tellings</span>
            </button>
            <button className={css.pageButton} data-focus="share" onClick={() => setSharing(true)} type="button">
              <Icon name="share" /> <span>Share</span>
            </button>
            <ThemeChoice onChange={(theme) => desk.onView({ theme })} theme={view.theme} />
            <KeyboardHelp />
          </div>
        </Masthead>
        <Bar desk={desk} onUndo={onUndo} />
        {(notes.length + noted.length + unknown.length > 0 || outdated) && (
          <Suspense fallback={null}>
            <LinkNotes
              head={head}
              notes={[...notes, ...noted]}
              onDismiss={() => {
                address.dismissNotes();
                if (noted.length > 0 || outdated) desk.onView({ pair: noted.length > 0 ? null : view.pair, pin: null });
              }}
              pin={view.pin}
              unknown={unknown}
            />
          </Suspense>
        )}
        {view.story !== null && (
          <Suspense fallback={null}>
            <PlayedStory address={address} desk={desk} />
          </Suspense>
        )}
        {view.page === 'tellings' ? (
          <main className={css.tellings}>
            <h1 className="vh">{head.title}</h1>
            <PanelBoundary resetKey={coverage} title="The two tellings">
              <Suspense fallback={<div aria-busy="true" className={css.skeleton} />}>
                <TellingsView desk={desk} />
              </Suspense>
            </PanelBoundary>
          </main>
        ) : (
          <main aria-busy={pending || undefined} className={css.grid} data-section={section}>
            <h1 className="vh">{head.title}</h1>
            <PanelBoundary className={css.area1} resetKey={desk.ask} title={PANELS.ties.title}>
              <Ties className={css.area1} desk={desk} />
            </PanelBoundary>
            <PanelBoundary className={css.area2} resetKey={desk.ask} title={PANELS.venues.title}>
              <Venues className={css.area2} desk={desk} map={baseMap.data} mapFailed={baseMap.isError} />
            </PanelBoundary>
            <PanelBoundary className={css.area3} resetKey={desk.ask} title={PANELS.speakers.title}>
              <Speakers className={css.area3} desk={desk} />
            </PanelBoundary>
            <PanelBoundary className={css.area4} resetKey={desk.ask} title={PANELS.wall.title}>
              {desk.answer(SHOWN, null).sizes.statements === 0 && head.sizes.statements > 0 ? (
                <Suspense fallback={null}>
                  <EmptySlice desk={desk} />
                </Suspense>
              ) : (
                <Wall className={css.area4} desk={desk} />
              )}
            </PanelBoundary>
            <PanelBoundary className={css.area5} resetKey={desk.ask} title={PANELS.timeline.title}>
              <Timeline className={css.area5} desk={desk} />
            </PanelBoundary>
          </main>
        )}
        {phone && (
          <Suspense fallback={null}>
            <PhoneBar desk={desk} onSection={setSection} section={section} />
          </Suspense>
        )}
        <p className={css.toast} data-shown={toast === null ? undefined : ''} role="status">
          {toast}
        </p>
        {sharing && (
          <Suspense fallback={null}>
            <Sharing address={address} desk={desk} map={baseMap.data} onClose={() => setSharing(false)} />
          </Suspense>
        )}
        {opened && (
          <PanelBoundary className={css.reader} resetKey={opened} title="Reader">
            <Suspense fallback={<aside aria-busy="true" aria-label="Reader" className={css.reader} />}>
              <Reader
                className={css.reader}
                desk={desk}
                onStep={(next) => {
                  const { state: latest } = address.get();
                  address.change({ ...latest, view: { ...latest.view, opened: next } }, 'replace');
                }}
                opened={opened}
              />
            </Suspense>
          </PanelBoundary>
        )}
      </div>
    </>
  );
}
