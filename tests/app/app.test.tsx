import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { CorpusSource } from '../../src/source/corpusSource.ts';
import { LoadError } from '../../src/source/fetchText.ts';
import { deskCorpus } from '../features/deskCorpus.ts';
import { passed } from '../fixtures/ask.ts';
import { setMedia, textOf } from '../fixtures/desk.tsx';
import { changed, markedArticle } from '../fixtures/markedCorpus.ts';
import { panel, startApp } from './startApp.tsx';

const PANELS = ['Who relates to whom', 'Where it may happen', 'Who speaks', 'Who said what', 'When'];
const notes = () => screen.queryByRole('status', { name: 'Notes about this link' });

describe('the screens before the desk', () => {
  it('says that it is loading, with every panel in its place', async () => {
    await startApp('', () => new Promise(() => {}));
    expect(screen.getByText('Loading the coverage')).toBeInTheDocument();
    expect(screen.getByRole('main')).toHaveAttribute('aria-busy', 'true');
    expect(screen.getAllByRole('heading', { level: 2 }).map(textOf)).toEqual(PANELS);
  });

  it('lists what is wrong with a refused corpus, each with its place', async () => {
    const bad = changed(changed(deskCorpus(), 'statements.0.kind', 'sung'), 'actors.0.colour', 'red');
    await startApp('', async () => passed(bad));
    expect(await screen.findByRole('heading', { name: 'This coverage was refused' })).toBeVisible();
    const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);
    const cells = rows.map((row) => within(row).getAllByRole('cell').map(textOf));
    expect(cells).toEqual(
      expect.arrayContaining([
        ['$.statements[0].kind', '–', expect.stringContaining('direct'), '"sung"', 'wrong-shape'],
        ['$.actors[0].colour', '–', expect.any(String), expect.any(String), 'unknown-key'],
      ]),
    );
    expect(screen.getByText(`${rows.length} problems`)).toBeVisible();
  });

  it('says what failed when there is nothing to judge, and tries again', async () => {
    const load = vi
      .fn<CorpusSource['load']>()
      .mockRejectedValueOnce(new LoadError('load/http-404', 'The server answered 404.'));
    load.mockResolvedValue(passed(deskCorpus()));
    const user = await startApp('', load);
    expect(await screen.findByRole('heading', { name: 'The server answered 404.' })).toBeVisible();
    expect(screen.getByText('load/http-404')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await panel('Who said what')).toBeVisible();
  });

  it('does not show the words of an error that it does not know', async () => {
    await startApp('', async () => Promise.reject(new Error('secret <b>internals</b>')));
    expect(await screen.findByRole('heading', { name: 'The coverage could not be loaded.' })).toBeVisible();
    expect(document.body).not.toHaveTextContent('secret');
  });
});

describe('the desk', () => {
  it('has every panel, and one filter narrows them all', async () => {
    const user = await startApp();
    for (const name of PANELS) expect(await panel(name)).toBeVisible();
    await user.click(within(await panel('Who speaks')).getByRole('button', { name: 'Kim' }));
    expect(await panel('Who said what')).toHaveTextContent('Said by Kim');
    expect(window.location.search).toBe('?v=1&actor=kim');
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(window.location.search).toBe('');
  });

  it('opens the reader from a card, and closes it by Escape', async () => {
    const user = await startApp();
    await user.click(await screen.findByRole('button', { name: /the bridge/ }));
    expect(await screen.findByText(/^Passage 5 of 6/)).toBeVisible();
    expect(window.location.search).toBe('?v=1&open=s-cut');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('complementary', { name: 'Reader' })).toBeNull();
  });

  it('empties the text filter by Escape with the reader open, too', async () => {
    const user = await startApp('?v=1&open=s-cut');
    expect(await screen.findByText(/^Passage 5 of 6/)).toBeVisible();
    await user.type(screen.getByRole('combobox', { name: /^Search/ }), 'the{Escape}{Escape}');
    expect(screen.getByRole('combobox', { name: /^Search/ })).toHaveValue('');
  });

  it('says what returns when no statement is left', async () => {
    const user = await startApp('?v=1&actor=park&article=b');
    expect(await screen.findByRole('region', { name: 'No statement left' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: /^Remove\s*filter Article B$/ }));
    expect(await panel('Who said what')).toHaveTextContent('Said by Park');
  });
});

describe('the two tellings', () => {
  it('keep the pair of articles in the link, so that back brings the pair before', async () => {
    const { articles } = deskCorpus();
    const more = { ...deskCorpus(), articles: [...articles, markedArticle('c', 'Third\n\nNothing of it.').article] };
    const user = await startApp('?v=1&page=tellings', async () => passed(more));
    const second = () => screen.findByRole('combobox', { name: 'Second article' });
    await user.selectOptions(await second(), 'C');
    expect(window.location.search).toBe('?v=1&page=tellings&pair=a.c');
    await act(async () => {
      window.history.back();
      await new Promise((done) => window.addEventListener('popstate', done, { once: true }));
    });
    expect(await second()).toHaveValue('b');
  });
});

describe('notes about a link', () => {
  it('name what could not be read, and can be dismissed', async () => {
    const user = await startApp('?v=1&view=cube&from=2019-02-30&kind=direct');
    expect(await panel('Who said what')).toBeVisible();
    await waitFor(() => expect(notes()).not.toBeNull());
    expect(notes()).toHaveTextContent(/The link's view was left out: expected .*matrix.*found “cube”/);
    expect(notes()).toHaveTextContent(/from was left out.*found “2019-02-30”/);
    expect(screen.getByRole('button', { name: /^Direct/ })).toHaveAttribute('aria-pressed', 'true');
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(notes()).toBeNull();
  });

  it('name the values that this coverage does not have', async () => {
    await startApp('?v=1&actor=kim.nobody');
    await waitFor(() => expect(notes()).not.toBeNull());
    expect(notes()).toHaveTextContent('The link names “nobody” among its actors, which this coverage does not have');
    expect(await panel('Who said what')).toHaveTextContent('Said by Kim');
  });

  it('name a pair of articles that this coverage does not have, and open the first two', async () => {
    const user = await startApp('?v=1&page=tellings&pair=a.nobody');
    expect(await panel('The two tellings')).toBeVisible();
    expect(notes()).toHaveTextContent(
      "The link's pair was left out: expected two articles of this coverage, found “a.nobody”",
    );
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(notes()).toBeNull();
    expect(window.location.search).toBe('?v=1&page=tellings');
  });

  it.each(['?v=1&pair=a.zz', '?v=1&actor=nobody'])('about %s offer no way off that leads nowhere', async (query) => {
    const user = await startApp(query);
    await panel('Who said what');
    expect(notes()).not.toBeNull();
    const dismiss = screen.queryByRole('button', { name: 'Dismiss' });
    if (!dismiss) return;
    await user.click(dismiss);
    expect(notes()).toBeNull();
  });

  it('are all there, or say that there are more', async () => {
    const values = Array.from({ length: 20 }, (_, index) => `nobody-${index}`);
    await startApp(`?v=1&actor=${values.join('.')}`);
    await panel('Who said what');
    const named = values.filter((value) => notes()?.textContent?.includes(`“${value}”`));
    if (named.length < values.length) expect(notes()).toHaveTextContent(/more/);
  });

  it('show hostile values as text', async () => {
    await startApp(`?view=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
    await panel('Who said what');
    expect(notes()).toHaveTextContent('<img src=x onerror=alert(1)>');
    expect(document.querySelector('img')).toBeNull();
  });
});

describe('the theme', () => {
  const theme = () => document.documentElement.dataset.theme;

  it('is the link’s, and a choice stands in the link', async () => {
    const user = await startApp('?v=1&theme=dark');
    expect(theme()).toBe('dark');
    await panel('Who said what');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Theme' }), 'High contrast');
    expect(theme()).toBe('contrast');
    expect(window.location.search).toBe('?v=1&theme=contrast');
  });

  it('follows the system until one is chosen', async () => {
    await startApp();
    expect(theme()).toBe('light');
    act(() => setMedia('(prefers-color-scheme: dark)'));
    expect(theme()).toBe('dark');
    act(() => setMedia('(prefers-color-scheme: dark)', '(prefers-contrast: more)'));
    expect(theme()).toBe('contrast');
  });
});
