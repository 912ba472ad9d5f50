// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCorpus, readCorpusText } from '../../src/corpus/readCorpus.ts';
import {
  BUNDLED_TEXT,
  bundledCorpus,
  changed,
  markedArticle,
  minimalCorpus,
  smallCorpus,
  span,
} from '../fixtures/markedCorpus.ts';
import { problemsOf } from '../fixtures/problemsOf.ts';

const ARTICLES = { a: '../shared/articles/000_aa13a05ccadbb7ef.txt', b: '../shared/articles/001_039a8a3f82a7b465.txt' };

const small = smallCorpus();
const article = (text: string) => changed(small, 'articles.0.text', text);
const at = (id: 'a' | 'b', words: string) =>
  span(id === 'a' ? (small.articles[0] ?? none) : (small.articles[1] ?? none), words);
const none = markedArticle('none', 'none').article;

describe('the bundled corpus', () => {
  it('passes the door', () => expect(readCorpusText(BUNDLED_TEXT)).toMatchObject({ ok: true }));

  it.skipIf(!existsSync(ARTICLES.a))(
    'has the texts of ../shared/articles byte for byte (skipped where the folder is absent)',
    () => {
      const texts = new Map(bundledCorpus().articles.map(({ id, text }) => [id, text]));
      for (const [id, file] of Object.entries(ARTICLES))
        expect(Buffer.from(texts.get(id) ?? '').equals(readFileSync(file)), file).toBe(true);
    },
  );
});

describe('the small corpora of these tests', () => {
  it('pass the door, and come out as they went in', () => {
    expect(problemsOf(minimalCorpus())).toEqual([]);
    expect(readCorpus(small)).toEqual({ ok: true, corpus: small });
  });
});

/**
 * What is changed in the small corpus, to what (`a:words` is the passage of article a with these words; nothing takes the key out), and
 * the one problem that must be found there: nothing else may be.
 */
const CASES = `
extra | 1 | unknown-key $.extra: expected only the keys of the corpus format, found the key "extra"
statements.0.speaker.sure | true | unknown-key $.statements[0].speaker.sure: expected only the keys of the corpus format, found the key "sure"
events.0.a b | 1 | unknown-key $.events[0]["a b"]: expected only the keys of the corpus format, found the key "a b"
flags |  | missing-key $.flags: expected a list, found nothing
title |  | missing-key $.title: expected the key "title", found nothing
asOf |  | missing-key $.asOf: expected the key "asOf", found nothing
actors.1.side |  | missing-key $.actors[1].side: expected the key "side", found nothing
statements.0.speaker.actor |  | missing-key $.statements[0].speaker.actor: expected the key "actor", found nothing
schemaVersion | 0 | wrong-shape $.schemaVersion: expected 2, found 0
schemaVersion | 3 | newer-version $.schemaVersion: expected schema version 2 or older; this file was made for a newer Dateline, which can open it, found 3
flags | "none" | wrong-shape $.flags: expected a list, found "none"
actors.1.kind | "dog" | wrong-shape $.actors[1].kind: expected "person" or "state" or "government-body" or "organisation" or "outlet" or "group", found "dog"
flags.0.id | "F-ad" | wrong-shape $.flags[0].id: expected a lower-case slug such as "kim-jong-un", found "F-ad"
places.0.name | "  " | wrong-shape $.places[0].name: expected text that is not blank, found "  "
flags.0.id | "moon" | duplicate-id $.flags[0].id: expected an id that nothing else has, found "moon", also at $.actors[0].id
articles.1.badge | "A" | duplicate-id $.articles[1].badge: expected a badge that nothing else has, found "A", also at $.articles[0].badge
statements.1.topics | ["peace", "peace"] | duplicate-id $.statements[1].topics[1]: expected each id once, found "peace" again
relations.0.evidence | [] | wrong-shape $.relations[0].evidence: expected at least one passage, found an empty list
asOf.date | "2019-02-30" | wrong-shape $.asOf.date: expected a real day such as "2019-01-10", found "2019-02-30"
events.0.date | "2019-13" | wrong-shape $.events[0].date: expected an EDTF date such as "2018-03", "2019-01-08" or "2018-12/2019-01", found "2019-13"
places.0.point | [21, 105.85] | wrong-shape $.places[0].point[1]: expected a latitude from -90 to 90, found 105.85
places.0.point.0 | -180.5 | wrong-shape $.places[0].point[0]: expected a longitude from -180 to 180, found -180.5
places.0.point | null | broken-rule $.places[0].point: expected longitude and latitude of a city, found null
places.0.code | "VN-HN" | broken-rule $.places[0].code: expected null, found "VN-HN"
articles.0.url | "javascript:alert(1)" | wrong-shape $.articles[0].url: expected an https or http address without credentials, found "javascript:alert(1)"
articles.0.url | "ftp://news.example/" | wrong-shape $.articles[0].url: expected an https or http address without credentials, found "ftp://news.example/"
articles.0.url | "https://me:secret@news.example/" | wrong-shape $.articles[0].url: expected an https or http address without credentials, found "https://me:secret@news.example/"
articles.0.url | "http://?moon" | wrong-shape $.articles[0].url: expected a host, and no signs that a browser would drop or read as something else, found "http://?moon"
actors.0.side | "kim" | broken-rule $.actors[0].side: expected the id of a state, found the person "kim"
statements.0.kind | "indirect" | broken-rule $.statements[0].kind: expected "direct", by what stands in quotation marks, found "indirect"
statements.1.quoted | ["a:near", "a:Tuesday"] | broken-rule $.statements[1].quoted[1]: expected words that are part of the content, found "Tuesday"
statements.0.cue | ["b:said"] | broken-rule $.statements[0]: expected content, cue, source and relay in one article, "a", found a span in "b"
statements.1.speaker.because | ["b:Moon"] | broken-rule $.statements[1].speaker.method: expected "sibling-article", since the words that settle it are in another article, found "coreference"
statements.1.speaker.method | "sibling-article" | broken-rule $.statements[1].speaker.because: expected words of another article, for "sibling-article", found "sibling-article"
statements.1.same | "g-wait" | broken-rule $.statements[0].same: expected "g-wait" on at most one statement of each article, found 3 in 2
relations.0.recipients | ["moon"] | broken-rule $.relations[0].recipients: expected recipients that are not actors too, found "moon"
relations.0.recipients | [] | broken-rule $.relations[0].actors: expected two actors or more when there are no recipients, found 1
relations.0.mediator | true | broken-rule $.relations[0].recipients: expected two recipients or more for a mediator to stand between, found 1
relations.0.evidence.0 | "a:supports" | broken-rule $.relations[0].evidence[0]: expected words outside what is flagged as truncated, found "supports"
statements.0.cue | ["a:football"] | broken-rule $.statements[0].cue[0]: expected words outside what is flagged as boilerplate, found "football"
venues.0.evidence | ["a:Hanoi"] | broken-rule $.venues[0].claims[0]: expected claims of articles that the evidence names the venue in, found "b"
events.0.surface | "Monday" | broken-rule $.events[0].surface: expected words that stand in the evidence, found "Monday"
events.0.certainty | "contested" | broken-rule $.events[0].certainty: expected a choice of days for a contested date, and for no other, found "contested" with 2019-01-08
reference | ["hanoi", "hanoi"] | duplicate-id $.reference[1]: expected each id once, found "hanoi" again
made | {"reader": "Jane Doe", "version": "1", "on": null} | wrong-shape $.made.reader: expected a lower-case slug such as "kim-jong-un", found "Jane Doe"
articles.0.from | {"format": "text", "name": "a.txt", "sha256": "00FF", "read": null} | wrong-shape $.articles[0].from.sha256: expected a SHA-256 of 64 small hexadecimal digits, found "00FF"
actors.0.mark |  | missing-key $.actors[0].mark: expected the key "mark", found nothing
statements.0.mark.by | "Jane Doe" | wrong-shape $.statements[0].mark.by: expected "person" or "machine", found "Jane Doe"
statements.0.mark.reviewer | "Jane Doe" | unknown-key $.statements[0].mark.reviewer: expected only the keys of the corpus format, found the key "reviewer"
statements.0.mark | {"by": "machine", "sure": 80, "why": [], "review": "none"} | broken-rule $.statements[0].mark: expected "person", since "made" names no program, found "machine"
actors.0.fullName | "Moon" | broken-rule $.actors[0].fullName: expected a name that no article gives, or null, found "Moon"
statements.0.said | {"date": "2019-01-08", "certainty": "stated", "evidence": "b:Kim is late"} | broken-rule $.statements[0].said.certainty: expected "inferred", since the words that date it are in another article, found "stated"
statements.0.said | {"date": "Tuesday", "certainty": "stated", "evidence": "a:on Tuesday"} | wrong-shape $.statements[0].said.date: expected an EDTF date such as "2018-03", "2019-01-08" or "2018-12/2019-01", found "Tuesday"
statements.0.said | {"date": "2019-01-08", "certainty": "stated", "evidence": "a:football"} | broken-rule $.statements[0].said.evidence: expected words outside what is flagged as boilerplate, found "football"
relations.0.until | "last March" | wrong-shape $.relations[0].until: expected an EDTF date such as "2018-03", "2019-01-08" or "2018-12/2019-01", found "last March"
venues.0.standing | "stage" | wrong-shape $.venues[0].standing: expected "candidate" or "talked-about" or "past" or "scene", found "stage"
flags.2.spans | ["a:We wait"] | broken-rule $.flags[2].spans: expected two passages or more for a shared-passage, found 1
`
  .trim()
  .split('\n')
  .map((line) => line.split(' | '))
  .map(([path = '', value = '', problem = '']) => ({ path, value, problem }));

/** Reads the middle column of the table. */
function readValue(written: string): unknown {
  if (written === '') return undefined;
  return JSON.parse(written, (_, value) => {
    const words = typeof value === 'string' ? /^([ab]):(?!alert)(.+)$/.exec(value) : null;
    return words ? at(words[1] === 'a' ? 'a' : 'b', words[2] ?? '') : value;
  });
}

/** Every place where an id of another table stands. */
const REFERENCES = `
an actor: actors.1.side statements.0.speaker.actor statements.2.speaker.candidates.1 statements.1.relay.actor statements.0.addressee
an actor: relations.0.actors.0 relations.0.recipients.0 relations.0.claimedBy relations.0.relay events.0.actors.0
a topic: statements.1.topics.0 relations.0.topics.0 events.0.topics.0
a place: venues.0.place events.0.place reference.0
an article: flags.0.spans.0.article relations.0.evidence.1.article actors.0.role.evidence.article venues.0.claims.0.evidence.0.article
`
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [table = '', paths = ''] = line.split(': ');
    return paths.split(' ').map((path) => ({ table, path }));
  });

describe('a problem is found with its place, what was expected and what was found', () => {
  it.each(CASES)('$path = $value', ({ path, value, problem }) => {
    expect(problemsOf(changed(small, path, readValue(value)))).toEqual([problem]);
  });

  it.each([
    ['an empty list', []],
    ['null', null],
    ['"corpus"', 'corpus'],
  ])('a file that is %s', (found, input) => {
    expect(problemsOf(input)).toEqual([`wrong-shape $: expected an object, found ${found}`]);
  });

  it('a file without an article', () => {
    expect(problemsOf(minimalCorpus({ articles: [] }))).toEqual([
      'wrong-shape $.articles: expected at least one article, found an empty list',
    ]);
  });

  it.each(REFERENCES)('a reference into nowhere at $path', ({ path, table }) => {
    const place = path.replace(/\.(\d+)/g, '[$1]');
    expect(problemsOf(changed(small, path, 'nobody')).filter((line) => line.startsWith('dangling'))).toEqual([
      `dangling-reference $.${place}: expected the id of ${table}, found "nobody"`,
    ]);
  });

  it('says where the words of a drifted span stand', () => {
    const { start, end } = at('a', 'Moon met Kim');
    const drifted = `drifted-span $.relations[0].evidence[0]: expected "Moon met Kim", found " Moon met Ki" at ${start - 1} to ${end - 1}; they stand at ${start} to ${end}`;
    expect(
      problemsOf(
        changed(small, 'relations.0.evidence.0', { ...at('a', 'Moon met Kim'), start: start - 1, end: end - 1 }),
      ),
    ).toEqual([drifted]);
    const [twice] = problemsOf(changed(small, 'statements.0.source', { ...at('a', 'Moon'), start: 1 }));
    expect(twice).toMatch(/they stand at 0 to 4 and elsewhere$/);
    const [lost] = problemsOf(article(`${small.articles[0]?.text.replace('Tuesday', 'Toesday')}`));
    expect(lost).toMatch(
      /^drifted-span \$\.events\[0\]\.evidence\[0\]: expected "Tuesday", .*; these words are nowhere in the article$/,
    );
  });
});

describe('all problems are listed at once', () => {
  it('of different kinds, in one item and in others', () => {
    let broken = changed(small, 'relations.0.evidence.0.start', 0);
    broken = changed(broken, 'relations.0.relay', 'nobody');
    broken = changed(broken, 'statements.1.kind', 'loud');
    broken = changed(broken, 'statements.1.id', 7);
    broken = changed(broken, 'statements.0.addressee', 'nobody');
    broken = changed(broken, 'places.0.point', [200, 100]);
    const found = problemsOf(broken).join('\n');
    for (const path of [
      'relations[0].evidence[0]:',
      'relations[0].relay:',
      'statements[1].kind:',
      'statements[1].id:',
      'statements[0].addressee:',
      'places[0].point[0]:',
      'places[0].point[1]:',
    ])
      expect(found).toContain(` $.${path}`);
  });

  it('every unknown key of one item', () => {
    const found = problemsOf(changed(changed(small, 'actors.0.one', 1), 'actors.0.two', 2)).join('\n');
    expect(found).toContain('$.actors[0].one');
    expect(found).toContain('$.actors[0].two');
  });

  it('beside a key that every object has', () => {
    const codes = problemsOf(changed(changed(small, 'actors.0.toString', 1), 'title', 7));
    expect(codes.map((line) => line.split(':')[0])).toEqual([
      'unknown-key $.actors[0].toString',
      'wrong-shape $.title',
    ]);
  });

  it('but not of a file that is beyond the bounds of what is looked at', () => {
    const deep = '['.repeat(33) + ']'.repeat(33);
    expect(problemsOf({ ...small, title: 7, flags: JSON.parse(deep) }).map((line) => line.split(' ')[0])).toEqual([
      'too-deep',
    ]);
    expect(readCorpusText(deep)).toMatchObject({ ok: false, more: 0, problems: [{ code: 'too-deep', path: '$' }] });
  });

  it('without blaming others for an item that failed', () => {
    const found = problemsOf(changed(small, 'actors.0.name', ''));
    expect(found).toEqual(['wrong-shape $.actors[0].name: expected text that is not blank, found ""']);
  });

  it('and nothing is changed', () => {
    const frozen = JSON.stringify(changed(small, 'statements.0.addressee', 'nobody'));
    const input: unknown = JSON.parse(frozen);
    readCorpus(input);
    expect(JSON.stringify(input)).toBe(frozen);
  });
});
