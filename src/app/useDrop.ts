import { useEffect, useState } from 'react';
import type { Files } from './openWays.ts';

/** Takes what is dropped or pasted on the page, once the code for that has come. True while something is held over it. */
export function useDrop(takes: boolean, onFiles: (files: Files) => void): boolean {
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
