import { act, fireEvent, screen } from '@testing-library/react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { inFrame, isMisplaced } from '../../src/app/framed.ts';
import { DEFAULT_VIEW } from '../../src/domain/view.ts';
import { deskCorpus } from '../features/deskCorpus.ts';
import { passed } from '../fixtures/ask.ts';
import { startApp } from './startApp.tsx';

beforeAll(
  () => Promise.all([import('../../src/app/KioskScreen.tsx'), import('../../src/app/FramedScreen.tsx')]),
  30_000,
);

describe('a page in a frame', () => {
  it('is known by the page above it', () => {
    expect(inFrame(window)).toBe(false);
    const top = { ...window } as Window;
    expect(inFrame({ self: window, top })).toBe(true);
    expect(inFrame({ self: window, top: null })).toBe(true);
  });

  it('may be an embed or the wall, and no other view', () => {
    expect(isMisplaced(DEFAULT_VIEW, true)).toBe(true);
    expect(isMisplaced(DEFAULT_VIEW, false)).toBe(false);
    expect(isMisplaced({ ...DEFAULT_VIEW, embed: 'map' }, true)).toBe(false);
    expect(isMisplaced({ ...DEFAULT_VIEW, kiosk: 20 }, true)).toBe(false);
  });

  it('is no wall of the coverage of somebody else, which a page would have to ask for', () => {
    const foreign = [{ data: 'https://data.example.org/a.json' }, { file: { name: 'a', digest: '0123456789abcdef' } }];
    for (const part of foreign) {
      expect(isMisplaced({ ...DEFAULT_VIEW, ...part, kiosk: 20 }, true)).toBe(true);
      expect(isMisplaced({ ...DEFAULT_VIEW, ...part, kiosk: 20 }, false)).toBe(false);
    }
  });

  it.each([
    ...['', '?v=1&page=paper', '?v=1&page=tellings', '?v=1&embed=nothing', '?v=1&kiosk=never'],
    // What a server may take for an embed, or for the desk.
    ...['?%65mbed=x&embed=quotes', '?embed=x&embed=quotes', '?embed=quotes&embed=ties', '?EMBED=quotes'],
    // What asks for leave or for a file.
    ...['?data=https://data.example.org/a.json', '?v=1&file=a.0123456789abcdef'],
    ...['?kiosk=5&data=https://data.example.org/a.json&allow=data.example.org', '?kiosk=5&file=a.0123456789abcdef'],
    '?%65mbed=x&embed=quotes&kiosk=5&data=https://data.example.org/a.json',
  ])('shows nothing but a link to itself at “%s”, and asks for no coverage', async (query) => {
    const load = vi.fn(async () => passed(deskCorpus()));
    await startApp(query, load, true);
    await screen.findByRole('link');
    expect(document.body).toHaveTextContent(
      /^Dateline\s*This view is not shown inside another page\.\s*Open it in a new tab$/,
    );
    expect(screen.queryAllByRole('button')).toEqual([]);
    expect(screen.getAllByRole('link')).toHaveLength(1);
    const link = screen.getByRole('link', { name: 'Open it in a new tab' });
    expect(link).toHaveAttribute('target', '_blank');
    expect(link).toHaveAttribute('rel', 'noopener noreferrer');
    expect(load).not.toHaveBeenCalled();
  });

  it('leads to the same view', async () => {
    await startApp('?v=1&kind=direct&theirs=1', undefined, true);
    expect(await screen.findByRole('link')).toHaveAttribute('href', '?v=1&kind=direct');
  });

  it('comes to the same when the wall is left for the desk', async () => {
    await startApp('?v=1&kind=direct&kiosk=20', undefined, true);
    await screen.findByRole('progressbar');
    await act(async () => fireEvent.keyDown(document.body, { key: 'Escape' }));
    expect(await screen.findByRole('link')).toHaveAttribute('href', '?v=1&kind=direct');
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(screen.queryByRole('searchbox')).toBeNull();
  });
});
