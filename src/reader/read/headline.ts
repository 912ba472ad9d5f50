/** Longest headline that is taken from a first line, in characters and in words. */
const LONGEST = 180;
const MOST_WORDS = 30;

/** What may stand above a headline: an address, a date, a name, a mark. */
const NO_HEADLINE = /^(?:https?:\/\/\S+|by\s+\p{Lu}.{0,80}|[-=_*#~]{3,}|\d[\d\s./:-]*)$/iu;

/**
 * The headline that a text begins with: its first line, when that is short, ends without a full stop, and more follows on a line that does not go on with it. Null otherwise. Marks of
 * Markdown before it are left away.
 */
export function firstLineHeadline(text: string): string | null {
  const [, before = '', rest = ''] = /^\s*([^\r\n]{1,400})((?:\r\n?|\n)[\s\S]{0,4000})?/.exec(text) ?? [];
  const line = before.trim();
  const headline = line.replace(/^#{1,6}\s+/, '').replace(/\s+#+$/, '');
  if (!/[\p{L}\p{N}]/u.test(rest) || !/\p{L}/u.test(headline) || NO_HEADLINE.test(line)) return null;
  // A line that the next one goes on is broken at a width.
  if (/^(?:\r\n?|\n)[ \t]*\p{Ll}/u.test(rest)) return null;
  if (headline.length > LONGEST || headline.split(/\s+/).length > MOST_WORDS) return null;
  return /[.:;,…]["”’»)\]]*$/.test(headline) ? null : headline;
}
