import { lazy, Suspense, useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import type { Coverage } from '../coverage/coverage.ts';
import type { CorpusSource } from '../source/corpusSource.ts';
import { useCorpus } from '../source/useCorpus.ts';
import type { Address } from '../url/address.ts';
import css from './app.module.css';
import { Band } from './bandPart.ts';
import { DeskScreen } from './DeskScreen.tsx';
import { coverageOf, keyOf, type Opening } from './opening.ts';
import type { Files, OpenWay } from './openWays.ts';
import { DeskFailedScreen, LoadFailedScreen, LoadingScreen } from './screens.tsx';
import { useAddress } from './useAddress.ts';
import { useOpening } from './useOpening.ts';

/** How long the wall waits before it tries again, in milliseconds. */
const AGAIN = 15_000;

/** The wall before it has anything to show, or when that failed: nobody is there to press a button, so it tries again by itself. */
function WallWaits({ words = 'Loading the coverage', onRetry }: { words?: string; onRetry?: () => void }) {
  useEffect(() => {
    if (!onRetry) return;
    const timer = setTimeout(onRetry, AGAIN);
    return () => clearTimeout(timer);
  }, [onRetry]);
  return (
    <main aria-busy="true" className={css.wallWaits}>
      <p role="status">
        {words}
        {onRetry && ' It is tried again every 15 seconds.'}
      </p>
    </main>
  );
}

/** Takes what is dropped or pasted on the page, once the code for that has come. True while something is held over it. */
function useDrop(takes: boolean, onFiles: (files: Files) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    if (!takes) return;
    let stop = () => {};
    let gone = false;
    import('./drops.ts').then(
      ({ listenForDrops }) => {
        if (!gone) stop = listenForDrops(onFiles, setOver);
      },
      // Without it a file can still be chosen.
      () => {},
    );
    return () => {
      gone = true;
      stop();
    };
  }, [takes, onFiles]);
  return over;
}

const KioskScreen = lazy(() => import('./KioskScreen.tsx'));
const EmbedScreen = lazy(() => import('./EmbedScreen.tsx'));
const PaperScreen = lazy(() => import('./PaperScreen.tsx'));
const RefusedScreen = lazy(() => import('./RefusedScreen.tsx'));
const OtherCoverage = lazy(() => import('./OtherCoverage.tsx'));
const CoverageSwitch = lazy(() => import('./CoverageSwitch.tsx'));
const EmbedRefused = lazy(() => import('./EmbedRefused.tsx'));
const DropHint = lazy(() => import('../features/opening/DropHint.tsx'));

/** The coverage that the address is of, from its source or from what is open, on the screen that the view names. */
export function Views({ address, source, opening }: { address: Address; source: CorpusSource; opening: Opening }) {
  const { view } = useAddress(address).state;
  const { embed, page, kiosk } = view;
  const onWall = kiosk !== null && embed === null;
  const Other = embed !== null ? EmbedScreen : onWall ? KioskScreen : page === 'paper' ? PaperScreen : null;
  const corpus = useCorpus(source);
  const state = useOpening(opening);
  const way = useMemo((): OpenWay => ({ address, opening }), [address, opening]);
  const [choosing, setChoosing] = useState(false);
  const [other, setOther] = useState<Coverage | null>(null);

  const foreign = view.file !== null || view.data !== null;
  const opened = foreign ? coverageOf(state, view) : undefined;
  const asking = foreign && !opened;
  const builtIn = corpus.data?.ok ? corpus.data.coverage : null;
  const wanted = asking ? null : (opened ?? (foreign ? null : builtIn));
  const later = useDeferredValue(wanted);
  // Until a coverage whose answers have to be waited for is there, what was shown stays.
  const coverage = wanted?.waits || later?.waits ? later : wanted;

  const onFiles = useCallback(
    (files: Files) => {
      setOther(null);
      setChoosing(true);
      const failed = {
        name: files[0]?.name ?? '',
        code: 'open/no-code',
        words: 'The part of the app that opens files did not come.',
      };
      import('./openWays.ts')
        .then(({ openFiles }) => openFiles(way, files))
        .then(setOther, () => opening.show({ refusals: [failed], running: null }))
        .then(() => opening.get().refusals.length === 0 && setChoosing(false));
    },
    [way, opening],
  );
  useEffect(() => {
    if (opened) void import('./openWays.ts').then(({ keepShown }) => keepShown(opening, opened, coverage));
  }, [opening, opened, coverage]);
  const onBuiltIn = () => void import('./openWays.ts').then(({ showCoverage }) => showCoverage(way, null));
  const over = useDrop(embed === null && !onWall, onFiles);
  const onCoverage = useCallback(() => setChoosing(true), []);

  // A frame on somebody's page stays empty for that moment: a desk in it would be gone at once.
  const loading = onWall ? <WallWaits /> : embed === null ? <LoadingScreen /> : null;
  const screen = () => {
    if (foreign && embed !== null) return <EmbedRefused address={address} />;
    if (asking) return <OtherCoverage onFiles={onFiles} other={other} way={way} />;
    if (!foreign) {
      if (corpus.isPending) return loading;
      const retry = () => corpus.refetch();
      if (corpus.isError) {
        if (onWall) return <WallWaits onRetry={retry} words={corpus.error.message} />;
        return <LoadFailedScreen error={corpus.error} onRetry={retry} />;
      }
      if (!corpus.data.ok && onWall) return <WallWaits onRetry={retry} words="This coverage was refused." />;
      if (!corpus.data.ok) return <RefusedScreen refused={corpus.data} />;
    }
    if (coverage === null) return loading;
    const key = keyOf(coverage);
    if (Other === null) return <DeskScreen address={address} coverage={coverage} key={key} onCoverage={onCoverage} />;
    return <Other address={address} coverage={coverage} key={key} opening={opening} />;
  };
  // The others stand below a line that says whose they are, or that a machine read them.
  const isOurs = coverage?.head.origin.kind === 'built-in' && coverage.head.made === null;
  return (
    <>
      {coverage !== null && !isOurs && !onWall && embed === null && (
        <Suspense fallback={null}>
          <Band head={coverage.head} onBack={opened ? onBuiltIn : null} />
        </Suspense>
      )}
      <ErrorBoundary
        fallbackRender={({ resetErrorBoundary }) =>
          onWall ? (
            <WallWaits onRetry={resetErrorBoundary} words="The screen could not be drawn." />
          ) : (
            <DeskFailedScreen onReset={resetErrorBoundary} />
          )
        }
        resetKeys={[coverage]}
      >
        {/* Without a boundary around the desk: what came with the page is taken over in one go, before it listens. */}
        {Other === null && coverage?.waits === false ? screen() : <Suspense fallback={loading}>{screen()}</Suspense>}
      </ErrorBoundary>
      {over && (
        <Suspense fallback={null}>
          <DropHint />
        </Suspense>
      )}
      {choosing && !asking && embed === null && !onWall && (
        <Suspense fallback={null}>
          <CoverageSwitch
            builtIn={builtIn}
            onClose={() => setChoosing(false)}
            onFiles={onFiles}
            shown={opened ? keyOf(opened) : ''}
            way={way}
          />
        </Suspense>
      )}
    </>
  );
}
