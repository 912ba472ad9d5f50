// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_FILTERS } from '../../src/domain/filters.ts';
import { decodeLink, EMPTY_LINK, encodeLink, LINK_LIMIT } from '../../src/url/link.ts';
import { SAVED } from '../fixtures/savedLinks.ts';

/** Percent-encodes everything but letters and digits, as strict clients do. */
const strictly = (text: string) =>
  text.replace(/[^A-Za-z0-9]/gu, (sign) =>
    [...new TextEncoder().encode(sign)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );

/** The same text encoded so many times. */
function times(count: number, text: string, encode: (text: string) => string): string {
  let encoded = text;
  for (let round = 0; round < count; round += 1) encoded = encode(encoded);
  return encoded;
}

const values = (query: string, encode: (text: string) => string) =>
  query.replace(/=([^&]*)/g, (_, value) => `=${encode(value)}`);

const links = () =>
  SAVED.filter(
    // An embed is told from its query as it comes, and never mended.
    ([query, { notes, rest, view }]) => query !== '' && query !== 'v=1' && !notes && !rest && !view?.embed,
  ).map(([query]) => encodeLink(decodeLink(query).state));

describe.each([1, 2, 3, 4, 5, 6, 20, 50])('a link that was encoded %i times', (count) => {
  it.each([
    ['its values', (query: string) => values(query, (value) => times(count, value, strictly))],
    ['the whole of it', (query: string) => times(count, query, encodeURIComponent)],
    ['the whole of it, strictly', (query: string) => times(count, query, strictly)],
  ])('opens the same view, without a note: %s', (_, encode) => {
    for (const query of links()) {
      const { state, notes } = decodeLink(encode(query));
      expect({ query: encodeLink(state), notes }).toEqual({ query, notes: [] });
    }
  });
});

describe('words to look for that were encoded again and again', () => {
  it('are those that were typed, whatever is encoded each time', () => {
    const all = (text: string) =>
      [...text].map((sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`).join('');
    for (const count of [1, 2, 5, 7])
      expect(decodeLink(`q=${times(count, 'ab', all)}`).state.filters.text, String(count)).toBe('ab');
  });

  it('law: no sign of an encoding is left in them, or it stands there because it is no encoding', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 60 }),
        (text, count) => {
          const plain = text.toWellFormed().replace(/[\r\n]+/g, ' ');
          const link = encodeLink({ ...EMPTY_LINK, filters: { ...NO_FILTERS, text: plain } });
          const encoded = values(link, (value) => times(count, value, strictly));
          expect(decodeLink(encoded)).toEqual(decodeLink(link));
        },
      ),
      { numRuns: 50 },
    );
  });

  it.each([
    ['100%', '100%'],
    ['100%25', '100%'],
    ['100%zz', '100%zz'],
    ['100%2525zz', '100%zz'],
    ['%FF', '\ufffd'],
    ['%25FF', '%FF'],
  ])('that are none stay as they came: %s', (value, text) => {
    expect(decodeLink(`q=${value}`).state.filters.text).toBe(text);
  });
});

describe('the work of reading an encoded link', () => {
  it('is bounded: the longest one that is read has as many encodings as there is room for', () => {
    const deep = `q=%${'25'.repeat(LINK_LIMIT / 2 - 10)}41`;
    expect(decodeLink(deep)).toMatchObject({ state: { filters: { text: 'A' } }, notes: [] });
    const whole = `v%${'25'.repeat(LINK_LIMIT / 2 - 20)}3D1%26article%3Db`;
    expect(decodeLink(whole)).toMatchObject({ state: { filters: { articles: ['b'] } }, notes: [] });
  });
});
