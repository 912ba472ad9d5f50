import { useEffect, useState } from 'react';
import type { Dataset } from '../domain/corpus.ts';
import type { Pin } from '../domain/pin.ts';

const NONE: string[] = [];

/** In what the coverage differs from the one that a pinned link was made on; none until that is worked out. */
export function usePinDifferences(pin: Pin | null, whole: Dataset): string[] {
  const [found, setFound] = useState<{ pin: Pin; differences: string[] } | null>(null);
  useEffect(() => {
    if (pin === null) return;
    let away = false;
    // Most links are not pinned: what compares comes when it is needed.
    Promise.all([import('../exports/digest.ts'), import('../domain/pinDifferences.ts')]).then(
      ([{ corpusDigest }, { pinDifferences }]) => {
        if (!away) setFound({ pin, differences: pinDifferences(pin, whole, corpusDigest(whole)) });
      },
    );
    return () => {
      away = true;
    };
  }, [pin, whole]);
  return found !== null && found.pin === pin ? found.differences : NONE;
}
