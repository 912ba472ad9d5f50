import { useEffect } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import type { CorpusSource } from '../source/corpusSource.ts';
import { useCorpus } from '../source/useCorpus.ts';
import type { Address } from '../url/address.ts';
import { DeskScreen } from './DeskScreen.tsx';
import { DeskFailedScreen, LoadFailedScreen, LoadingScreen, RefusedScreen } from './screens.tsx';
import { applyTheme, onSystemTheme } from './theme.ts';
import { useAddress } from './useAddress.ts';

/** The whole app: the corpus from its source, the view from the address bar. */
export function App({ address, source }: { address: Address; source: CorpusSource }) {
  const { theme } = useAddress(address).state.view;
  const corpus = useCorpus(source);
  useEffect(() => {
    applyTheme(theme);
    return onSystemTheme(() => applyTheme(theme));
  }, [theme]);

  if (corpus.isPending) return <LoadingScreen />;
  if (corpus.isError) return <LoadFailedScreen error={corpus.error} onRetry={() => corpus.refetch()} />;
  if (!corpus.data.ok) return <RefusedScreen refused={corpus.data} />;
  return (
    <ErrorBoundary fallbackRender={({ resetErrorBoundary }) => <DeskFailedScreen onReset={resetErrorBoundary} />}>
      <DeskScreen address={address} whole={corpus.data.corpus} />
    </ErrorBoundary>
  );
}
