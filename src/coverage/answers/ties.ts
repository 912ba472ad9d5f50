import { type Dataset, itemById } from '../../domain/corpus.ts';
import { lookalikesIn } from '../../domain/names.ts';
import { placeById } from '../../domain/placeById.ts';
import type { Slug } from '../../domain/slug.ts';
import type { TieKey, TieKind } from '../../domain/tie.ts';
import { modalityWords, tieNames } from '../../domain/tieNames.ts';
import { type TieRow, tieRows } from '../../domain/tieRows.ts';
import type { Question } from '../coverage.ts';

/** One end of a tie in words, and its actors whose names look like another one's. */
type NamedEnd = { name: string; alike: Slug[] };

/** A tie with what the selection has of it. A mutual one has both of its actors in `from`. */
export type ListedTie = {
  key: TieKey;
  kind: TieKind;
  from: NamedEnd;
  to: NamedEnd | null;
  modalities: string;
  passages: number;
  /** How many of the passages a person stands behind. */
  checked: number;
  /** The words of the first passage, with the badge of their article. */
  first: { badge: { text: string; place: number }; words: string } | null;
};

function listed(row: TieRow, whole: Dataset): ListedTie {
  const { key, kind, from, to, passages, checked } = row;
  const names = tieNames(row, whole);
  const alike = lookalikesIn(whole);
  const end = (name: string, ids: Slug[]): NamedEnd => ({ name, alike: ids.filter((id) => alike.has(id)) });
  const words = passages[0]?.evidence;
  return {
    key,
    kind,
    from: end(names.from, from),
    to: names.to === null ? null : end(names.to, to),
    modalities: modalityWords(row),
    passages: passages.length,
    checked,
    first: words ? { badge: badgeOf(whole, words.article), words: words.exact } : null,
  };
}

const badgeOf = ({ articles }: Dataset, id: Slug) => ({
  text: itemById(articles, id)?.badge ?? id,
  place: Math.max(0, placeById(articles, id)),
});

/** The first ties of the selection, most passages first, and how many it has. */
export const TIES: Question<{ first: number }, { ties: ListedTie[]; inAll: number }> = {
  name: 'ties',
  answer: ({ whole, slice }, { first }) => {
    const rows = tieRows(slice);
    return { ties: rows.slice(0, first).map((row) => listed(row, whole)), inAll: rows.length };
  },
};
