import { useCallback, useEffect, useState } from 'react';

/** How long the confirmation stays, in milliseconds. */
const SHOWN_FOR = 4000;

/** Puts text on the clipboard; the first value is what to say about it, or null. */
export function useCopy(done = 'Copied, with attribution and link.'): [string | null, (text: string) => void] {
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
  return [said?.text ?? null, copy];
}
