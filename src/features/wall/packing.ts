import type { Card } from '../../coverage/answers/cards.ts';

/** The cards of a group in their places, each list in their order: a wide lead column, and columns of one track each. */
export type Packed = { lead: Card[]; columns: Card[][] };

const isLarge = (card: Card) => card.weight === 'xl' || card.weight === 'l';

/** The area that a card takes, in letters of small type; by a fit to the cards of the bundled coverage. */
const areaOf = (card: Card): number => {
  const letters = card.pieces.reduce((sum, { text }) => sum + text.length, 0);
  return isLarge(card) ? 2.4 * letters + 50 : letters + 80;
};

/**
 * Packs a group by estimated areas. The lead takes the large quotations that stand first, as many as fit into a third of the area, and
 * at least one. The others go one by one to the column that is shortest so far, so that what is first is high up in every column.
 *
 * @param tracks six for a lead of two tracks, four columns beside it and, last, two below it; one for a lead above one column
 */
export function packed(cards: Card[], tracks: 1 | 6): Packed {
  const third = cards.reduce((sum, card) => sum + areaOf(card), 0) / 3;
  let taken = 0;
  const rest = cards.findIndex((card, index) => {
    taken += areaOf(card);
    return !isLarge(card) || (index > 0 && taken > third);
  });
  const lead = cards.slice(0, rest < 0 ? cards.length : rest);
  const below = lead.reduce((sum, card) => sum + areaOf(card), 0) / 2;
  const heights = [0, 0, 0, 0, below, below].slice(0, tracks);
  const columns: Card[][] = heights.map(() => []);
  for (const card of cards.slice(lead.length)) {
    const shortest = heights.indexOf(Math.min(...heights));
    columns[shortest]?.push(card);
    heights[shortest] = (heights[shortest] ?? 0) + areaOf(card);
  }
  return { lead, columns };
}

/** Cards on one page of the wall; a larger wall would hold the screen up. */
export const PAGE = 60;
