/** Names in a short list that are told before the rest is counted. */
const NAMED = 4;
/** Longest name in a short list, in UTF-16 code units; what is left out of a longer one is `…`. */
const LONGEST = 40;

/** A name of somebody else, cut where it is too long for a line; never inside a letter of two code units. */
export const shortName = (name: string, most = LONGEST): string =>
  name.length <= most ? name : `${name.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;

/** Names of what was not read, for one line: the first few, each once and cut, and how many more there are. '' for none. */
export function shortList(names: readonly string[]): string {
  const each = [...new Set(names)];
  const more = each.length - NAMED;
  const named = each.slice(0, NAMED).map((name) => shortName(name));
  return `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
