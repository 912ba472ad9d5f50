import { lazy, Suspense, useEffect } from 'react';
import type { CorpusSource } from '../source/corpusSource.ts';
import type { Address } from '../url/address.ts';
import { isMisplaced } from './framed.ts';
import type { Opening } from './opening.ts';
import { applyTheme, onSystemTheme } from './theme.ts';
import { useAddress } from './useAddress.ts';
import { Views } from './Views.tsx';

const FramedScreen = lazy(() => import('./FramedScreen.tsx'));

type Props = { address: Address; source: CorpusSource; opening: Opening };

/** The whole app: the view from the address bar, unless it stands in a frame where it may not. */
export function App({ framed = false, ...props }: Props & { framed?: boolean }) {
  const { state } = useAddress(props.address);
  const { theme, kiosk } = state.view;
  useEffect(() => {
    applyTheme({ theme, kiosk });
    return onSystemTheme(() => applyTheme({ theme, kiosk }));
  }, [theme, kiosk]);
  if (!isMisplaced(state.view, framed)) return <Views {...props} />;
  return (
    <Suspense fallback={null}>
      <FramedScreen state={state} />
    </Suspense>
  );
}
