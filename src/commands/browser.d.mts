/** Flags that keep Chromium quiet, and without a sandbox only as root. */
export const BROWSER_FLAGS: string[];
/** The path of a browser on this machine, or null. */
export function findBrowser(): string | null;
/** The path of a browser, installing Debian's as root where there is none; throws with advice. */
export function ensureBrowser(): string;
