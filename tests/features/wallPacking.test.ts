// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CARDS, type Card } from '../../src/coverage/answers/cards.ts';
import { packed } from '../../src/features/wall/packing.ts';
import { answered } from '../fixtures/ask.ts';
import { bundledCorpus } from '../fixtures/markedCorpus.ts';

const ALL = { order: 'weight', from: 0, size: 1e6 } as const;
const settled = answered(bundledCorpus(), CARDS, ALL).groups[0]?.cards ?? [];
const [pattern] = settled;
if (!pattern) throw new Error('no card');
const card = (weight: Card['weight'], letters: number, index: number): Card => ({
  ...pattern,
  key: String(index),
  weight,
  pieces: [{ text: 'x'.repeat(letters), quoted: true, gap: false }],
});
const keysOf = (cards: Card[]) => cards.map(({ key }) => key);
const isLarge = ({ weight }: Card) => weight === 'xl' || weight === 'l';

describe('packing', () => {
  const shapes = fc.array(
    fc.tuple(fc.constantFrom<Card['weight']>('xl', 'l', 'm', 'fragment', 'reported'), fc.integer({ min: 1, max: 900 })),
    { maxLength: 40 },
  );

  it('loses no card, doubles none, and keeps the order in the lead and in each column', () => {
    fc.assert(
      fc.property(shapes, fc.constantFrom<1 | 6>(1, 6), (list, tracks) => {
        const cards = list.map(([weight, letters], index) => card(weight, letters, index));
        const { lead, columns } = packed(cards, tracks);
        expect(columns).toHaveLength(tracks);
        for (const column of columns)
          expect(keysOf(column).map(Number)).toEqual(
            keysOf(column)
              .map(Number)
              .sort((a, b) => a - b),
          );
        expect(keysOf([...lead, ...columns.flat()]).sort()).toEqual(keysOf(cards).sort());
        expect(lead).toEqual(cards.slice(0, lead.length));
        expect(lead.every(isLarge)).toBe(true);
      }),
    );
  });

  it('has a lead whenever the first card is large, and no lead otherwise', () => {
    expect(packed([card('l', 120, 0)], 6).lead).toHaveLength(1);
    expect(packed([card('xl', 300, 0), card('m', 60, 1)], 6).lead).toHaveLength(1);
    expect(packed([card('m', 60, 0), card('xl', 300, 1)], 6).lead).toHaveLength(0);
    expect(packed([], 6).lead).toHaveLength(0);
  });

  it('begins every column beside the lead with what is first', () => {
    const { lead, columns } = packed(settled, 6);
    expect(columns.slice(0, 4).map(([first]) => first?.key)).toEqual(
      keysOf(settled.slice(lead.length, lead.length + 4)),
    );
  });

  it('puts what is last below a lead that is shorter than the columns beside it', () => {
    const many = [card('xl', 300, 0), ...Array.from({ length: 60 }, (_, index) => card('m', 90, index + 1))];
    const counts = packed(many, 6).columns.map(({ length }) => length);
    for (const beside of counts.slice(0, 4))
      for (const below of counts.slice(4)) expect(beside - below).toBeLessThan(7);
    expect(Math.min(...counts)).toBeGreaterThan(5);
  });

  it('does not pile all large quotations on one column when there is nothing else', () => {
    const { lead, columns } = packed(
      Array.from({ length: 30 }, (_, index) => card('xl', 300, index)),
      6,
    );
    expect(lead).toHaveLength(10);
    expect(columns.slice(0, 4).map(({ length }) => length)).toEqual([5, 5, 5, 5]);
  });
});
