import type { Slug } from '../../../domain/slug.ts';
import type { Statement } from '../../../domain/statement.ts';
import { claimKey, isUnchecked } from './claims.ts';

const wordsIn = ({ content }: Statement) =>
  content
    .map(({ exact }) => exact)
    .join(' ')
    .replace(/\s+/g, ' ');

/**
 * Joins groups of the same words over several articles: a decision has that of the statement whose place it takes. Whoever fits into no group,
 * because its words differ or its article has one already, is in none.
 *
 * @param read all that the reader found, also what decisions took the place of
 */
export function withTwins(statements: readonly Statement[], read: readonly Statement[]): Statement[] {
  const groups = new Map<string, Slug>();
  for (const one of read) if (one.same !== null) groups.set(claimKey('statements', one), one.same);
  const joined = new Map<Slug, Slug>();
  for (const one of statements) {
    const group = groups.get(claimKey('statements', one));
    if (!isUnchecked(one) && group !== undefined && one.same !== null) joined.set(group, one.same);
  }
  const grouped = statements.map((one) => {
    const group = one.same ?? groups.get(claimKey('statements', one)) ?? null;
    return { ...one, same: group === null ? null : (joined.get(group) ?? group) };
  });
  const words = new Map<Slug, string>();
  const places = new Set<string>();
  const groupOf = (one: Statement): Slug | null => {
    if (one.same === null) return null;
    const place = `${one.same} ${one.content[0]?.article}`;
    if ((words.get(one.same) ?? wordsIn(one)) !== wordsIn(one) || places.has(place)) return null;
    words.set(one.same, wordsIn(one));
    places.add(place);
    return one.same;
  };
  // Decisions are asked first.
  const verdicts = new Map<Slug, Slug | null>();
  for (const one of [...grouped.filter((one) => !isUnchecked(one)), ...grouped.filter(isUnchecked)])
    verdicts.set(one.id, groupOf(one));
  return grouped.map((one) => ({ ...one, same: verdicts.get(one.id) ?? null }));
}
