// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { type Dataset, itemById } from '../../src/domain/corpus.ts';
import { readCsv } from '../../src/exports/csv.ts';
import { PROVENANCE_COLUMNS, TABLE_NAMES, tableOf } from '../../src/exports/tables.ts';
import { byMachine } from '../fixtures/byHand.ts';
import { bundledCorpus, changed, smallCorpus } from '../fixtures/markedCorpus.ts';
import { csvOf, VIEWS, viewOf } from './views.ts';

const tables = VIEWS.flatMap(([name, exported]) => TABLE_NAMES.map((table) => [name, table, exported] as const));

/** The rows of a table by the names of its columns. */
function records(...[exported, table]: Parameters<typeof csvOf>): Record<string, string>[] {
  const { columns, rows } = readCsv(csvOf(exported, table));
  return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? ''])));
}

describe('tables', () => {
  it.each(tables)('%s: the %s come back as they were, and say where they are from', (_, table, exported) => {
    const { columns, rows } = tableOf(exported.slice, table, exported.told);
    expect(readCsv(csvOf(exported, table))).toEqual({ columns, rows });
    expect(rows.length).toBe(Math.max(1, exported.slice[table].length));
    expect(new Set(columns).size).toBe(columns.length);
    for (const row of rows) expect(row.length).toBe(columns.length);
    expect(columns.slice(-PROVENANCE_COLUMNS.length)).toEqual([...PROVENANCE_COLUMNS]);
    for (const record of records(exported, table)) {
      expect(record).toMatchObject({
        coverage: exported.whole.id,
        as_of: exported.whole.asOf.date,
        filters: exported.told.filters,
        exported: exported.told.made,
        link: exported.told.link,
      });
      expect(record.digest).toMatch(/^[0-9a-f]{16}$/);
      expect(record.shown).toMatch(/statements, .* ties, .* places, .* events$/);
    }
  });

  it.each(tables)('%s: every span of the %s is in its article', (_, table, exported) => {
    const { articles } = exported.whole;
    for (const record of records(exported, table))
      for (const [column, cell] of Object.entries(record)) {
        if (!/_spans?$/.test(column) || cell === '') continue;
        for (const span of cell.split(/ \| |, /)) {
          const [, article = '', start, end] = /^(.+):(\d+)-(\d+)$/.exec(span) ?? [];
          const text = itemById(articles, article)?.text ?? '';
          expect(text.slice(Number(start), Number(end)).length, span).toBe(Number(end) - Number(start));
        }
      }
  });

  it('tell a statement with ids and names, its words and who may have said them', () => {
    const rows = records(viewOf(smallCorpus()), 'statements');
    expect(rows[0]).toMatchObject({
      id: 's-wait',
      article: 'A',
      headline: 'Moon waits for Kim',
      kind: 'direct',
      words: 'We wait for Kim',
      cue: 'said',
      source_words: 'Moon',
      speaker_id: 'moon',
      speaker: 'Moon',
      certainty: 'named',
      addressee: 'Kim',
      same: 'g-wait',
      filters: 'All of the coverage',
    });
    expect(rows[1]).toMatchObject({ method: 'coreference', because: 'Moon', relay: 'Xinhua', topics: 'Peace' });
    expect(rows[2]).toMatchObject({ speaker_id: '', candidates: 'Moon | Kim', reason: 'Nobody is named before.' });
  });

  it('tell relations, venues and events', () => {
    const view = viewOf(smallCorpus());
    expect(records(view, 'relations')[0]).toMatchObject({
      actors: 'Moon',
      recipients: 'Kim',
      event: 'CONSULT',
      tie_kind: 'talks',
      ties: 'talks_kim~moon',
      mediator: 'no',
      articles: 'A | B',
      evidence_words: 'Moon met Kim | Moon and Kim met',
    });
    expect(records(view, 'venues')[0]).toMatchObject({
      place: 'Hanoi',
      coordinates: 'POINT (105.85 21.03)',
      claims: 'access: By train',
      attributed_to: 'the reporter',
    });
    expect(records(view, 'events')[0]).toMatchObject({ date: '2019-01-08', surface: 'Tuesday', place: 'Hanoi' });
  });

  it('say who made each item, and whether a person has checked it', () => {
    const machine = { ...smallCorpus(), made: { reader: 'dateline', version: '1.0', on: null } };
    const corpus = changed(machine, 'statements.0.mark', byMachine(80).mark) as Dataset;
    const rows = records(viewOf(corpus), 'statements');
    const reasons = 'cue:said | name-before-cue';
    expect(rows[0]).toMatchObject({ by: 'machine', checked: 'no', sure: '80', why: reasons, review: 'none' });
    expect(rows[1]).toMatchObject({ by: 'person', checked: 'yes', sure: '', why: '', review: '' });
    for (const table of TABLE_NAMES)
      for (const record of records(viewOf(bundledCorpus()), table))
        expect(record).toMatchObject({ by: 'person', checked: 'yes' });
  });

  it('tell the day of a statement, fuller names, topics and ends', () => {
    const view = viewOf(bundledCorpus());
    const find = (table: (typeof TABLE_NAMES)[number], id: string) => records(view, table).find((row) => row.id === id);
    expect(find('statements', 'b-trump-tweet')).toMatchObject({
      said: '2019-01-08',
      said_certainty: 'stated',
      said_words: 'tweeted Tuesday',
      speaker_full_name: '',
    });
    expect(find('statements', 'b-moon-guard')).toMatchObject({
      said: '',
      speaker: 'Moon',
      speaker_full_name: 'Moon Jae-in',
    });
    expect(find('relations', 'r-kim-xi-arms-length')).toMatchObject({
      until: '../2018-03',
      topics: 'China and North Korea',
    });
    expect(find('events', 'e-trade-talks-start')).toMatchObject({ topic_ids: 'trade', topics: 'Trade talks' });
  });

  it('have as many rows as the view has items, and one that says why there are none', () => {
    const moon = viewOf(bundledCorpus(), { actors: ['moon-jae-in'] });
    expect(records(moon, 'statements').map(({ id }) => id)).toEqual(moon.slice.statements.map(({ id }) => id));
    const [only, ...others] = records(viewOf(bundledCorpus(), { text: 'zzz' }), 'events');
    expect(others).toEqual([]);
    expect(only).toMatchObject({ id: '', filters: 'Only “zzz”' });
  });
});
