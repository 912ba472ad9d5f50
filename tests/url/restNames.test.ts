// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { shortList, shortName } from '../../src/domain/shortList.ts';
import { readStory } from '../../src/domain/story.ts';
import { decodeLink, encodeLink, REST_LIMIT, REST_NAMES } from '../../src/url/link.ts';

const many = (count: number) => Array.from({ length: count }, (_, at) => `p${at}=1`).join('&');

describe('parameters that are not ours', () => {
  it('are kept as they are while they are few and their names are short', () => {
    const query = `article=a&${many(REST_NAMES - 1)}&${'n'.repeat(REST_NAMES)}=1`;
    const { state, notes } = decodeLink(query);
    expect(notes).toEqual([]);
    expect(state.rest).toHaveLength(REST_NAMES);
    expect(decodeLink(encodeLink(state)).state).toEqual(state);
  });

  it.each([
    ['one too many', many(REST_NAMES + 1), 'p0, p1, p2'],
    ['a long name', `${'n'.repeat(REST_NAMES + 1)}=1`, 'nnn'],
    ['a name without an end', `a=1&${'\u{1f600}'.repeat(9_000)}=1`, 'a, \u{1f600}'],
    ['a long value', `a=${'x'.repeat(REST_LIMIT)}`, 'a…'],
  ])('are left out with a note that names the first of them and is cut, where there is %s', (_, query, start) => {
    const { state, notes } = decodeLink(`kind=direct&${query}`);
    expect(state.rest).toEqual([]);
    expect(state.filters.kinds).toEqual(['direct']);
    expect(notes).toHaveLength(1);
    const [{ param, found } = { param: '', found: '' }] = notes;
    expect(param).toBe('unknown parameters');
    expect(found.startsWith(start)).toBe(true);
    expect(found).toMatch(/…$/);
    expect(found.length).toBeLessThanOrEqual(REST_NAMES + 1);
    expect(found.isWellFormed()).toBe(true);
  });

  it('may come to so many signs, those between them counted, and to no more', () => {
    const rest = (length: number) => decodeLink(`a=1&b=2&c=${'x'.repeat(length - 'a=1&b=2&c='.length)}`).state.rest;
    expect(rest(REST_LIMIT)).toHaveLength(3);
    expect(rest(REST_LIMIT + 1)).toEqual([]);
  });

  it('that are ours and come thousands of times get one note each', () => {
    const { notes } = decodeLink(`article=a${'&article=b'.repeat(5_000)}${'&q=x'.repeat(5_000)}`);
    expect(notes).toEqual([
      { param: 'article', found: 'b', expected: 'this parameter once' },
      { param: 'q', found: 'x', expected: 'this parameter once' },
    ]);
  });
});

describe('the leave to go back', () => {
  it('is one word, and any other is noted', () => {
    expect(decodeLink('kiosk=20&older=1').state.view.older).toBe('1');
    const { state, notes } = decodeLink('kiosk=20&older=yes');
    expect(state.view.older).toBeNull();
    expect(notes).toEqual([
      { param: 'older', found: 'yes', expected: 'one of 1, to show a coverage of an earlier day' },
    ]);
  });
});

describe('a short list of names', () => {
  it('names four, each once and cut, and counts the rest', () => {
    expect(shortList([])).toBe('');
    expect(shortList(['a', 'b', 'a'])).toBe('a, b');
    expect(shortList(['a', 'b', 'c', 'd'])).toBe('a, b, c, d');
    expect(shortList(['a', 'b', 'c', 'd', 'e', 'e', 'f'])).toBe('a, b, c, d and 2 more');
    expect(shortList(['x'.repeat(40), 'y'.repeat(41)])).toBe(`${'x'.repeat(40)}, ${'y'.repeat(39)}…`);
  });

  it('is never cut inside a letter', () => {
    expect(shortName(`${'x'.repeat(38)}\u{1f600}\u{1f600}`)).toBe(`${'x'.repeat(38)}…`);
    expect(shortName(`\u{1f600}${'x'.repeat(60)}`, 3)).toBe('\u{1f600}…');
  });
});

it('a story with keys that nobody knows names them cut', () => {
  const key = 'k'.repeat(100_000);
  const read = readStory({ kind: 'dateline-story', version: 1, title: '', coverage: null, steps: [{ [key]: 1 }] });
  expect(read.ok).toBe(false);
  if (!read.ok) for (const { path, found } of read.problems) expect(path.length + found.length).toBeLessThan(200);
});
