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

/**
 * The addresses that somebody has agreed to at a wall screen of this browser. Only there is it remembered: nobody stands there to press
 * a button after the screen was switched on again.
 */
export const consents = {
  count: (): number => kept().length,
  has: (address: string): boolean => kept().includes(address),
  add: (address: string): void => {
    try {
      localStorage.setItem(KEY, JSON.stringify([...kept().filter((one) => one !== address), address].slice(-MOST)));
    } catch {
      // Without storage the screen asks again.
    }
  },
  clear: (): void => {
    try {
      localStorage.removeItem(KEY);
    } catch {
      // Without storage nothing was remembered.
    }
  },
};
