import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { MOST_SCENES } from '../coverage/answers/scenesMade.ts';
import type { Coverage } from '../coverage/coverage.ts';
import { dateWords } from '../domain/dateWords.ts';
import { readEdtf } from '../domain/edtf.ts';
import { bandOf } from '../domain/origin.ts';
import { shortList } from '../domain/shortList.ts';
import { OFF_WALL } from '../domain/view.ts';
import { readBaseMap } from '../draw/baseMap.ts';
import { isNight, shiftAt } from '../features/kiosk/clock.ts';
import { KioskFrame } from '../features/kiosk/KioskFrame.tsx';
import { SceneContent, SceneFailed } from '../features/kiosk/SceneContent.tsx';
import { useClock } from '../features/kiosk/useClock.ts';
import { usePause } from '../features/kiosk/usePause.ts';
import { useWakeLock } from '../features/kiosk/useWakeLock.ts';
import { updates } from '../offline/updates.ts';
import type { Refresher } from '../source/refresh.ts';
import { useBaseMap } from '../source/useBaseMap.ts';
import type { Address } from '../url/address.ts';
import { encodeLink } from '../url/link.ts';
import { latestCoverage } from './latestCoverage.ts';
import type { Opening } from './opening.ts';
import { useAddress } from './useAddress.ts';
import { usePlaylist } from './usePlaylist.ts';
import { useScenes } from './useScenes.ts';

/** Seconds between two looks for a newer coverage, where the link does not say. */
const USUAL_CHECK = 300;

type Props = { address: Address; coverage: Coverage; opening: Opening };

/** The wall screen, with the coverage as it was last found good; one that it cannot draw gives way to the one before. */
export default function KioskScreen({ address, coverage: start, opening }: Props) {
  const { check, older, allow } = useAddress(address).state.view;
  const every = check ?? USUAL_CHECK;
  const refresher = useMemo(() => {
    // The file of what has been on screen is kept: the code for that comes when it is needed.
    const onSeen = (seen: Coverage) => void import('./openWork.ts').then(({ keepSeen }) => keepSeen(opening, seen));
    return latestCoverage(start, { every, older, allow, onSeen });
  }, [start, every, older, allow, opening]);
  const { current } = useSyncExternalStore(refresher.subscribe, refresher.get);
  /** What it started with cannot be drawn, either. */
  const [hopeless, setHopeless] = useState(false);
  useEffect(() => {
    refresher.start();
    return refresher.stop;
  }, [refresher]);
  return (
    <ErrorBoundary
      fallbackRender={({ error }) => {
        if (hopeless) throw error;
        return null;
      }}
      onError={() => setHopeless(!refresher.fail())}
      resetKeys={[current]}
    >
      <Wall address={address} every={every} refresher={refresher} />
    </ErrorBoundary>
  );
}

/** The scenes of what the refresher shows, by the wall clock. */
function Wall({ address, refresher, every }: { address: Address; refresher: Refresher; every: number }) {
  const { state, notes } = useAddress(address);
  const { view } = state;
  const [startedAt] = useState(Date.now);
  const { current, checkedAt, problem, unused } = useSyncExternalStore(refresher.subscribe, refresher.get);

  const playlist = usePlaylist(view.play);
  const around = view.kiosk ?? 20;
  const { head, filters, scenes, inAll } = useScenes(current, state.filters, playlist.story, around);
  // Without scenes the clock goes on until there are some.
  const seconds = useMemo(
    () => (scenes.length > 0 ? scenes.map((scene) => scene.seconds) : [around]),
    [scenes, around],
  );

  const map = useBaseMap().data;
  const base = useMemo(() => (map == null ? null : readBaseMap(map)), [map]);

  const stopped = useRef(false);
  const onTurn = useCallback(() => {
    // While somebody stands there, nothing changes under their hands.
    if (stopped.current) return;
    refresher.swap();
    // A newer version of the app waits for a border between scenes, too.
    void updates.take();
  }, [refresher]);
  const onBeat = useCallback((at: number) => {
    document.documentElement.dataset.beat = String(at);
    // For a page on another origin that brings a dead screen back. Any page may listen: the beat says nothing of what is shown.
    if (window.parent !== window) window.parent.postMessage({ type: 'dateline:beat' }, '*');
  }, []);
  const clock = useClock(seconds, onBeat, onTurn);
  const leave = useCallback(
    () => address.change({ ...address.get().state, view: { ...address.get().state.view, ...OFF_WALL } }, 'push'),
    [address],
  );
  const hands = usePause(clock.index, leave);
  useWakeLock();
  useEffect(() => {
    if (window.parent === window) return;
    // A page around this one is told of nothing when this one dies, but sees that its frames are gone: it has one to lose.
    const canary = document.createElement('iframe');
    canary.hidden = true;
    document.body.append(canary);
    return () => canary.remove();
  }, []);
  useEffect(() => {
    document.documentElement.dataset.kiosk = '';
    return () => {
      delete document.documentElement.dataset.kiosk;
    };
  }, []);

  const { pause } = hands;
  stopped.current = pause !== null;
  const moved = pause ? pause.from + pause.moved : clock.index;
  const index = ((moved % scenes.length) + scenes.length) % scenes.length;
  const scene = scenes[index];
  const portrait = usePortrait();
  if (!scene) return null;
  // Before it is drawn, since what ends the page may be the drawing.
  refresher.draws(scene.id);

  const { date } = head.asOf;
  const span = readEdtf(date);
  const { names, unknown } = filters;
  const lost = shortList([...notes.map(({ param }) => param), ...unknown.map(({ value }) => value)]);
  const notice = [
    playlist.problem,
    inAll > scenes.length ? `At most ${MOST_SCENES} scenes of a kind are shown.` : null,
    lost !== '' ? `The link's ${lost} could not be read and is left out.` : null,
  ].filter((one) => one !== null);
  const query = encodeLink({
    filters: scene.filters,
    view: { ...view, ...OFF_WALL, theme: null, story: null, step: null, ...scene.patch },
    rest: [],
  });
  return (
    <KioskFrame
      age={{
        asOf: date,
        articles: `Articles of ${span ? dateWords(span) : date}`,
        checkedAt,
        startedAt,
        every: head.origin.kind === 'file' ? null : every,
        problems: [problem, unused].filter((one) => one !== null),
      }}
      band={bandOf(head)}
      filters={names.length > 0 && !playlist.story ? names.join('; ') : null}
      from={clock.from}
      hands={hands}
      index={index}
      link={new URL(query === '' ? '.' : `?${query}`, document.baseURI).href}
      night={isNight(new Date(clock.now).getHours(), view.night)}
      notice={notice.length > 0 ? notice.join(' ') : null}
      now={clock.now}
      onLeave={leave}
      scenes={scenes}
      shift={shiftAt(clock.now)}
      statements={head.sizes.statements}
      turn={clock.turn}
    >
      <ErrorBoundary
        fallback={
          <>
            <SceneFailed />
            <Drawn failed onDrawn={refresher.drew} scene={scene.id} />
          </>
        }
        resetKeys={[clock.turn, index]}
      >
        <SceneContent map={base} portrait={portrait} scene={scene} />
        <Drawn key={clock.turn} onDrawn={refresher.drew} scene={scene.id} />
      </ErrorBoundary>
    </KioskFrame>
  );
}

/** How long the page has to live on after a scene was drawn, in milliseconds, for the scene to count as shown. */
const MOMENT = 3000;

/** Stands beside a scene, or what is in its place where it failed, and tells when that has been on screen for a moment. */
function Drawn({ scene, failed = false, onDrawn }: { scene: string; failed?: boolean; onDrawn: Refresher['drew'] }) {
  useEffect(() => {
    let painted = false;
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        painted = true;
      });
    });
    const timer = setTimeout(() => onDrawn(scene, painted && !failed), MOMENT);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [scene, failed, onDrawn]);
  return null;
}

const UPRIGHT = '(orientation: portrait)';
const onTurned = (listener: () => void) => {
  const query = window.matchMedia(UPRIGHT);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
};

/** Whether the screen stands upright. */
function usePortrait(): boolean {
  return useSyncExternalStore(onTurned, () => window.matchMedia(UPRIGHT).matches);
}
