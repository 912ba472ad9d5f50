import { type Dataset, itemById } from '../../domain/corpus.ts';
import { type Evidence, overlaps } from '../../domain/evidence.ts';
import type { Slug } from '../../domain/slug.ts';
import type { Statement } from '../../domain/statement.ts';
import { type Run, wordingOf } from '../../domain/wording.ts';
import type { Question } from '../coverage.ts';
import { type ArticleBadge, badgeOf } from './badge.ts';

/** A passage as one article words it: `runs` are words that another article does not have, `same` says that all have the same words in the same order. */
type WordedPassage = Evidence & { badge: ArticleBadge; runs: Run[]; same: boolean };

/** How the articles word the passage of a statement, where they differ: its own article first. */
export type Wordings = { statement: Slug; passages: WordedPassage[] };

const plain = ({ exact }: Evidence) => exact.replace(/\s+/g, ' ');

/**
 * How the articles word a passage that a statement lies in and that, by a flag, stands in several of them: its own article first, then
 * those that differ. Empty when all have the same words.
 */
function passagesOf({ content }: Statement, { flags }: Dataset): Evidence[] {
  for (const { kind, spans } of flags) {
    if (kind !== 'shared-passage') continue;
    const own = spans.find((span) => content.every((piece) => overlaps(span, piece)));
    const others = spans.filter((span) => own && span.article !== own.article && plain(span) !== plain(own));
    if (own && others.length > 0) return [own, ...others];
  }
  return [];
}

/** Where a text has words that one of the others lacks, and whether all have the same words in the same order. */
function onlyIn(text: string, others: string[]): { runs: Run[]; same: boolean } {
  const wordings = others.map((other) => wordingOf(text, other));
  const runs: Run[] = [];
  for (const { start, end } of wordings.flatMap(({ onlyA }) => onlyA).sort((a, b) => a.start - b.start)) {
    const before = runs.at(-1);
    if (before && start <= before.end) before.end = Math.max(before.end, end);
    else runs.push({ start, end });
  }
  return { runs, same: wordings.every(({ same }) => same) };
}

function compared(passages: Evidence[], whole: Dataset): WordedPassage[] {
  return passages.map((passage, index) => {
    const against = index === 0 ? passages.slice(1) : passages.slice(0, 1);
    const others = against.map(({ exact }) => exact);
    return { ...passage, badge: badgeOf(whole, passage.article), ...onlyIn(passage.exact, others) };
  });
}

/** How the articles word the passages that these statements lie in; of those that all articles word alike, nothing. */
export const WORDINGS: Question<{ statements: Slug[] }, Wordings[]> = {
  name: 'wordings',
  answer: ({ whole }, { statements }) =>
    statements.flatMap((id) => {
      const statement = itemById(whole.statements, id);
      const passages = statement ? passagesOf(statement, whole) : [];
      return passages.length === 0 ? [] : [{ statement: id, passages: compared(passages, whole) }];
    }),
};
