let scale: number | null = null;

/** How many times the usual size the reader's text has, by the setting of the browser; drawings beside text follow it. */
export function textScale(): number {
  // Asked for once: every time costs the page a look at all its styles.
  scale ??= Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
  return scale;
}
