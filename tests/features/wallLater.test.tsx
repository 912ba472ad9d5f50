import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { Suspense } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { asking } from '../../src/app/useDesk.ts';
import type { Corpus } from '../../src/domain/corpus.ts';
import { NO_FILTERS } from '../../src/domain/filters.ts';
import { DEFAULT_VIEW } from '../../src/domain/view.ts';
import { comingParts } from '../../src/features/wall/later.ts';
import { WallPanel } from '../../src/features/wall/WallPanel.tsx';
import { farAway, inMemory } from '../fixtures/ask.ts';
import { byHand } from '../fixtures/byHand.ts';
import { renderDesk, setMedia, stillDesk, textOf } from '../fixtures/desk.tsx';
import { machineMade } from '../fixtures/machineMade.ts';
import { actor, markedArticle, minimalCorpus } from '../fixtures/markedCorpus.ts';
import { deskCorpus, statement } from './deskCorpus.ts';

const FILLER = 'and so on, as it was said before and will be said again '.repeat(4);

/** Two articles that word one passage differently, and a third that has it as the first. */
function rewordedCorpus(more = ''): Corpus {
  const a = markedArticle('a', `First\n\n[shared:"[words:Talks will go on ${more}soon]", [kim:Kim] said].`);
  const b = markedArticle('b', `Second\n\n[shared:"Talks may go on ${more}very soon", Kim told us].`);
  const c = markedArticle('c', `Third\n\n[shared:"Talks will go on ${more}soon", Kim said].`);
  return minimalCorpus({
    articles: [a.article, b.article, c.article],
    actors: [actor('kim', 'Kim')],
    statements: [
      statement('s-talks', {
        content: [a.at('words')],
        quoted: [a.at('words')],
        source: a.at('kim'),
        speaker: { status: 'named', actor: 'kim' },
      }),
    ],
    flags: [
      {
        id: 'f-shared',
        kind: 'shared-passage',
        note: 'The same passage, reworded.',
        spans: [a.at('shared'), b.at('shared'), c.at('shared')],
        ...byHand(),
      },
    ],
  });
}

async function renderWall(corpus?: Corpus) {
  const desk = await renderDesk(WallPanel, corpus ? { corpus } : {});
  await act(async () => void (await comingParts));
  return desk;
}

describe('a passage that another article words differently', () => {
  it('is shown in both wordings, verbatim, with the words marked that only one has', async () => {
    const { container } = await renderWall(rewordedCorpus());
    const group = within(screen.getByRole('article')).getByRole('group');
    expect(group).toHaveAttribute('open');
    expect(group.querySelector('summary')).toHaveTextContent('worded differently in B');
    const verbatim = [...group.querySelectorAll('p')].map((line) => {
      const copy = line.cloneNode(true) as Element;
      for (const unseen of copy.querySelectorAll('.vh')) unseen.remove();
      return textOf(copy);
    });
    expect(verbatim).toEqual(['A"Talks will go on soon", Kim said', 'B"Talks may go on very soon", Kim told us']);
    expect([...group.querySelectorAll('u')].map(textOf)).toEqual([
      '[only in A: will]',
      '[only in A: said]',
      '[only in B: may]',
      '[only in B: very]',
      '[only in B: told us]',
    ]);
    expect(container.querySelector('[style]')).toBeNull();
  });

  it('is folded when it is long', async () => {
    const { user } = await renderWall(rewordedCorpus(FILLER));
    const group = within(screen.getByRole('article')).getByRole('group');
    expect(group).not.toHaveAttribute('open');
    expect(group.querySelector('summary')).toHaveTextContent('worded differently in B');
    await user.click(group.querySelector('summary') as Element);
    expect(group).toHaveAttribute('open');
  });

  it('is not spoken of where all have the same words', async () => {
    const corpus = rewordedCorpus();
    const flags = corpus.flags.map((flag) => ({ ...flag, spans: flag.spans.filter(({ article }) => article !== 'b') }));
    await renderWall({ ...corpus, flags });
    expect(screen.getByRole('article')).not.toHaveTextContent('worded differently');
  });

  it('is not spoken of on words outside the passage', async () => {
    const corpus = rewordedCorpus();
    const flags = corpus.flags.map((flag) => ({
      ...flag,
      spans: flag.spans.map((span) => (span.article === 'a' ? { ...span, start: span.end - 4, exact: 'said' } : span)),
    }));
    await renderWall({ ...corpus, flags });
    expect(screen.getByRole('article')).not.toHaveTextContent('worded differently');
  });
});

/** Gives the region of the cards a height, and the cards a place below each other; scrolling moves both. */
function layOut(region: HTMLElement, height: number, each: number) {
  const cards = screen.getAllByRole('article');
  const whole = cards.length * each;
  vi.spyOn(region, 'clientHeight', 'get').mockReturnValue(height);
  vi.spyOn(region, 'scrollHeight', 'get').mockReturnValue(whole);
  vi.spyOn(region, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 100, height));
  cards.forEach((card, index) => {
    vi.spyOn(card, 'getBoundingClientRect').mockImplementation(
      () => new DOMRect(0, index * each - region.scrollTop, 100, each),
    );
  });
  region.scrollBy = vi.fn((options) => {
    region.scrollTop = Math.min(whole - height, region.scrollTop + ((options as ScrollToOptions).top ?? 0));
    fireEvent.scroll(region);
  }) as typeof region.scrollBy;
  fireEvent.scroll(region);
}

describe('the way on', () => {
  const more = () => screen.queryByRole('button', { name: /more below/ });

  it('says how many cards are below, moves on by a panel, and goes away at the end', async () => {
    const { user } = await renderWall();
    const region = screen.getByRole('region', { name: 'Statements' });
    expect(more()).toBeNull();
    layOut(region, 220, 100);
    expect(more()).toHaveAccessibleName('3 more below');
    await user.click(more() as HTMLElement);
    expect(region.scrollBy).toHaveBeenLastCalledWith({ top: 188, behavior: 'smooth' });
    expect(more()).toHaveAccessibleName('1 more below');
    await user.click(more() as HTMLElement);
    expect(more()).toBeNull();
    expect(region).toHaveFocus();
  });

  it('does not glide where motion is not wanted', async () => {
    const { user } = await renderWall();
    const region = screen.getByRole('region', { name: 'Statements' });
    layOut(region, 220, 100);
    setMedia('(prefers-reduced-motion: reduce)');
    await user.click(more() as HTMLElement);
    expect(region.scrollBy).toHaveBeenLastCalledWith(expect.objectContaining({ behavior: 'instant' }));
  });
});

describe('an engine that answers later, with copies', () => {
  it.each([
    ['reworded', rewordedCorpus()],
    ['machine-made', machineMade(deskCorpus(), ['bulk', 'bulk', 'accepted', 'none'])],
  ])('has the same cards of a %s coverage', async (_, corpus) => {
    const { container } = await renderWall(corpus);
    const cards = () => screen.getAllByRole('article').map((card) => card.outerHTML);
    const [before, words] = [cards(), textOf(container)];
    cleanup();
    const state = { filters: NO_FILTERS, view: DEFAULT_VIEW };
    const desk = { ...stillDesk(corpus, state), ...asking(farAway(inMemory(corpus)).select(NO_FILTERS)) };
    const later = await act(async () =>
      render(
        <Suspense>
          <WallPanel desk={desk} />
        </Suspense>,
      ),
    );
    expect(cards()).toEqual(before);
    expect(textOf(later.container)).toBe(words);
  });
});
