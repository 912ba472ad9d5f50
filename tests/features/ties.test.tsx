import { screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { tieSentence } from '../../src/domain/tieNames.ts';
import { tieRows } from '../../src/domain/tieRows.ts';
import { TiesPanel } from '../../src/features/ties/TiesPanel.tsx';
import { BELOW } from '../../src/ui/useMediaQuery.ts';
import { renderDesk, setMedia, textOf } from '../fixtures/desk.tsx';
import { bundledCorpus, minimalCorpus } from '../fixtures/markedCorpus.ts';
import { deskCorpus } from './deskCorpus.ts';

// The network comes in a chunk of its own; here it is there from the start.
beforeAll(() => import('../../src/features/ties/Network.tsx').then(() => {}));

const AID = 'Korea to Japan: cooperation, 4 passages, 2 asserted, 1 future, 1 negated';
const FINE = 'Japan to Korea: conflict, 1 passage, asserted';
const LETTERS = 'Sweden to talks of Japan and Korea: mediation, 1 passage, asserted';
const TALK = 'Japan and Korea: talks, 1 passage, asserted';
const ALL = [AID, FINE, LETTERS, TALK];

const TIE = /: (cooperation|conflict|talks|mediation), /;
const tieNames = async () =>
  (await screen.findAllByRole('button', { name: TIE })).map((one) => one.getAttribute('aria-label') ?? textOf(one));

/** The rows of the list: the name of the tie, and its number of passages. */
const listRows = async () =>
  within(await screen.findByRole('table'))
    .getAllByRole('row')
    .slice(1)
    .map((row) => ({ name: textOf(within(row).getByRole('rowheader')), cells: within(row).getAllByRole('cell') }));

describe('the three views of the ties', () => {
  it('network and matrix offer the same ties by the same sentence, a mutual tie in both cells of the matrix', async () => {
    const { user } = await renderDesk(TiesPanel);
    expect([...(await tieNames())].sort()).toEqual([...ALL].sort());
    await user.click(screen.getByRole('button', { name: 'Matrix' }));
    expect([...(await tieNames())].sort()).toEqual([...ALL, TALK].sort());
    const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);
    const talking = rows.filter((row) => within(row).queryByRole('button', { name: TALK }) !== null);
    expect(talking.map((row) => textOf(within(row).getByRole('rowheader'))).sort()).toEqual(['Japan', 'Korea']);
  });

  it('the list has them too, most passages first', async () => {
    await renderDesk(TiesPanel, { view: { ties: 'list' } });
    expect((await listRows()).map(({ cells }) => textOf(cells.at(-1) ?? document.body))).toEqual(['4', '1', '1', '1']);
    expect((await listRows()).map(({ name }) => name)).toEqual([
      expect.stringMatching(/^Korea to Japan\s*cooperation, 2 asserted, 1 future, 1 negated$/),
      expect.stringMatching(/^Japan to Korea\s*conflict, asserted$/),
      expect.stringMatching(/^Sweden to talks of Japan and Korea\s*mediation, asserted$/),
      expect.stringMatching(/^Japan and Korea\s*talks, asserted$/),
    ]);
  });

  it('hold every tie of the coverage', async () => {
    const corpus = bundledCorpus();
    const rows = tieRows(corpus);
    const expected = rows.map((row) => tieSentence(row, corpus));
    const { user } = await renderDesk(TiesPanel, { corpus, view: { ties: 'list' } });
    expect(await listRows()).toHaveLength(rows.length);
    await user.click(screen.getByRole('button', { name: 'Matrix' }));
    expect(new Set(await tieNames())).toEqual(new Set(expected));
  });

  it('are a list on a phone, and the network elsewhere, until one is chosen', async () => {
    setMedia(BELOW.tablet);
    const { user, calls } = await renderDesk(TiesPanel);
    expect(screen.getByRole('button', { name: 'List' })).toHaveAttribute('aria-pressed', 'true');
    expect(await listRows()).toHaveLength(4);
    await user.click(screen.getByRole('button', { name: 'Network' }));
    expect(calls.onView.mock.calls).toEqual([[{ ties: 'network' }]]);
    expect(await tieNames()).toHaveLength(4);
  });

  it('mark in part possible with "?" and denied with "×"', async () => {
    await renderDesk(TiesPanel, { view: { ties: 'matrix' } });
    const shown = (name: string) => textOf(screen.getAllByRole('button', { name })[0] ?? document.body);
    expect(shown(AID)).toBe('4?×');
    expect(shown(FINE)).toBe('1');
  });

  it.each(['network', 'matrix'] as const)(
    'the %s says which ties are not in the selection, and keeps them',
    async (ties) => {
      await renderDesk(TiesPanel, { view: { ties }, filters: { articles: ['b'] } });
      const names = [...new Set(await tieNames())].sort();
      expect(names).toEqual(
        [
          'Korea to Japan: cooperation, 1 passage, asserted',
          `${FINE}, not in this selection`,
          `${LETTERS}, not in this selection`,
          `${TALK}, not in this selection`,
        ].sort(),
      );
      expect(screen.getByText(/^1 of 4 ties, 1 passage/)).toBeVisible();
    },
  );

  it('the list leaves out what is not in the selection', async () => {
    await renderDesk(TiesPanel, { view: { ties: 'list' }, filters: { text: 'fined' } });
    expect((await listRows()).map(({ name }) => name)).toEqual([expect.stringContaining('Japan to Korea')]);
  });

  it('the list says so when no tie is left', async () => {
    await renderDesk(TiesPanel, { view: { ties: 'list' }, filters: { text: 'nowhere' } });
    expect(screen.getByText('No tie passes the filters.')).toBeVisible();
  });

  it.each(['network', 'matrix', 'list'] as const)('the %s of a coverage without ties does not fail', async (ties) => {
    await renderDesk(TiesPanel, { view: { ties }, corpus: minimalCorpus() });
    expect(await screen.findByText(/^0 ties, 0 passages/)).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('choosing a tie', () => {
  it.each([
    ['network', FINE],
    ['matrix', FINE],
    ['list', /^Japan to Korea/],
  ] as const)('in the %s filters by it, and again takes it back', async (ties, name) => {
    const { user, now } = await renderDesk(TiesPanel, { view: { ties } });
    await user.click(await screen.findByRole('button', { name }));
    expect(now().filters.ties).toEqual(['conflict_japan_korea']);
    expect(screen.getByRole('button', { name })).toHaveAttribute('aria-pressed', 'true');
    await user.click(screen.getByRole('button', { name }));
    expect(now().filters.ties).toEqual([]);
  });

  it('offers to read its passages, and opens them', async () => {
    const { user, calls } = await renderDesk(TiesPanel, { view: { ties: 'matrix' } });
    expect(screen.queryByRole('button', { name: /^Read/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: FINE }));
    await user.click(screen.getByRole('button', { name: new RegExp(`^Read.*${FINE}$`) }));
    expect(calls.onOpen.mock.calls).toEqual([[{ mark: 'conflict_japan_korea', passage: 1 }]]);
  });

  it('an actor, too, can be chosen and read', async () => {
    const { user, calls } = await renderDesk(TiesPanel, { view: { ties: 'matrix' } });
    await user.click(screen.getByRole('button', { name: 'Sweden' }));
    await user.click(screen.getByRole('button', { name: /^Read.*Sweden$/ }));
    expect(calls.onOpen.mock.calls).toEqual([[{ mark: 'sweden', passage: 1 }]]);
  });

  it('in the list, the words lead to the passage', async () => {
    const { user, calls } = await renderDesk(TiesPanel, { view: { ties: 'list' } });
    await user.click(screen.getByRole('button', { name: /Japan fined Korea/ }));
    expect(calls.onOpen.mock.calls).toEqual([[{ mark: 'conflict_japan_korea', passage: 1 }]]);
  });
});

describe('a tie with hostile names', () => {
  it('shows them as text', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const corpus = JSON.parse(JSON.stringify(deskCorpus()).replaceAll('"name":"Japan"', `"name":"${evil}"`));
    const { container } = await renderDesk(TiesPanel, { corpus });
    expect(await tieNames()).toContain(`${evil} to Korea: conflict, 1 passage, asserted`);
    expect(container.querySelector('img')).toBeNull();
  });
});
