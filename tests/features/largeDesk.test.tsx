import { act, render, screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { EDITION } from '../../src/coverage/answers/edition.ts';
import { SPEAKERS } from '../../src/coverage/answers/speakers.ts';
import { readEdtf } from '../../src/domain/edtf.ts';
import { NO_FILTERS } from '../../src/domain/filters.ts';
import { tieRows } from '../../src/domain/tieRows.ts';
import { FilterBar } from '../../src/features/filters/FilterBar.tsx';
import PaperEdition from '../../src/features/paper/PaperEdition.tsx';
import { SpeakersPanel } from '../../src/features/speakers/SpeakersPanel.tsx';
import { TiesPanel } from '../../src/features/ties/TiesPanel.tsx';
import { TimelinePanel } from '../../src/features/timeline/TimelinePanel.tsx';
import { comingParts } from '../../src/features/wall/later.ts';
import { WallPanel } from '../../src/features/wall/WallPanel.tsx';
import { answered } from '../fixtures/ask.ts';
import { renderDesk, textOf } from '../fixtures/desk.tsx';
import { headFor } from '../fixtures/head.ts';
import { largeCorpus } from '../fixtures/largeCorpus.ts';

const corpus = largeCorpus({ statements: 700, articles: 30, actors: 120, relations: 300, events: 200, flags: 20 });
const numberIn = (text: string | null | undefined, pattern: RegExp) => Number(pattern.exec(text ?? '')?.[1]);

beforeAll(async () => {
  await Promise.all([
    comingParts,
    import('../../src/features/ties/TieList.tsx'),
    import('../../src/features/ties/Matrix.tsx'),
    import('../../src/features/timeline/Events.tsx'),
  ]);
}, 30_000);

const ALL = { speakers: 1e6, about: 1e6 };

describe('a wall of more cards than a page holds', () => {
  const words = () => screen.getAllByRole('article').map(textOf);

  it('says how many there are, and leads through all of them and back', async () => {
    const { user } = await renderDesk(WallPanel, { corpus });
    const first = words();
    const all = numberIn(screen.getByText(/^Cards 1 to/).textContent, /of (\d+)$/);
    expect(first.length).toBeLessThan(all);
    const seen = new Set(screen.getAllByRole('article'));
    let count = seen.size;
    for (let next = screen.queryByRole('button', { name: /^The next/ }); next; ) {
      await user.click(next);
      count += screen.getAllByRole('article').length;
      next = screen.queryByRole('button', { name: /^The next/ });
    }
    expect(count).toBe(all);
    expect(screen.getByText(/^Cards \d+ to/)).toHaveTextContent(new RegExp(`to ${all} of ${all}$`));
    for (let before = screen.queryByRole('button', { name: /before$/ }); before; ) {
      await user.click(before);
      before = screen.queryByRole('button', { name: /before$/ });
    }
    expect(words()).toEqual(first);
  });

  it('begins at its first page whenever the order or the filters are others', async () => {
    const { user } = await renderDesk(WallPanel, { corpus });
    const first = words();
    const turn = () => user.click(screen.getByRole('button', { name: /^The next/ }));
    await turn();
    await user.click(screen.getByRole('button', { name: 'In article order' }));
    expect(screen.getByText(/^Cards 1 to/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'By weight' }));
    expect(words()).toEqual(first);
    await turn();
    await user.click(screen.getAllByRole('button', { name: /^Article/ })[0] as HTMLElement);
    expect(screen.queryByText(/^Cards (?!1 to)/)).toBeNull();
  });

  it('leads to the first unresolved card on whatever page it is', async () => {
    const { user } = await renderDesk(WallPanel, { corpus });
    expect(screen.queryAllByRole('article').filter((card) => card.dataset.certainty === 'unresolved')).toEqual([]);
    await user.click(screen.getByRole('button', { name: /unresolved$/ }));
    const card = document.activeElement?.closest('article');
    expect(card?.dataset.certainty).toBe('unresolved');
  });
});

describe('long lists', () => {
  it('of speakers stand in part, say how many are missing, and bring them', async () => {
    const { user } = await renderDesk(SpeakersPanel, { corpus });
    const all = answered(corpus, SPEAKERS, ALL).speakers.length;
    const listed = () => document.querySelectorAll('[data-focus^="speaker:"]').length;
    const before = listed();
    const rest = screen.getByText(/more speakers are not listed here/);
    expect(before + numberIn(rest.textContent, /^(\d+) more/)).toBe(all);
    await user.click(within(rest).getByRole('button'));
    expect(screen.queryByText(/more speakers/)).toBeNull();
    expect(listed()).toBeGreaterThan(before);
  });

  it('of speakers put those of the selection first', async () => {
    const last = answered(corpus, SPEAKERS, ALL)
      .speakers.filter(({ actor }) => actor !== null)
      .at(-1);
    if (!last?.actor) throw new Error('nobody speaks');
    await renderDesk(SpeakersPanel, { corpus, filters: { actors: [last.actor] } });
    expect(document.querySelector(`[data-focus="speaker:${last.actor}"]`)).not.toBeNull();
  });

  it('of ties stand in part and say how many are missing', async () => {
    await renderDesk(TiesPanel, { corpus });
    const rest = await screen.findByText(/more ties are not listed here/);
    const listed = document.querySelectorAll('tbody tr').length;
    expect(listed + numberIn(rest.textContent, /^(\d+) more/)).toBe(tieRows(corpus).length);
  });

  it('of actors stand in a matrix in part, which says which it holds', async () => {
    await renderDesk(TiesPanel, { corpus, view: { ties: 'matrix' } });
    const said = await screen.findByText(/with the most passages/);
    expect(said).toHaveTextContent(
      /^The 60 actors of this selection with the most passages, of \d+, and the \d+ ties between them/,
    );
    expect(document.querySelectorAll('tbody tr')).toHaveLength(60);
  });

  it('of articles stand in a menu', async () => {
    const { user } = await renderDesk((props) => <FilterBar {...props} onUndo={null} />, { corpus });
    await user.click(screen.getByRole('button', { name: 'Articles' }));
    expect(screen.getAllByRole('button', { name: /^Article/, pressed: false })).toHaveLength(corpus.articles.length);
  });
});

describe('a time line of many events', () => {
  it('holds each of them once, in groups that narrow to their days, and each by itself once there are few', async () => {
    const { user, now } = await renderDesk(TimelinePanel, { corpus });
    const groups = await screen.findAllByRole('button', { name: /show these days only$/ });
    const undated = numberIn(screen.queryByText(/without a date/)?.textContent, /(\d+) without/) || 0;
    const counted = groups.map((group) => numberIn(group.getAttribute('aria-label'), /^(\d+) event/));
    expect(counted.reduce((sum, count) => sum + count, undated)).toBe(corpus.events.length);
    const [group] = groups;
    if (!group) throw new Error('no group');
    await user.click(group);
    const { from, to } = now().filters;
    const within = corpus.events.filter(({ date }) => {
      const span = readEdtf(date);
      return span?.first != null && span.first >= (from ?? '') && (span.last ?? '') <= (to ?? '');
    });
    expect(within.length).toBe(counted[0]);
    expect(screen.getAllByRole('button', { name: /, (stated|inferred)$/ }).length).toBeGreaterThanOrEqual(
      within.length,
    );
  });

  it('has a list that says how many more there are', async () => {
    const { user } = await renderDesk(TimelinePanel, { corpus });
    await user.click(screen.getByRole('button', { name: 'List' }));
    const rest = screen.getByText(/more events are not listed here/);
    expect(screen.getAllByRole('listitem').length + numberIn(rest.textContent, /^(\d+) more/)).toBe(
      corpus.events.length,
    );
  });
});

describe('the paper edition of a large view', () => {
  it('prints the first statements and says that there are more', async () => {
    const exported = { head: headFor(corpus), filters: NO_FILTERS, link: 'https://a.example/', made: '2026-11-22' };
    const edition = answered(corpus, EDITION, null);
    await act(async () => render(<PaperEdition edition={edition} exported={exported} />));
    expect(screen.getByText('Only the first 500 of these 700 statements are printed.', { exact: false })).toBeVisible();
    const section = screen.getByRole('heading', { name: /^Who said what/ }).closest('section');
    expect(section?.querySelectorAll('blockquote')).toHaveLength(500);
  });
});
