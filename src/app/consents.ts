const KEY = 'dateline-allowed';

/** Most addresses that a browser remembers. */
const MOST = 20;

function kept(): string[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(list) ? list.filter((one) => typeof one === 'string').slice(-MOST) : [];
  } catch {
    return [];
  }
}

/** What could not be stored, for as long as the page lives. */
const unstored = new Set<string>();

/**
 * The addresses that somebody has agreed to at a wall screen of this browser. Only there is it remembered, and only there does it hold:
 * nobody stands there to press a button after the screen was switched on again. It is looked up before every load, so that forgetting it
 * ends them on a screen that runs, too.
 */
export const consents = {
  count: (): number => kept().length,
  has: (address: string): boolean => unstored.has(address) || kept().includes(address),
  add: (address: string): void => {
    try {
      localStorage.setItem(KEY, JSON.stringify([...kept().filter((one) => one !== address), address].slice(-MOST)));
    } catch {
      // After the next start the screen asks again.
      unstored.add(address);
    }
  },
  clear: (): void => {
    unstored.clear();
    try {
      localStorage.removeItem(KEY);
    } catch {
      // Without storage nothing was remembered.
    }
  },
};
