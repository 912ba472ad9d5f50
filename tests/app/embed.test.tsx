import { screen } from '@testing-library/react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { pinOf } from '../../src/domain/pin.ts';
import { DEFAULT_VIEW } from '../../src/domain/view.ts';
import { corpusDigest } from '../../src/exports/digest.ts';
import { decodeLink, EMPTY_LINK, encodeLink } from '../../src/url/link.ts';
import { deskCorpus } from '../features/deskCorpus.ts';
import { headFor } from '../fixtures/head.ts';
import { panel, startApp } from './startApp.tsx';

const full = () => screen.findByRole<HTMLAnchorElement>('link', { name: /^Open the full view/ });
const linkWith = (digest: string) =>
  `?${encodeLink({ ...EMPTY_LINK, view: { ...DEFAULT_VIEW, embed: 'quotes', pin: pinOf({ ...headFor(deskCorpus()), digest }) } })}`;

// Without a worker the page draws the network itself; its code must not come after the last test.
beforeAll(() => import('../../src/draw/network/picture.ts'), 30_000);

describe('an embed', () => {
  it.each([
    ['quotes', 'Who said what'],
    ['ties', 'Who relates to whom'],
    ['map', 'Where it may happen'],
    ['timeline', 'When'],
  ])('of the %s shows that panel alone, without what stands around it on the desk', async (embed, title) => {
    await startApp(`?v=1&embed=${embed}`);
    expect(await panel(title)).toBeVisible();
    expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(1);
    expect(screen.queryByText('Dateline')).toBeNull();
    expect(screen.queryByRole('region', { name: 'Filters' })).toBeNull();
    expect(screen.getByRole('main')).toHaveTextContent(`${deskCorpus().title}All of the coverage, as of`);
  });

  it('says the filters in words and leads to the same view on the desk', async () => {
    await startApp('?v=1&kind=direct&theme=dark&embed=quotes');
    const link = await full();
    expect(screen.getByRole('main')).toHaveTextContent('Only Direct, as of');
    const { state } = decodeLink(new URL(link.href).search);
    expect(state.filters.kinds).toEqual(['direct']);
    expect(state.view).toEqual({ ...DEFAULT_VIEW, theme: 'dark' });
    expect(link).toHaveAttribute('target', '_blank');
    expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  });

  it('filters in the frame, adds no step to the history of the page around it, and goes back', async () => {
    const user = await startApp('?v=1&kind=direct.mixed&embed=quotes');
    await full();
    const steps = window.history.length;
    const address = window.location.href;
    await user.click(screen.getAllByRole('button', { name: 'Article A' })[0] as HTMLElement);
    expect(screen.getByRole('main')).toHaveTextContent('Only Article A; Direct; Mixed, as of');
    expect((await full()).href).toContain('article=a');
    expect(window.history.length).toBe(steps);
    expect(window.location.href).toBe(address);
    await user.click(screen.getByRole('button', { name: 'Show all as embedded' }));
    expect(screen.getByRole('main')).toHaveTextContent('Only Direct; Mixed, as of');
    expect(screen.queryByRole('button', { name: 'Show all as embedded' })).toBeNull();
    expect(document.activeElement).toHaveTextContent('Only Direct; Mixed');
  });

  it('opens what is to be read in the full view, in a tab that knows nothing of this one', async () => {
    const opened = vi.spyOn(window, 'open').mockReturnValue(null);
    const user = await startApp('?v=1&kind=direct&embed=quotes');
    await user.click((await screen.findAllByRole('button', { name: /read it in the article/ }))[0] as HTMLElement);
    expect(opened).toHaveBeenCalledOnce();
    const [address, target, features] = opened.mock.calls[0] ?? [];
    const { view, filters } = decodeLink(new URL(String(address)).search).state;
    expect(view.opened).not.toBeNull();
    expect(view.embed).toBeNull();
    expect(filters.kinds).toEqual(['direct']);
    expect([target, features]).toEqual(['_blank', 'noopener,noreferrer']);
    expect(screen.queryByRole('complementary')).toBeNull();
  });

  it('that is frozen says nothing while the coverage is the same', async () => {
    await startApp(linkWith(corpusDigest(deskCorpus())));
    await full();
    expect(screen.getByRole('main')).not.toHaveTextContent('another state');
  });

  it('that is frozen says in what the coverage differs, and shows what there is', async () => {
    await startApp(linkWith('0123456789abcdef'));
    expect(await panel('Who said what')).toBeVisible();
    expect(screen.getByRole('main')).toHaveTextContent(
      'This was made on another state of the coverage: as many of everything, but something in it has another wording.',
    );
  });

  it('says what was left out of the link in one line', async () => {
    await startApp('?v=1&embed=ties&order=zzz&kind=loud&from=x&to=y&actor=nobody');
    await full();
    expect(screen.getByRole('main')).toHaveTextContent(
      'Left out of this link: “zzz” (order), “loud” (kind), “x” (from), “y” (to) and 1 more.',
    );
    expect(screen.queryByRole('button', { name: 'Dismiss' })).toBeNull();
  });

  it('says that nothing passes the filters', async () => {
    await startApp('?v=1&embed=ties&q=zzzz');
    await full();
    expect(screen.getByRole('main')).toHaveTextContent('No tie passes the filters');
  });
});
