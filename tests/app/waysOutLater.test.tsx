import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import PrintedPaper from '../../src/app/PrintedPaper.tsx';
import { paperFile } from '../../src/app/paperFile.tsx';
import Sharing from '../../src/app/Sharing.tsx';
import { asking } from '../../src/app/useDesk.ts';
import type { Desk } from '../../src/coverage/desk.ts';
import { type Filters, NO_FILTERS } from '../../src/domain/filters.ts';
import { DEFAULT_VIEW } from '../../src/domain/view.ts';
import { readCsv } from '../../src/exports/csv.ts';
import { createAddress } from '../../src/url/address.ts';
import { deskCorpus } from '../features/deskCorpus.ts';
import { farAway, inMemory } from '../fixtures/ask.ts';
import { stillDesk } from '../fixtures/desk.tsx';
import { indexed } from '../fixtures/indexed.ts';

const saved = vi.hoisted(() => [] as { name: string; text: string }[]);
vi.mock('../../src/ui/download.ts', () => ({
  download: (name: string, text: string) => saved.push({ name, text }),
}));

// jsdom has no streams.
vi.mock('../../src/features/share/packStory.ts', () => ({ packStory: async () => 'packed' }));

/** A desk in front of an engine that answers later, with copies, as one beside the page does. */
function laterDesk(patch: Partial<Filters> = {}): Desk {
  const corpus = deskCorpus();
  indexed(corpus);
  const filters = { ...NO_FILTERS, ...patch };
  return {
    ...stillDesk(corpus, { filters, view: DEFAULT_VIEW }),
    waits: true,
    ...asking(farAway(inMemory(corpus)).select(filters)),
  };
}

beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function show() {
    this.open = true;
  };
});

describe('with an engine that answers later', () => {
  it('what is printed is the edition of a view that has stood still, and the desk before that', async () => {
    vi.useFakeTimers();
    const { container } = render(<PrintedPaper desk={laterDesk({ kinds: ['direct'] })} />);
    const printed = async () => {
      fireEvent(window, new Event('beforeprint'));
      const found = container.querySelector('article');
      await act(async () => fireEvent(window, new Event('afterprint')));
      return found;
    };
    await act(() => vi.advanceTimersByTimeAsync(2000));
    expect(await printed()).toHaveTextContent('Only Direct');
    vi.useRealTimers();
    const early = render(<PrintedPaper desk={laterDesk()} />);
    await act(async () => {
      fireEvent(window, new Event('beforeprint'));
      expect(early.container).toBeEmptyDOMElement();
      fireEvent(window, new Event('afterprint'));
    });
  });

  it('the paper edition is a file', async () => {
    const { name, text } = await paperFile(laterDesk({ kinds: ['direct'] }));
    expect(name).toMatch(/^dateline_small_direct_.*_paper\.html$/);
    expect(text).toContain('Only Direct');
  });

  it('the share dialog saves files, and says what a link holds', async () => {
    const address = createAddress(window, () => null);
    const desk = laterDesk({ kinds: ['direct'] });
    await act(async () => render(<Sharing address={address} desk={desk} map={undefined} onClose={() => {}} />));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/^This link holds the filters Direct\./)).toBeVisible();
    fireEvent.click(dialog.getByRole('tab', { name: 'Files' }));
    for (const kind of [
      'csv, statements',
      'geojson, places',
      'gexf, network',
      'jsonld, annotations',
      'json, coverage',
    ]) {
      const before = saved.length;
      fireEvent.click(dialog.getByRole('button', { name: `Save .${kind}` }));
      await expect.poll(() => saved.length, { timeout: 10_000 }).toBe(before + 1);
      await act(async () => {});
    }
    const { rows, columns } = readCsv(saved[0]?.text ?? '');
    expect(rows).toHaveLength(deskCorpus().statements.filter(({ kind }) => kind === 'direct').length);
    expect(rows[0]?.[columns.indexOf('filters')]).toBe('Only Direct');
    fireEvent.click(dialog.getByRole('tab', { name: 'Story' }));
    await act(async () => fireEvent.click(dialog.getByRole('button', { name: 'Add this view' })));
    expect(await dialog.findByText('The desk, all of the coverage')).toBeVisible();
    address.dispose();
    localStorage.clear();
  });
});
