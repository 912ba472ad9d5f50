// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { readCorpus, readCorpusText } from '../../src/corpus/readCorpus.ts';
import { FIELDS, placesOf } from './fields.ts';
import { hostileCorpora, hostileTitles } from './hostileCorpora.ts';
import { VIEWS } from './places.ts';
import { jsonFiles, pickedStrings } from './strings.ts';

const STRINGS = pickedStrings().flatMap(({ strings }) => strings);
const made = hostileCorpora(STRINGS, 24);
const titles = hostileTitles(STRINGS);
const tried = new Set(
  [...made, ...titles].flatMap(({ taken, refused }) => [...taken, ...refused].map(({ field }) => field)),
);

/** Fields that no view shows as they are, and what they are for. */
const NOT_SHOWN: Record<string, string> = {
  'articles[].badge': 'a badge of up to three letters; no string of more is taken',
  'articles[].language': 'the language of an element',
  'articles[].published': 'a date',
  'asOf.date': 'a date',
  'events[].date': 'a date, in words',
  'actors[].sortName': 'the order of lists',
  'actors[].aliases[]': 'marks in the text, and the search',
  'actors[].metonyms[]': 'marks in the text, and the search',
  'actors[].role.text': 'a line on the wall screen',
  'actors[].role.evidence.exact': 'passages of the file, and annotations',
  'places[].aliases[]': 'marks in the text, and the search',
  'places[].country': 'a code',
  'places[].code': 'a code',
  'places[].area': 'a key of the map',
  'made.version': 'part of the file, and shown nowhere',
  'made.on': 'a date',
  'articles[].from.name': 'part of the file, and shown nowhere',
  'articles[].from.sha256': 'a digest',
  'articles[].from.read': 'a date',
  'statements[].said.date': 'a date, in words',
  'relations[].until': 'a date, in words',
  'statements[].relay.evidence.exact': 'part of the passage that the reader marks',
};
/** Fields that the reader and the menus of the filters show: `opened.ts` and `views.spec.ts` look at them. */
const IN_READER = [
  'articles[].text',
  'events[].surface',
  'topics[].label',
  'actors[].fullName',
  'statements[].said.evidence.exact',
];

describe('every string in every field', () => {
  it('finds the fields of the format in its schema', () => {
    expect(FIELDS.length).toBeGreaterThan(60);
    for (const path of [
      'title',
      'articles[].text',
      'actors[].role.text',
      'statements[].speaker.reason',
      'venues[].claims[].text',
    ])
      expect(FIELDS.map((field) => field.path)).toContain(path);
  });

  it('tries all of them: each takes some of the strings, or refuses them by a rule that is named', () => {
    // Of the head of a file the title and the basis are tried; nothing else of it is text that is shown.
    const head = ['asOf.date', 'made.version', 'made.on'];
    const texts = FIELDS.filter(({ kind, path }) => kind !== 'slug' && !head.includes(path)).map(({ path }) => path);
    expect(texts.filter((path) => !tried.has(path))).toEqual([]);
    for (const { refused } of made)
      for (const { code, path } of refused) expect(`${code} ${path}`).toMatch(/^[a-z]+(?:-[a-z]+)+ \$/);
  });

  it('passes the door with what is taken, and counts all of it', () => {
    for (const { corpus, strings, taken, refused, asGiven } of made) {
      expect(readCorpusText(JSON.stringify(corpus))).toEqual({ ok: true, corpus });
      expect(taken.length + refused.length).toBeGreaterThanOrEqual(strings.length * 30);
      for (const { path, text } of taken.slice(0, 200)) {
        const field = path.replaceAll(/\[\d+\]/g, '[]').slice(2);
        if (field === 'articles[].text' || field === 'asOf.basis') continue;
        expect(placesOf(corpus, field).map((place) => place.text)).toContain(text);
      }
      expect(readCorpus(asGiven).ok).toBe(refused.length === 0);
    }
    for (const { corpus } of titles) expect(readCorpus(corpus).ok).toBe(true);
  });

  it('says of every field where it is shown', () => {
    const shown = new Set([...VIEWS.flatMap(({ places }) => places.map(({ field }) => field)), ...IN_READER]);
    const texts = FIELDS.filter(({ kind }) => kind !== 'slug').map(({ path }) => path);
    expect(texts.filter((path) => !shown.has(path) && !(path in NOT_SHOWN))).toEqual([]);
    expect(Object.keys(NOT_SHOWN).filter((path) => !texts.includes(path))).toEqual([]);
  });

  it('refuses ids of strings that are none, at their own place', () => {
    const slugs = FIELDS.filter(({ kind, path }) => kind === 'slug' && path !== 'id');
    const base = made[0]?.corpus;
    for (const text of STRINGS.filter((one) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(one)).filter(
      (_, index) => index % 20 === 0,
    ))
      for (const { path } of slugs) {
        const input = structuredClone(base);
        const place = placesOf(input, path)[0];
        if (!place) throw new Error(`${path} is nowhere`);
        const { keys } = place;
        const holder = keys.slice(0, -1).reduce<object>((at, key) => Reflect.get(at, key), input as object);
        Reflect.set(holder, keys.at(-1) ?? '', text);
        const result = readCorpus(input);
        expect(result.ok).toBe(false);
        const at = keys.reduce<string>(
          (sum, key) => (typeof key === 'number' ? `${sum}[${key}]` : `${sum}.${key}`),
          '$',
        );
        expect(result.ok ? [] : result.problems.map((problem) => problem.path), path).toContain(at);
      }
  });
});

it('the files of JSONTestSuite are there, of each kind', () => {
  for (const kind of ['y_', 'n_', 'i_'])
    expect(jsonFiles(false).filter(({ name }) => name.startsWith(kind)).length).toBeGreaterThan(5);
});
