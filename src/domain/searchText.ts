/** Nothing but ASCII, dashes and quotation marks: what has no accent and is no compatibility form of something else. */
const PLAIN = /^[\0-\x7F\u2010\u2012-\u2015\u2018-\u201F]*$/;

/** Lower case without accents, for comparing; the length may differ from the original's. */
export function folded(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The words of a free-text filter, folded; [] when there are none. */
export function searchWords(text: string): string[] {
  return folded(text)
    .split(/\s+/)
    .filter((word) => word !== '');
}
