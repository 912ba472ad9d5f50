/** How many times the usual size the reader's text has, by the setting of the browser; drawings beside text follow it. */
export function textScale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
}
