// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { pinDifferences } from '../../src/domain/pinDifferences.ts';
import { corpusDigest } from '../../src/exports/digest.ts';
import { fileName } from '../../src/exports/provenance.ts';
import { headFor } from '../fixtures/head.ts';
import { bundledCorpus } from '../fixtures/markedCorpus.ts';
import { viewOf } from './views.ts';

const whole = bundledCorpus();
const told = (patch?: Parameters<typeof viewOf>[1]) => viewOf(whole, patch).told;
const named = (patch: Parameters<typeof viewOf>[1], what: string, extension: string) =>
  fileName(viewOf(whole, patch).exported, what, extension);

describe('the digest', () => {
  it('does not depend on the order of keys, and changes with a single letter', () => {
    const turned = Object.fromEntries(Object.entries(structuredClone(whole)).reverse()) as typeof whole;
    expect(corpusDigest(turned)).toBe(corpusDigest(whole));
    expect(corpusDigest(whole)).toMatch(/^[0-9a-f]{16}$/);
    expect(corpusDigest({ ...whole, title: `${whole.title}.` })).not.toBe(corpusDigest(whole));
  });
});

describe('provenance', () => {
  it('says the filters in words, what is shown, and the state of the coverage', () => {
    const moon = told({ actors: ['moon-jae-in'], tieKinds: ['conflict'] });
    expect(moon.filters).toBe('Only Conflict; Moon');
    expect(moon.shown).toMatch(/^\d+ of 37 statements, \d+ of 25 ties, \d of 6 places, \d+ of 19 events$/);
    expect(moon.pin.counts).toEqual([2, 37, 43, 6, 19, 32]);
    expect(told().filters).toBe('All of the coverage');
  });

  it('names a file by coverage, view and day, in letters that every file system takes', () => {
    expect(named({ actors: ['moon-jae-in'] }, 'statements', 'csv')).toBe(
      `dateline_${whole.id}_moon-jae-in_2026-11-22_statements.csv`,
    );
    const odd = named({ text: '../../etc "x" ﷺ', from: '2019-01-08' }, 'ties', 'gexf');
    expect(odd).toMatch(/^[A-Za-z0-9._-]+$/);
    expect(odd).not.toContain('..');
    const many = named({ actors: whole.actors.map(({ id }) => id) }, 'all', 'json');
    expect(many.length).toBeLessThan(140);
    expect(many).toContain('_and-more_');
  });
});

describe('a pin', () => {
  const pin = told().pin;
  it('finds no difference in the same coverage', () => expect(pinDifferences(pin, headFor(whole))).toEqual([]));

  it('says in what another coverage differs', () => {
    const grown = { ...whole, asOf: { ...whole.asOf, date: '2019-02-01' }, venues: whole.venues.slice(1) };
    expect(pinDifferences(pin, headFor(grown))).toEqual([
      `that was as of ${whole.asOf.date}, and this is as of 2019-02-01`,
      '6 venues are 5 now',
    ]);
    const reworded = { ...whole, title: 'Another title' };
    expect(pinDifferences(pin, headFor(reworded)).join()).toContain('another wording');
    const other = { ...whole, id: 'other' };
    expect(pinDifferences(pin, headFor(other))[0]).toContain('and this is “other”');
  });
});
