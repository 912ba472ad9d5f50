import { readCorpus } from '../../src/corpus/readCorpus.ts';
import type { Corpus } from '../../src/domain/corpus.ts';
import type { Statement } from '../../src/domain/statement.ts';
import { byHand, byMachine } from '../fixtures/byHand.ts';
import { draft } from '../gallery/fixtures/article.ts';
import { FIELDS, type Field, jsonPath, placesOf, putAt } from './fields.ts';

/** One string at one place of a corpus. */
type Pair = { field: string; path: string; text: string };
/** A pair that the door does not let in, and by which rule. */
type RefusedPair = Pair & { code: string };

/** Strings in every field: as they were put in, what the door says to that, and what is left when the refused ones are taken out. */
export type HostileCorpus = {
  name: string;
  strings: readonly string[];
  /** Every string in every field, in the shape of a file; the door refuses it when `refused` is not empty. */
  asGiven: unknown;
  /** Passes the door: plain words where a string was refused. */
  corpus: Corpus;
  taken: Pair[];
  refused: RefusedPair[];
  /** What was refused, file by file: `asGiven`, and what it was after each time that all that was named had been taken out. */
  refusedFiles: unknown[];
};

/** Statements for each string: one that is resolved and relayed, one that is not settled. */
export const STATEMENTS_EACH = 2;
/** Places for each string: a city with a point, and a region with a code. */
const PLACES_EACH = 2;
/** How many items of a list there are for each string; one of all others. */
const EACH: Record<string, number> = { statements: STATEMENTS_EACH, places: PLACES_EACH };
/** Parts of a packed title or basis. */
const BETWEEN = ' \u00b6 ';
const TITLE_LIMIT = 300;

const plain = (index: number) => `plain words ${index + 1}`;
const numbered = (kind: string, index: number) => `${kind}-${index + 1}`;

/** What stands in the articles and around it: one article, actor, place, topic … for each string, with plain words in every free field. */
function frame(name: string, strings: readonly string[]): Corpus {
  const last = strings.length - 1;
  const parts = strings.map((given, index) => {
    const words = given === '' ? plain(index) : given;
    const id = numbered('article', index);
    // The text of an article begins with the string: `draft` puts its headline there.
    const article = draft(id, (index + 36).toString(36).toUpperCase(), given, 'en');
    const next = numbered('actor', index === last ? 0 : index + 1);
    const actor = numbered('actor', index);
    const say = (before: string, after: string) => {
      article.say(before);
      const span = article.say(words);
      article.say(after);
      article.break();
      return span;
    };
    const attribution = (quoted: boolean) => {
      const mark = quoted ? '"' : ' ';
      article.say(`They said ${mark}`);
      const content = article.say(words);
      article.say(`${mark}, so `);
      const source = article.say(words);
      article.say(' with ');
      const cue = article.say(words);
      article.say(', as told by ');
      const relay = article.say(words);
      article.say('.');
      article.break();
      return { content: [content], quoted: quoted ? [content] : [], source, cue: [cue], relay };
    };
    const told = attribution(true);
    const heard = attribution(false);
    const because = say('This settles it: ', '.');
    const role = say('A role: ', '.');
    const day = say('A day: ', '.');
    const related = say('A tie: ', '.');
    const venue = say('A venue: ', '.');
    const claim = say('A claim: ', '.');
    const dated = say('An event: ', '.');
    const surface = article.say(plain(index));
    article.break();
    const flawed = say('A flaw: ', '.');
    const statement = (at: number, rest: Pick<Statement, 'kind' | 'speaker'>, said: typeof told): Statement => ({
      ...said,
      ...rest,
      id: numbered('statement', index * STATEMENTS_EACH + at),
      relay: { actor: next, evidence: said.relay },
      addressee: next,
      said: { date: '2019-01-09', certainty: 'stated', evidence: day },
      same: numbered('group', index * STATEMENTS_EACH + at),
      topics: [numbered('topic', index)],
      ...byMachine(80),
    });
    return {
      article: {
        ...article.done(),
        publisher: plain(index),
        published: '2019-01-09',
        url: `https://host.invalid/${index}`,
        from: { format: 'text' as const, name: plain(index), sha256: '0'.repeat(64), read: '2019-01-10' },
      },
      actor: {
        id: actor,
        name: plain(index),
        sortName: plain(index),
        fullName: `${plain(index)} in full`,
        kind: index === 0 ? ('state' as const) : ('person' as const),
        aliases: [plain(index)],
        metonyms: [plain(index)],
        side: index === 0 ? null : numbered('actor', 0),
        role: { text: plain(index), evidence: role },
        ...byHand(),
      },
      places: [
        {
          id: numbered('place', index * PLACES_EACH),
          name: plain(index),
          aliases: [plain(index)],
          kind: 'city' as const,
          country: 'SE',
          code: null,
          point: [-170 + (index % 18) * 20, -50 + Math.floor(index / 18) * 20] as [number, number],
          area: 'SE',
          ...byHand(),
        },
        {
          id: numbered('place', index * PLACES_EACH + 1),
          name: plain(index),
          aliases: [plain(index)],
          kind: 'region' as const,
          country: 'SE',
          code: 'SE-AB',
          point: null,
          area: 'SE',
          ...byHand(),
        },
      ],
      topic: { id: numbered('topic', index), label: plain(index) },
      statements: [
        statement(
          0,
          { kind: 'direct', speaker: { status: 'resolved', actor, method: 'coreference', because: [because] } },
          told,
        ),
        statement(
          1,
          { kind: 'indirect', speaker: { status: 'unresolved', candidates: [actor, next], reason: plain(index) } },
          heard,
        ),
      ],
      relation: {
        id: numbered('relation', index),
        actors: [actor],
        recipients: [next],
        event: index % 2 === 0 ? ('CONSULT' as const) : ('ACCUSE' as const),
        mediator: false,
        modality: 'historical' as const,
        summary: plain(index),
        claimedBy: actor,
        relay: next,
        topics: [numbered('topic', index)],
        until: '2018',
        evidence: [related],
        ...byMachine(60),
      },
      venue: {
        place: numbered('place', index * PLACES_EACH),
        standing: 'candidate' as const,
        claims: [{ about: 'politics' as const, text: plain(index), evidence: [claim] }],
        attributedTo: plain(index),
        evidence: [venue],
        ...byHand(),
      },
      event: {
        id: numbered('event', index),
        label: plain(index),
        date: `2019-01-${String(1 + (index % 28)).padStart(2, '0')}`,
        surface: plain(index),
        certainty: 'stated' as const,
        actors: [actor],
        place: numbered('place', index * PLACES_EACH + 1),
        topics: [numbered('topic', index)],
        evidence: [dated, surface],
        ...byMachine(70, { review: 'bulk' }),
      },
      flag: { id: numbered('flag', index), kind: 'typo' as const, note: plain(index), spans: [flawed], ...byHand() },
    };
  });
  return {
    schemaVersion: 2,
    id: name,
    title: name,
    made: { reader: 'reader', version: '1.0', on: '2019-01-10' },
    reference: ['place-1'],
    asOf: { date: '2019-01-10', basis: 'A made-up day.' },
    articles: parts.map(({ article }, index) => ({ ...article, headline: plain(index) })),
    actors: parts.map(({ actor }) => actor),
    places: parts.flatMap(({ places }) => places),
    topics: parts.map(({ topic }) => topic),
    statements: parts.flatMap(({ statements }) => statements),
    relations: parts.map(({ relation }) => relation),
    venues: parts.map(({ venue }) => venue),
    events: parts.map(({ event }) => event),
    flags: parts.map(({ flag }) => flag),
  };
}

/**
 * Which of the strings stands at a concrete path of a corpus. Each field begins with another one, so that a string on the screen is of
 * one field only; passages and what has to stand in them have those of their article.
 */
function turnOf({ path, kind }: Field, keys: readonly (string | number)[], count: number): number {
  const shift = kind === 'span' || path === 'events[].surface' ? 0 : FIELDS.findIndex((field) => field.path === path);
  return (Math.floor(Number(keys[1]) / (EACH[String(keys[0])] ?? 1)) + shift) % count;
}

const perItem = (path: string) => path.includes('[]');

/** Tries to put strings into fields, and takes out what the door refuses until the rest passes. */
function sifted(name: string, strings: readonly string[], kinds: readonly string[]): HostileCorpus {
  const base = frame(name, strings);
  const asGiven = structuredClone(base);
  const corpus = structuredClone(base);
  const put = new Map<string, Pair & { keys: (string | number)[]; was: string }>();
  for (const field of FIELDS) {
    const { path, kind } = field;
    if (!perItem(path) || !kinds.includes(kind) || path === 'articles[].text') continue;
    for (const { keys, text: was } of placesOf(base, path)) {
      const text = strings[turnOf(field, keys, strings.length)] ?? '';
      // A passage has the words of its article: they stand there already, or it is a passage of ours, or they are none.
      if (kind === 'span' && text !== '' && was !== text) continue;
      putAt(asGiven, keys, text);
      putAt(corpus, keys, text);
      put.set(jsonPath(keys), { field: path, path: jsonPath(keys), text, keys, was });
    }
  }
  const refused: RefusedPair[] = [];
  const parent = (path: string) => path.replace(/(?:\.\w+|\[\d+\])$/, '');
  const stands = (path: string) => {
    const result = readCorpus(corpus);
    return !result.ok && result.problems.some((problem) => problem.path === path);
  };
  const refusedFiles: unknown[] = [];
  for (let result = readCorpus(corpus); !result.ok; result = readCorpus(corpus)) {
    refusedFiles.push(structuredClone(corpus));
    for (const { code, path, expected, found } of result.problems) {
      // A rule about two fields names the other one: then what was put beside it is to blame.
      const beside = () => [...put.values()].filter((one) => parent(one.path) === parent(path));
      const blamed = put.has(path) ? [put.get(path)] : beside();
      let mended = false;
      for (const pair of blamed) {
        if (!pair) continue;
        putAt(corpus, pair.keys, pair.was);
        mended = pair.path === path || !stands(path);
        if (!mended) {
          putAt(corpus, pair.keys, pair.text);
          continue;
        }
        refused.push({ field: pair.field, path: pair.path, text: pair.text, code });
        put.delete(pair.path);
        break;
      }
      if (!mended) throw new Error(`${name}: ${path}: expected ${expected}, found ${found}: nothing was put there`);
    }
  }
  const taken = [...put.values()].map(({ field, path, text }) => ({ field, path, text }));
  for (const [index, text] of strings.entries())
    if (kinds.includes('text')) taken.push({ field: 'articles[].text', path: `$.articles[${index}].text`, text });
  return { name, strings, asGiven, corpus, taken, refused, refusedFiles };
}

/** Every string in every text field and as the words of every passage, `size` strings a corpus. */
export const hostileCorpora = (strings: readonly string[], size: number): HostileCorpus[] =>
  inLots(strings, size).map((lot, index) => hostileCorpus(`hostile-${index + 1}`, lot));

/** Each of the strings in every text field and as the words of every passage of one corpus. */
export function hostileCorpus(name: string, lot: readonly string[]): HostileCorpus {
  const made = sifted(name, lot, ['text', 'span']);
  made.corpus.asOf.basis = lot.join(BETWEEN);
  made.taken.push(...lot.map((text) => ({ field: 'asOf.basis', path: '$.asOf.basis', text })));
  return made;
}

/** Small corpora whose titles are all the strings that a title may be. */
export function hostileTitles(strings: readonly string[]): HostileCorpus[] {
  const made: HostileCorpus[] = [];
  for (const text of strings) {
    const last = made.at(-1);
    const title = last ? `${last.corpus.title}${BETWEEN}${text}` : text;
    const base = last?.corpus ?? frame('hostile-title', ['plain', 'other']);
    if (!readCorpus({ ...base, title: text }).ok) continue;
    const pair = { field: 'title', path: '$.title', text };
    if (last && title.length <= TITLE_LIMIT) {
      last.corpus = { ...last.corpus, title };
      last.taken.push(pair);
    } else {
      const corpus = { ...base, id: `hostile-title-${made.length + 1}`, title: text };
      made.push({
        name: corpus.id,
        strings: [],
        asGiven: corpus,
        corpus,
        taken: [pair],
        refused: [],
        refusedFiles: [],
      });
    }
  }
  return made;
}

/** A list in parts of that size. */
export function inLots<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}
