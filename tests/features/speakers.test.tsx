import { screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { SPEAKERS } from '../../src/coverage/answers/speakers.ts';
import { SpeakersPanel } from '../../src/features/speakers/SpeakersPanel.tsx';
import { answered } from '../fixtures/ask.ts';
import { renderDesk, textOf } from '../fixtures/desk.tsx';
import { bundledCorpus, minimalCorpus } from '../fixtures/markedCorpus.ts';

beforeAll(() => import('../../src/features/speakers/SpeakersChart.tsx').then(() => {}));

/** The lines as a screen reader has them: without the drawing. */
const lines = () =>
  within(screen.getByRole('region', { name: 'Speakers' }))
    .getAllByRole('listitem')
    .map((line) => textOf(line).slice(0, -textOf(line.querySelector('svg') ?? line).length))
    .filter((words) => /\d direct/.test(words));
const tableRows = () =>
  within(screen.getByRole('table'))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [textOf(within(row).getByRole('rowheader')), ...within(row).getAllByRole('cell').map(textOf)]);

const ALL = { speakers: 1e6, about: 1e6 };

describe('who speaks', () => {
  it('has the speakers with their statements by kind, unresolved ones last', async () => {
    await renderDesk(SpeakersPanel);
    expect(lines()).toEqual([
      expect.stringMatching(/^Kim\s*0 direct, 1 mixed, 1 indirect$/),
      expect.stringMatching(/^Moon\s*2 direct, 0 mixed, 0 indirect$/),
      expect.stringMatching(/^Park\s*0 direct, 0 mixed, 1 indirect$/),
      expect.stringMatching(/^“he”\s*1 direct, 0 mixed, 0 indirect$/),
    ]);
  });

  it('has the same numbers in its table, for all of the coverage', async () => {
    const corpus = bundledCorpus();
    const { user } = await renderDesk(SpeakersPanel, { corpus });
    const inChart = lines();
    await user.click(screen.getByRole('button', { name: 'Table' }));
    await screen.findByRole('table');
    const rows = answered(corpus, SPEAKERS, ALL).speakers;
    expect(tableRows()).toEqual(
      rows.map(({ name, direct, mixed, indirect }) => [
        name.replace(/\s+/g, ' '),
        ...[direct, mixed, indirect].map(String),
      ]),
    );
    expect(inChart).toHaveLength(rows.length);
    rows.forEach(({ direct, mixed, indirect }, index) => {
      expect(inChart[index]).toContain(`${direct} direct, ${mixed} mixed, ${indirect} indirect`);
    });
    const total = rows.reduce((sum, row) => sum + row.direct + row.mixed + row.indirect, 0);
    expect(total).toBe(corpus.statements.length);
  });

  it('follows the filters with its numbers and keeps its rows', async () => {
    const { user } = await renderDesk(SpeakersPanel, { filters: { articles: ['b'] } });
    expect(lines()).toEqual([
      expect.stringMatching(/^Kim\s*0 direct, 0 mixed, 0 indirect, not in this selection$/),
      expect.stringMatching(/^Moon\s*1 direct, 0 mixed, 0 indirect$/),
      expect.stringMatching(/^Park\s*0 direct, 0 mixed, 0 indirect, not in this selection$/),
      expect.stringMatching(/^“he”\s*0 direct, 0 mixed, 0 indirect, not in this selection$/),
    ]);
    await user.click(screen.getByRole('button', { name: 'Table' }));
    expect(tableRows()).toEqual([
      ['Kim', '0', '0', '0'],
      ['Moon', '1', '0', '0'],
      ['Park', '0', '0', '0'],
      ['“he”', '0', '0', '0'],
    ]);
  });

  it.each(['Chart', 'Table'])(
    'in the %s a speaker filters, and again takes it back; an unresolved one is no button',
    async (shape) => {
      const { user, now } = await renderDesk(SpeakersPanel);
      await user.click(screen.getByRole('button', { name: shape }));
      await user.click(screen.getByRole('button', { name: 'Kim' }));
      expect(now().filters.actors).toEqual(['kim']);
      expect(screen.getByRole('button', { name: 'Kim' })).toHaveAttribute('aria-pressed', 'true');
      await user.click(screen.getByRole('button', { name: 'Kim' }));
      expect(now().filters.actors).toEqual([]);
      expect(screen.queryByRole('button', { name: /he/ })).toBeNull();
      expect(screen.getByText('“he”')).toBeVisible();
    },
  );

  it('says so when nobody speaks', async () => {
    await renderDesk(SpeakersPanel, { corpus: minimalCorpus() });
    expect(screen.getByText('Nobody speaks in this coverage.')).toBeVisible();
  });
});
