import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { consents } from '../../src/app/consents.ts';

const KEY = 'dateline-allowed';
const addressOf = (index: number) => `https://data.example.org/${index}.json`;
const stored = () => JSON.parse(localStorage.getItem(KEY) ?? 'null') as unknown;

beforeEach(() => localStorage.clear());
afterEach(() => {
  vi.restoreAllMocks();
  consents.clear();
});

describe('the addresses that a wall may load', () => {
  it('are the very ones that somebody has agreed to, each counted once', () => {
    expect(consents.count()).toBe(0);
    consents.add(addressOf(1));
    consents.add(addressOf(2));
    consents.add(addressOf(1));
    expect(consents.count()).toBe(2);
    expect(consents.has(addressOf(1))).toBe(true);
    for (const other of [
      '',
      addressOf(1).slice(0, -1),
      `${addressOf(1)}?x`,
      addressOf(1).toUpperCase(),
      'https://data.example.org/',
    ])
      expect(consents.has(other), other).toBe(false);
    expect(stored()).toEqual([addressOf(2), addressOf(1)]);
  });

  it('are the last twenty: the one that was agreed to longest ago is asked about again', () => {
    for (let index = 0; index < 20; index += 1) consents.add(addressOf(index));
    expect(consents.has(addressOf(0))).toBe(true);
    // Agreed to anew, and so the latest of them.
    consents.add(addressOf(0));
    consents.add(addressOf(20));
    expect(consents.count()).toBe(20);
    expect(consents.has(addressOf(1))).toBe(false);
    for (const index of [0, 2, 19, 20]) expect(consents.has(addressOf(index)), addressOf(index)).toBe(true);
  });

  it('are no more than twenty, however many the store holds', () => {
    localStorage.setItem(KEY, JSON.stringify(Array.from({ length: 25 }, (_, index) => addressOf(index))));
    expect(consents.count()).toBe(20);
    expect(consents.has(addressOf(4))).toBe(false);
    expect(consents.has(addressOf(5))).toBe(true);
  });

  it('are looked up each time: what another tab has taken back or given holds at once', () => {
    consents.add(addressOf(1));
    localStorage.setItem(KEY, JSON.stringify([addressOf(2)]));
    expect([consents.has(addressOf(1)), consents.has(addressOf(2))]).toEqual([false, true]);
    localStorage.removeItem(KEY);
    expect(consents.has(addressOf(2))).toBe(false);
  });

  it('are forgotten all at once, and nothing else is', () => {
    localStorage.setItem('dateline-theme', 'dark');
    consents.add(addressOf(1));
    consents.add(addressOf(2));
    consents.clear();
    expect(consents.count()).toBe(0);
    expect(consents.has(addressOf(1))).toBe(false);
    expect({ ...localStorage }).toEqual({ 'dateline-theme': 'dark' });
  });

  it.each([
    'no list',
    'null',
    '"https://data.example.org/1.json"',
    '{"0":"https://data.example.org/1.json"}',
    '[1,null,["https://data.example.org/1.json"]]',
  ])('are none in a store that holds %s, and can be added to it', (text) => {
    localStorage.setItem(KEY, text);
    expect(consents.count()).toBe(0);
    expect(consents.has(addressOf(1))).toBe(false);
    consents.add(addressOf(1));
    expect(stored()).toEqual([addressOf(1)]);
  });
});

describe('where nothing can be stored', () => {
  const refuse = (...names: ('getItem' | 'setItem' | 'removeItem')[]) => {
    for (const name of names)
      vi.spyOn(Storage.prototype, name).mockImplementation(() => {
        throw new DOMException('blocked', 'SecurityError');
      });
  };

  it('leave holds for the life of the page, for that address alone, and can be taken back', () => {
    refuse('getItem', 'setItem', 'removeItem');
    expect(consents.has(addressOf(1))).toBe(false);
    consents.add(addressOf(1));
    expect(consents.has(addressOf(1))).toBe(true);
    expect(consents.has(addressOf(2))).toBe(false);
    consents.clear();
    expect(consents.has(addressOf(1))).toBe(false);
  });

  it('a full store keeps what it has', () => {
    consents.add(addressOf(1));
    refuse('setItem');
    consents.add(addressOf(2));
    expect([consents.has(addressOf(1)), consents.has(addressOf(2))]).toEqual([true, true]);
    expect(stored()).toEqual([addressOf(1)]);
  });
});
