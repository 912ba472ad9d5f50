// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { Corpus } from '../../src/domain/corpus.ts';
import { PLACE_KINDS, type Place } from '../../src/domain/place.ts';
import { FLAG_KINDS } from '../../src/domain/textFlag.ts';
import { byHand } from '../fixtures/byHand.ts';
import { actor, changed, markedArticle, minimalCorpus, smallCorpus, span } from '../fixtures/markedCorpus.ts';
import { problemsOf } from '../fixtures/problemsOf.ts';

const small = smallCorpus();
const at = (id: 'a' | 'b', words: string) => {
  const article = small.articles.find((one) => one.id === id);
  if (!article) throw new Error(`no article ${id}`);
  return span(article, words);
};

describe('a relation', () => {
  const related = (actors: string[], recipients: string[], mediator = false) =>
    problemsOf(
      ['actors', 'recipients', 'mediator'].reduce<unknown>(
        (corpus, key) => changed(corpus, `relations.0.${key}`, { actors, recipients, mediator }[key]),
        small,
      ),
    );

  it.each([
    [['moon'], ['kim'], false],
    [['moon', 'kim'], [], false],
    [['moon', 'kim', 'korea'], [], false],
    [['moon'], ['kim', 'korea'], true],
    [['moon', 'xinhua'], ['kim', 'korea'], true],
  ])('of %j to %j, with a mediator %s, is one', (actors, recipients, mediator) => {
    expect(related(actors, recipients, mediator)).toEqual([]);
  });

  it('is refused with the one who is on both sides, whoever it is', () => {
    const both = (id: string) =>
      `broken-rule $.relations[0].recipients: expected recipients that are not actors too, found "${id}"`;
    expect(related(['moon', 'xinhua'], ['kim', 'xinhua'])).toEqual([both('xinhua')]);
    expect(related(['moon', 'kim'], ['kim', 'moon'])).toEqual([both('kim')]);
  });

  it('needs two who meet, and two for a mediator to stand between', () => {
    expect(related(['moon'], [])).toEqual([
      'broken-rule $.relations[0].actors: expected two actors or more when there are no recipients, found 1',
    ]);
    const between =
      'broken-rule $.relations[0].recipients: expected two recipients or more for a mediator to stand between, found';
    expect(related(['moon', 'kim'], [], true)).toEqual([`${between} 0`]);
    expect(related(['moon', 'xinhua'], ['kim'], true)).toEqual([`${between} 1`]);
  });
});

/** What is said about the point and the code of a place. */
function placeProblems(over: Partial<Place>): string[] {
  const place: Place = {
    id: 'p',
    name: 'P',
    aliases: [],
    kind: 'city',
    country: 'VN',
    code: null,
    point: null,
    area: null,
    ...byHand(),
    ...over,
  };
  return problemsOf(minimalCorpus({ places: [place] }));
}

describe('a place', () => {
  it.each(PLACE_KINDS)('has a point where it is one, and no other: %s', (kind) => {
    const code = kind === 'region' ? 'VN-HN' : null;
    const isPoint = kind === 'city' || kind === 'site';
    expect(placeProblems({ kind, code, point: [0, 0] })).toEqual(
      isPoint ? [] : [`broken-rule $.places[0].point: expected null: a ${kind} is an area, not a pin, found a point`],
    );
    expect(placeProblems({ kind, code })).toEqual(
      isPoint ? [`broken-rule $.places[0].point: expected longitude and latitude of a ${kind}, found null`] : [],
    );
  });

  it.each(PLACE_KINDS)('has a code of its country where it is a region, and no other: %s', (kind) => {
    const point: Place['point'] = kind === 'city' || kind === 'site' ? [0, 0] : null;
    const isRegion = kind === 'region';
    const refused = (found: string) => [
      `broken-rule $.places[0].code: expected ${isRegion ? 'an ISO 3166-2 code of VN' : 'null'}, found ${found}`,
    ];
    expect(placeProblems({ kind, point })).toEqual(isRegion ? refused('null') : []);
    expect(placeProblems({ kind, point, code: 'VN-HN' })).toEqual(isRegion ? [] : refused('"VN-HN"'));
    expect(placeProblems({ kind, point, code: 'US-HI' })).toEqual(refused('"US-HI"'));
  });

  it('may be at the ends of the earth, and not beyond', () => {
    for (const point of [
      [-180, -90],
      [180, 90],
      [0, 0],
    ] as [number, number][])
      expect(placeProblems({ point }), String(point)).toEqual([]);
    for (const point of [
      [-180.01, 0],
      [180.01, 0],
      [0, -90.01],
      [0, 90.01],
    ] as [number, number][])
      expect(placeProblems({ point }), String(point)).toHaveLength(1);
  });
});

describe('a venue', () => {
  it('has claims of the articles that name it, each by all of its passages', () => {
    const claim = (...evidence: unknown[]) => ({ about: 'access', text: 'By train', evidence });
    const claims = (...all: unknown[]) =>
      problemsOf(changed(changed(small, 'venues.0.evidence', [at('b', 'Hanoi')]), 'venues.0.claims', all));
    const refused = (index: number) => [
      `broken-rule $.venues[0].claims[${index}]: expected claims of articles that the evidence names the venue in, found "a"`,
    ];
    expect(claims(claim(at('b', 'train')), claim(at('b', 'Moon')))).toEqual([]);
    expect(claims(claim(at('b', 'train')), claim(at('a', 'Moon')))).toEqual(refused(1));
    expect(claims(claim(at('b', 'train'), at('a', 'Moon')))).toEqual(refused(0));
    expect(claims()).toEqual([]);
  });
});

describe('a dated event', () => {
  const dated = (over: Partial<Corpus['events'][number]>) => {
    const [event] = small.events as [Corpus['events'][number]];
    return problemsOf({ ...small, events: [{ ...event, ...over }] });
  };

  it('is worded as its evidence is, in each of its wordings', () => {
    const evidence = [at('a', 'on Tuesday'), at('a', 'last March')];
    const lost = (words: string) => [
      `broken-rule $.events[0].surface: expected words that stand in the evidence, found "${words}"`,
    ];
    expect(dated({ evidence, surface: 'Tuesday' })).toEqual([]);
    expect(dated({ evidence, surface: 'Tuesday / last March' })).toEqual([]);
    expect(dated({ evidence, surface: 'March / on Tuesday' })).toEqual([]);
    expect(dated({ evidence, surface: 'Tuesday / Monday' })).toEqual(lost('Monday'));
    expect(dated({ evidence, surface: 'Monday / Tuesday' })).toEqual(lost('Monday'));
    expect(dated({ evidence, surface: 'tuesday' })).toEqual(lost('tuesday'));
    // A stroke without spaces is part of a wording.
    expect(dated({ evidence, surface: 'Tuesday/March' })).toEqual(lost('Tuesday/March'));
  });

  it.each([
    ['2019-01-08', 'stated', true],
    ['2019-01-08', 'inferred', true],
    ['2019-01-08', 'contested', false],
    ['2018-12/2019-01', 'contested', false],
    ['[2019-01-08,2019-01-09]', 'contested', true],
    ['[2019-01-08,2019-01-09]', 'stated', false],
    ['[2019-01-08,2019-01-09]', 'inferred', false],
  ] as const)('of %s may be %s: %s', (date, certainty, right) => {
    expect(dated({ date, certainty })).toEqual(
      right
        ? []
        : [
            `broken-rule $.events[0].certainty: expected a choice of days for a contested date, and for no other, found "${certainty}" with ${date}`,
          ],
    );
  });
});

describe('a flag', () => {
  it.each(FLAG_KINDS)('needs two passages where it compares them: %s', (kind) => {
    const { article, all } = markedArticle('a', 'Nothing [x:happened] to [x:Kim].');
    const spans = all('x');
    const flagged = (count: number) =>
      problemsOf(
        minimalCorpus({
          articles: [article],
          flags: [{ id: 'f', kind, note: 'x', spans: spans.slice(0, count), ...byHand() }],
        }),
      );
    expect(flagged(2)).toEqual([]);
    expect(flagged(1)).toEqual(
      kind === 'contradiction' || kind === 'shared-passage'
        ? [`broken-rule $.flags[0].spans: expected two passages or more for a ${kind}, found 1`]
        : [],
    );
  });
});

describe('ids', () => {
  const LISTS = ['articles', 'actors', 'places', 'topics', 'statements', 'relations', 'events', 'flags'] as const;
  it.each(LISTS.flatMap((one, index) => LISTS.slice(index).map((other) => [one, other] as const)))(
    'of %s and of %s are different ones',
    (one, other) => {
      const first: { id: string } = small[one][0] ?? { id: '' };
      const more = other === 'articles' ? { id: first.id, badge: 'Z' } : { id: first.id };
      const list = [...small[other], { ...small[other][0], ...more }];
      expect(problemsOf({ ...small, [other]: list }).filter((line) => line.startsWith('duplicate-id'))).toEqual([
        `duplicate-id $.${other}[${list.length - 1}].id: expected an id that nothing else has, found "${first.id}", also at $.${one}[0].id`,
      ]);
    },
  );

  it('may be those of a badge, and a venue is called by its place', () => {
    expect(problemsOf(changed(small, 'articles.0.badge', 'kim'))).toEqual([]);
    expect(problemsOf({ ...small, venues: [...small.venues, ...small.venues] })).toEqual([
      'duplicate-id $.venues[1].place: expected a place that nothing else has, found "hanoi", also at $.venues[0].place',
    ]);
  });

  it('that come three times are told twice, with the first place', () => {
    const topics = Array.from({ length: 3 }, () => ({ id: 'peace', label: 'Peace' }));
    expect(problemsOf({ ...small, topics })).toEqual(
      [1, 2].map(
        (index) =>
          `duplicate-id $.topics[${index}].id: expected an id that nothing else has, found "peace", also at $.topics[0].id`,
      ),
    );
  });

  it.each(['statements.2.speaker.candidates', 'relations.0.actors', 'relations.0.recipients', 'events.0.actors'])(
    'stand once in %s',
    (path) => {
      const place = path.replace(/\.(\d+)/g, '[$1]');
      expect(problemsOf(changed(small, path, ['xinhua', 'korea', 'xinhua']))).toEqual([
        `duplicate-id $.${place}[2]: expected each id once, found "xinhua" again`,
      ]);
    },
  );

  it('of an item that is refused for something else count as known, wherever they are named', () => {
    const broken = { 'actors.1.name': '', 'places.0.name': '', 'topics.0.label': '', 'articles.1.language': '' };
    for (const [path, value] of Object.entries(broken)) {
      const found = problemsOf(changed(small, path, value));
      expect(
        found.map((line) => line.split(':')[0]),
        path,
      ).toEqual([`wrong-shape $.${path.replace(/\.(\d+)/g, '[$1]')}`]);
    }
  });

  it('are those of their own table: a person is no place, a topic is no actor', () => {
    expect(problemsOf(changed(small, 'events.0.place', 'kim'))).toEqual([
      'dangling-reference $.events[0].place: expected the id of a place, found "kim"',
    ]);
    expect(problemsOf(changed(small, 'statements.0.topics', ['kim']))).toEqual([
      'dangling-reference $.statements[0].topics[0]: expected the id of a topic, found "kim"',
    ]);
    expect(problemsOf(changed(small, 'events.0.actors', ['hanoi']))).toEqual([
      'dangling-reference $.events[0].actors[0]: expected the id of an actor, found "hanoi"',
    ]);
    expect(problemsOf(changed(small, 'statements.0.addressee', 'a'))).toEqual([
      'dangling-reference $.statements[0].addressee: expected the id of an actor, found "a"',
    ]);
  });

  it('of a side are those of a state', () => {
    const actors = [actor('kim', 'Kim', { side: 'north' }), actor('north', 'North', { kind: 'state' })];
    expect(problemsOf(minimalCorpus({ actors }))).toEqual([]);
    expect(problemsOf(changed(minimalCorpus({ actors }), 'actors.1.kind', 'government-body'))).toEqual([
      'broken-rule $.actors[0].side: expected the id of a state, found the government-body "north"',
    ]);
    expect(problemsOf(changed(minimalCorpus({ actors }), 'actors.0.side', 'south'))).toEqual([
      'dangling-reference $.actors[0].side: expected the id of an actor, found "south"',
    ]);
  });
});
