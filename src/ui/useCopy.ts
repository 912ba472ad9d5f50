import { useCallback, useEffect, useState } from 'react';

/** How long the confirmation stays, in milliseconds. */
const SHOWN_FOR = 4000;

/** What was said last, or null; what puts text on the clipboard and says so; what says something else in the same place. */
export type Copying = [said: string | null, copy: (text: string) => void, say: (sentence: string) => void];

/** Puts text on the clipboard and says for a while whether it is there. */
export function useCopy(done = 'Copied, with attribution and link.'): Copying {
  const [said, setSaid] = useState<{ text: string } | null>(null);
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(null), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = useCallback(
    (text: string) => {
      const refused = () =>
        setSaid({ text: 'The browser did not allow copying. Select the words and copy them by hand.' });
      if (!navigator.clipboard) refused();
      else navigator.clipboard.writeText(text).then(() => setSaid({ text: done }), refused);
    },
    [done],
  );
  const say = useCallback((text: string) => setSaid({ text }), []);
  return [said?.text ?? null, copy, say];
}
