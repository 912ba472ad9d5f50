// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { EDITION, type Edition } from '../../src/coverage/answers/edition.ts';
import type { Cite } from '../../src/coverage/answers/footnotes.ts';
import { applyFilters } from '../../src/domain/applyFilters.ts';
import { paragraphsOf } from '../../src/domain/article.ts';
import { type Corpus, type Dataset, itemById } from '../../src/domain/corpus.ts';
import type { Evidence } from '../../src/domain/evidence.ts';
import { type Filters, NO_FILTERS } from '../../src/domain/filters.ts';
import { spansOf } from '../../src/domain/statement.ts';
import { answered } from '../fixtures/ask.ts';
import { bundledCorpus } from '../fixtures/markedCorpus.ts';
import { FIXTURES } from '../gallery/fixtures/fixtures.ts';
import { deskCorpus } from './deskCorpus.ts';

const whole = bundledCorpus();

/** Every citing of an edition in reading order. */
function citesOf({ settled, unresolved, ties, venues, events, flags }: Edition): Cite[] {
  return [
    ...[...settled, ...unresolved].flatMap(({ cites, because }) => [...cites, ...(because?.cites ?? [])]),
    ...ties.flatMap(({ told }) => told.flatMap(({ cites }) => cites)),
    ...venues.flatMap(({ named, claims }) => [...named, ...claims.flatMap(({ cites }) => cites)]),
    ...events.flatMap(({ cites }) => cites),
    ...flags.flatMap((group) => group.flags.flatMap(({ cites }) => cites)),
  ];
}

/** All that a slice rests on. */
const evidenceOf = (slice: Dataset): Evidence[] => [
  ...slice.statements.flatMap((one) => [
    ...spansOf(one),
    ...(one.speaker.status === 'resolved' ? one.speaker.because : []),
  ]),
  ...slice.relations.flatMap(({ evidence }) => evidence),
  ...slice.venues.flatMap(({ evidence, claims }) => [...evidence, ...claims.flatMap((claim) => claim.evidence)]),
  ...slice.events.flatMap(({ evidence }) => evidence),
  ...slice.flags.flatMap(({ spans }) => spans),
];

/** Where a footnote says that its words stand: in its first paragraph, or running on into the next ones. */
function placeOf(edition: Edition, slice: Dataset, evidence: Evidence): boolean {
  const article = itemById(slice.articles, evidence.article);
  if (!article) return false;
  return edition.notes.some((note) => {
    if (note.article !== article.id || !note.exact.includes(evidence.exact)) return false;
    const from = paragraphsOf(article)[note.paragraphs[0] - 1]?.start ?? 0;
    for (let at = article.text.indexOf(note.exact, from - 1); at >= 0; at = article.text.indexOf(note.exact, at + 1))
      if (at <= evidence.start && evidence.end <= at + note.exact.length) return true;
    return false;
  });
}

const CASES: [string, Corpus, Partial<Filters>][] = [
  ['the bundled coverage', whole, {}],
  ['a filtered view', whole, { actors: ['moon-jae-in'] }],
  ...Object.entries(FIXTURES).map(([name, make]): [string, Corpus, Partial<Filters>] => [
    `the fixture ${name}`,
    make() as Corpus,
    {},
  ]),
];

describe.each(CASES)('footnotes of %s', (_, all, filters) => {
  const slice = applyFilters(all, { ...NO_FILTERS, ...filters });
  const edition = answered(all, EDITION, null, filters);
  const cites = citesOf(edition);

  it('come as they are from wherever they are asked', () => expect(structuredClone(edition)).toEqual(edition));

  it('are numbered in the order of their first citing, none is left out, and every citing has a place to come back to', () => {
    expect([...new Set(cites.map(({ note }) => note))]).toEqual(edition.notes.map(({ number }) => number));
    expect(new Set(cites.map(({ note, at }) => `${note} ${at}`)).size).toBe(cites.length);
    for (const { number, cited } of edition.notes)
      expect(cites.filter(({ note }) => note === number)).toHaveLength(cited);
  });

  it('hold the words exactly as they stand in the article, each passage once', () => {
    for (const { article, exact } of edition.notes) expect(itemById(all.articles, article)?.text).toContain(exact);
    const keys = edition.notes.map(({ article, paragraphs, exact }) => `${article} ${paragraphs} ${exact}`);
    const repeats = keys.length - new Set(keys).size;
    // The same words twice in one paragraph are two passages.
    expect(repeats).toBeLessThanOrEqual(1);
  });

  it('hold all the evidence of what is shown', () => {
    const lost = evidenceOf(slice).filter((evidence) => !placeOf(edition, all, evidence));
    expect(lost).toEqual([]);
  });

  it('belong to rows of all that is in the slice', () => {
    expect(edition.settled.length + edition.unresolved.length).toBe(slice.statements.length);
    expect(edition.venues).toHaveLength(slice.venues.length);
    expect(edition.events).toHaveLength(slice.events.length);
    expect(edition.flags.flatMap(({ flags }) => flags)).toHaveLength(slice.flags.length);
    const told = new Set(edition.ties.flatMap((tie) => tie.told.map(({ summary }) => summary)));
    // A relation of one actor alone draws no tie.
    const drawn = slice.relations.filter(({ actors, recipients }) => actors.length + recipients.length > 1);
    expect([...told].sort()).toEqual([...new Set(drawn.map(({ summary }) => summary))].sort());
  });
});

describe('the same passage', () => {
  it('has the same number wherever it is cited', () => {
    const { ties, notes } = answered(deskCorpus(), EDITION, null);
    const aid = ties.find(({ kind }) => kind === 'cooperation')?.told.find(({ cites }) => cites.length === 2);
    const words = aid?.cites.map(({ note }) => notes[note - 1]?.exact);
    expect(words).toEqual(['Korea sent rice to Japan', 'Korea gave rice to Japan']);
    const edition = answered(whole, EDITION, null);
    const cut = edition.settled.find(({ cutOff }) => cutOff);
    const flag = edition.flags.find(({ kind }) => kind === 'truncated')?.flags[0];
    expect(flag?.cites[0]?.note).toBe(cut?.cites[0]?.note);
    expect(flag?.cites[0]?.at).toBeGreaterThan(1);
  });
});

describe('statements on paper', () => {
  const { settled, unresolved, notes } = answered(deskCorpus(), EDITION, null);
  const rowOf = (id: string) => [...settled, ...unresolved].find((row) => row.id === id);

  it('keep an unresolved speaker unresolved, and say beside it whom another article names for the same words', () => {
    expect(unresolved.map(({ id }) => id)).toEqual(['s-wait']);
    expect(rowOf('s-wait')).toMatchObject({
      voice: { words: 'he' },
      candidates: ['Kim', 'Moon'],
      reason: 'Two are named before.',
      same: [{ source: { badge: 'B' }, voice: { actor: 'Moon' }, shown: true }],
    });
    expect(rowOf('s-wait-b')).toMatchObject({ voice: { actor: 'Moon' }, same: [{ voice: { words: 'he' } }] });
  });

  it('quote speaker, cue and words together in the footnote, with their quotation marks', () => {
    const note = notes[(rowOf('s-ready')?.cites[0]?.note ?? 0) - 1];
    expect(note?.exact).toMatch(/^"We are ready to talk .* with us", Moon said$/);
    expect(note?.paragraphs).toEqual([2, 2]);
  });

  it('cite what a resolved speaker is resolved from, mark what is cut off, and name the relay', () => {
    const because = rowOf('s-rain')?.because;
    expect(because?.within).toBe(true);
    expect(because?.cites.map(({ note }) => notes[note - 1]?.exact)).toEqual(['Kim']);
    expect(rowOf('s-cut')?.cutOff).toBe(true);
    expect(rowOf('s-ready')?.cutOff).toBe(false);
    expect(rowOf('s-calm')?.relay).toBe('Xinhua');
  });
});
