import { actorName, type Dataset, itemById } from '../../domain/corpus.ts';
import type { Filters } from '../../domain/filters.ts';
import { addTo } from '../../domain/lists.ts';
import type { Slug } from '../../domain/slug.ts';
import type { WallOrder } from '../../domain/view.ts';
import type { CardHead, Weight } from './cardHeads.ts';

/** Cards, or what will be cards, that stand together; `unsettled` ones stand apart, since nobody's name may be on them. */
export type Group<T> = { key: string; title: string | null; cards: T[]; unsettled?: boolean };
type HeadGroup = Group<CardHead>;

const WEIGHTS: Weight[] = ['xl', 'l', 'm', 'fragment', 'reported'];
/** More than a quotation has words. */
const MANY = 1e6;

/** Heavy ones first, those with more words in quotation marks before others; equals keep their order. */
function sortedByWeight(cards: CardHead[]): CardHead[] {
  const piles = new Map<number, CardHead[]>();
  for (const card of cards) {
    const rank = WEIGHTS.indexOf(card.weight) * MANY - card.words;
    addTo(piles, rank, card);
  }
  return [...piles].sort(([a], [b]) => a - b).flatMap(([, pile]) => pile);
}

function byWeight(cards: CardHead[]): [settled: HeadGroup, unsettled: HeadGroup] {
  const sorted = sortedByWeight(cards);
  const settled = sorted.filter(({ certainty }) => certainty !== 'unresolved');
  const unsettled = sorted.filter(({ certainty }) => certainty === 'unresolved');
  return [
    { key: 'settled', title: null, cards: settled },
    { key: 'unresolved', title: 'Unresolved: who said this is not settled', cards: unsettled, unsettled: true },
  ];
}

function groupedBy<K>(cards: CardHead[], keyOf: (card: CardHead) => K): Map<K, CardHead[]> {
  const groups = new Map<K, CardHead[]>();
  for (const card of cards) addTo(groups, keyOf(card), card);
  return groups;
}

function bySpeaker(cards: CardHead[], whole: Dataset): HeadGroup[] {
  const sortName = (id: Slug | null) => (id === null ? '\uFFFF' : (itemById(whole.actors, id)?.sortName ?? id));
  return [...groupedBy(cards, ({ speaker }) => speaker)]
    .sort(
      ([a, some], [b, others]) =>
        Number(a === null) - Number(b === null) || others.length - some.length || (sortName(a) < sortName(b) ? -1 : 1),
    )
    .map(([speaker, own]) => ({
      key: speaker ?? '',
      title: speaker === null ? 'Unresolved' : actorName(whole, speaker),
      cards: own,
      unsettled: speaker === null,
    }));
}

function byArticle(cards: CardHead[], whole: Dataset): HeadGroup[] {
  const groups = groupedBy(cards, ({ article }) => article);
  return whole.articles.map((article) => ({
    key: article.id,
    title: `${article.badge}: ${article.headline}`,
    cards: groups.get(article.id) ?? [],
  }));
}

/** The cards around chosen actors: what they say, what may be theirs, and what else stands in passages about them. */
function byActors(cards: CardHead[], whole: Dataset, actors: Slug[]): HeadGroup[] {
  const names = actors.map((id) => actorName(whole, id)).join(' or ');
  const own: CardHead[] = [];
  const possible: CardHead[] = [];
  const rest: CardHead[] = [];
  for (const card of cards) {
    if (card.speaker !== null && actors.includes(card.speaker)) own.push(card);
    else if (card.candidates.some((id) => actors.includes(id))) possible.push(card);
    else rest.push(card);
  }
  const [others, open] = byWeight(rest);
  const sorted = (list: CardHead[]) => byWeight(list).flatMap((group) => group.cards);
  return [
    { key: 'own', title: `Said by ${names}`, cards: sorted(own) },
    { key: 'possible', title: `Unresolved: may be ${names}`, cards: sorted(possible), unsettled: true },
    { ...others, title: `Said by others, in passages about ${names}` },
    { ...open, title: `Unresolved, in passages about ${names}` },
  ];
}

/**
 * The cards of the wall in groups. With actors chosen and no other order asked for, what they say comes first, then what may be
 * theirs, then what else stands in passages about them: nobody is lent the words of another.
 */
export function wallGroups(cards: CardHead[], whole: Dataset, filters: Filters, order: WallOrder): HeadGroup[] {
  const groups =
    order === 'speaker'
      ? bySpeaker(cards, whole)
      : order === 'article'
        ? byArticle(cards, whole)
        : filters.actors.length > 0
          ? byActors(cards, whole, filters.actors)
          : byWeight(cards);
  return groups.filter(({ cards: own }) => own.length > 0);
}

/** The groups of one page, which begins at the card at `from` and has `size` cards; `of` says how many a group has in all. */
export function pageOf<T>(groups: Group<T>[], from: number, size: number): (Group<T> & { of: number })[] {
  let before = from;
  let left = size;
  return groups.flatMap((group) => {
    const cards = group.cards.slice(before, before + left);
    before = Math.max(0, before - group.cards.length);
    left -= cards.length;
    return cards.length === 0 ? [] : [{ ...group, cards, of: group.cards.length }];
  });
}
