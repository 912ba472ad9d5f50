import { lazy, Suspense, useEffect } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import type { CorpusSource } from '../source/corpusSource.ts';
import { useCorpus } from '../source/useCorpus.ts';
import type { Address } from '../url/address.ts';
import { DeskScreen } from './DeskScreen.tsx';
import { FramedScreen } from './FramedScreen.tsx';
import { isMisplaced } from './framed.ts';
import { DeskFailedScreen, LoadFailedScreen, LoadingScreen, RefusedScreen } from './screens.tsx';
import { applyTheme, onSystemTheme } from './theme.ts';
import { useAddress } from './useAddress.ts';
import { WallWaits } from './WallWaits.tsx';

const KioskScreen = lazy(() => import('./KioskScreen.tsx'));
const EmbedScreen = lazy(() => import('./EmbedScreen.tsx'));
const PaperScreen = lazy(() => import('./PaperScreen.tsx'));

type Props = { address: Address; source: CorpusSource };

/** The whole app: the view from the address bar, unless it stands in a frame where it may not. */
export function App({ framed = false, ...props }: Props & { framed?: boolean }) {
  const { state } = useAddress(props.address);
  const { theme, kiosk } = state.view;
  useEffect(() => {
    applyTheme({ theme, kiosk });
    return onSystemTheme(() => applyTheme({ theme, kiosk }));
  }, [theme, kiosk]);
  return isMisplaced(state.view, framed) ? <FramedScreen state={state} /> : <Views {...props} />;
}

/** The corpus from its source, and the screen that the view names. */
function Views({ address, source }: Props) {
  const { embed, page, kiosk } = useAddress(address).state.view;
  const onWall = kiosk !== null && embed === null;
  const Screen = embed !== null ? EmbedScreen : onWall ? KioskScreen : page === 'paper' ? PaperScreen : DeskScreen;
  const corpus = useCorpus(source);

  // A frame on somebody's page stays empty for that moment: a desk in it would be gone at once.
  const loading = onWall ? <WallWaits /> : embed === null ? <LoadingScreen /> : null;
  if (corpus.isPending) return loading;
  const retry = () => corpus.refetch();
  if (corpus.isError) {
    if (onWall) return <WallWaits onRetry={retry} words={corpus.error.message} />;
    return <LoadFailedScreen error={corpus.error} onRetry={retry} />;
  }
  if (!corpus.data.ok) {
    if (onWall) return <WallWaits onRetry={retry} words="This coverage was refused." />;
    return <RefusedScreen refused={corpus.data} />;
  }
  return (
    <ErrorBoundary
      fallbackRender={({ resetErrorBoundary }) =>
        onWall ? (
          <WallWaits onRetry={resetErrorBoundary} words="The screen could not be drawn." />
        ) : (
          <DeskFailedScreen onReset={resetErrorBoundary} />
        )
      }
    >
      {Screen === DeskScreen ? (
        // Without a boundary around it: what came with the page is taken over in one go, before it listens.
        <DeskScreen address={address} whole={corpus.data.corpus} />
      ) : (
        <Suspense fallback={loading}>
          <Screen address={address} whole={corpus.data.corpus} />
        </Suspense>
      )}
    </ErrorBoundary>
  );
}
