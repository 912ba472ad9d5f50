import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { WallPanel } from '../../src/features/wall/WallPanel.tsx';
import { renderDesk, textOf } from '../fixtures/desk.tsx';
import { bundledCorpus, smallCorpus } from '../fixtures/markedCorpus.ts';
import { deskCorpus } from './deskCorpus.ts';

const cards = () => screen.getAllByRole('article');

function card(words: string): HTMLElement {
  const found = cards().find((one) => textOf(one).includes(words));
  if (!found) throw new Error(`no card says "${words}"`);
  return found;
}

const button = (words: string, name: string | RegExp) => within(card(words)).getByRole('button', { name });
const quoted = (words: string) => [...card(words).querySelectorAll('q')].map(textOf);

const READY = 'ready to talk about everything';
const CALM = 'the border is';
const RAIN = 'the rain would stop';
const WAIT = 'We wait for a warm spring';
const CUT = 'the bridge';

describe('a card of the wall', () => {
  it('sets off what stands in quotation marks, in direct, mixed and indirect speech', async () => {
    await renderDesk(WallPanel);
    expect(quoted(READY)).toHaveLength(1);
    expect(card(READY)).not.toHaveTextContent(/indirect|mixed/);
    expect(quoted(CALM)).toEqual(['calm']);
    expect(card(CALM)).toHaveTextContent('mixed');
    expect(quoted(RAIN)).toEqual([]);
    expect(card(RAIN)).toHaveTextContent('indirect');
  });

  it('sets off the quoted words that are a part of a longer piece', async () => {
    await renderDesk(WallPanel, { corpus: smallCorpus() });
    expect(card('peace is')).toHaveTextContent('mixed');
    expect(quoted('peace is')).toEqual(['near']);
  });

  it('says the cue, the relay and how sure the speaker is', async () => {
    await renderDesk(WallPanel);
    expect(card(READY)).toHaveTextContent(/Moon\s*said/);
    expect(card(READY)).not.toHaveTextContent(/resolved/);
    expect(card(CALM)).toHaveTextContent(/Kim\s*told\s*as told by Xinhua/);
    expect(card(RAIN)).toHaveTextContent(/Kim\s*added/);
    expect(card(RAIN)).toHaveTextContent(/(?<!un)resolved/);
  });

  it('says which text is cut off, and of no other', async () => {
    await renderDesk(WallPanel);
    expect(card(CUT)).toHaveTextContent('cut off');
    expect(cards().filter((one) => textOf(one).includes('cut off'))).toHaveLength(1);
  });

  it('holds the same words of both articles once, and says so', async () => {
    await renderDesk(WallPanel);
    expect(cards().filter((one) => textOf(one).includes(WAIT))).toHaveLength(1);
    expect(button(WAIT, 'Article A')).toBeVisible();
    expect(button(WAIT, 'Article B')).toBeVisible();
    expect(card(WAIT)).toHaveTextContent('same words in both');
    expect(card(READY)).not.toHaveTextContent('same words');
  });

  it('says what each article has otherwise, where both have the same words, and only that', async () => {
    await renderDesk(WallPanel);
    expect(card(WAIT)).toHaveTextContent('same words in both, A has “he”, B has “Moon”');
  });

  it('says that one article quotes what the other reports, and with another cue', async () => {
    const corpus = deskCorpus();
    const statements = corpus.statements.map((one) =>
      one.id === 's-wait-b' ? { ...one, kind: 'indirect' as const, quoted: [], cue: [] } : one,
    );
    await renderDesk(WallPanel, { corpus: { ...corpus, statements } });
    expect(card(WAIT)).toHaveTextContent(
      'A has “he”, “said”, in quotation marks “We wait for a warm spring”, B has “Moon”, no cue, no quotation marks',
    );
  });

  it('says nothing of the kind where nothing differs', async () => {
    await renderDesk(WallPanel, { corpus: bundledCorpus() });
    expect(card('The Sino-US trade negotiations')).toHaveTextContent('same words in both');
    expect(card('The Sino-US trade negotiations')).not.toHaveTextContent(/[AB] has/);
  });

  it('puts the words of an unsettled speaker under no name', async () => {
    await renderDesk(WallPanel);
    expect(card(WAIT)).toHaveTextContent('“he”');
    expect(card(WAIT)).toHaveTextContent('unresolved');
    expect(within(card(WAIT)).queryByRole('button', { name: 'Moon' })).toBeNull();
    expect(within(card(WAIT)).queryByRole('button', { name: 'Kim' })).toBeNull();
    const candidates = within(within(card(WAIT)).getByRole('list', { name: 'Candidates' })).getAllByRole('button');
    expect(candidates.map(textOf)).toEqual(['Kim?', 'Moon?']);
  });

  it('gives the reason why a speaker is not settled, and keeps the quotation marks', async () => {
    await renderDesk(WallPanel);
    expect(card(WAIT)).toHaveTextContent('Two are named before.');
    expect(quoted(WAIT)).toEqual([WAIT]);
    expect(card(READY)).not.toHaveTextContent('named before');
  });

  it('names the speaker where the article that settles it is the only one left, and says where else the words stand', async () => {
    await renderDesk(WallPanel, { filters: { articles: ['b'] } });
    expect(button(WAIT, 'Moon')).toBeVisible();
    expect(card(WAIT)).toHaveTextContent('also in A');
    expect(card(WAIT)).not.toHaveTextContent(/same words|unresolved/);
    expect(within(card(WAIT)).queryByRole('button', { name: 'Article A' })).toBeNull();
  });

  it('never names a settled speaker for an unresolved statement of the coverage', async () => {
    const corpus = bundledCorpus();
    await renderDesk(WallPanel, { corpus });
    const unresolved = corpus.statements.filter(({ speaker }) => speaker.status === 'unresolved');
    expect(unresolved.length).toBeGreaterThan(0);
    for (const { content, source } of unresolved) {
      const pieces = content.map(({ exact }) => exact.replace(/\s+/g, ' '));
      const own = cards().find((one) => pieces.every((piece) => textOf(one).includes(piece))) ?? null;
      expect(own).toHaveTextContent('unresolved');
      expect(own).toHaveTextContent(source === null ? 'nobody named' : `“${source.exact.replace(/\s+/g, ' ')}”`);
    }
  });
});

describe('a click on a card', () => {
  const ways: [what: string, words: string, name: string, facet: 'actors' | 'articles' | 'relays', value: string][] = [
    ['the speaker', READY, 'Moon', 'actors', 'moon'],
    ['an article', READY, 'Article A', 'articles', 'a'],
    ['the relay', CALM, 'Xinhua', 'relays', 'xinhua'],
    ['a candidate', WAIT, 'Kim?', 'actors', 'kim'],
  ];
  it.each(ways)('on %s filters by it, and a second click takes it back', async (_, words, name, facet, value) => {
    const { user, now } = await renderDesk(WallPanel);
    const before = cards().length;
    await user.click(button(words, name));
    expect(now().filters[facet]).toEqual([value]);
    expect(button(words, name)).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByRole('region', { name: 'Who said what' })).toHaveTextContent(/\d of 6 statements/);
    await user.click(button(words, name));
    expect(now().filters[facet]).toEqual([]);
    expect(button(words, name)).toHaveAttribute('aria-pressed', 'false');
    expect(cards()).toHaveLength(before);
  });

  it('on the words opens the statement', async () => {
    const { user, calls } = await renderDesk(WallPanel);
    await user.click(button(CALM, /calm.*read it in the article/));
    expect(calls.onOpen.mock.calls).toEqual([[{ mark: 's-calm', passage: 1 }]]);
  });

  it('or rather the letter c on it copies its words with who said them, unsettled as they are, and the way to them', async () => {
    const { user, calls } = await renderDesk(WallPanel);
    button(CALM, /calm/).focus();
    await user.keyboard('c');
    expect(calls.onCopy.mock.lastCall?.[0]).toMatch(/calm[\s\S]*Kim[\s\S]*\?open=s-calm\.1/);
    button(WAIT, /warm spring/).focus();
    await user.keyboard('c');
    expect(calls.onCopy.mock.lastCall?.[0]).toContain(WAIT);
    expect(calls.onCopy.mock.lastCall?.[0]).not.toMatch(/— (Moon|Kim)/);
  });

  it('on words that both articles have opens the first article’s', async () => {
    const { user, calls } = await renderDesk(WallPanel);
    await user.click(button(WAIT, /warm spring/));
    expect(calls.onOpen.mock.calls).toEqual([[{ mark: 's-wait', passage: 1 }]]);
  });
});

describe('the orders of the wall', () => {
  const order = () => cards().map((one) => textOf(one.querySelector('blockquote') ?? one).split(' — ')[0]);
  const headings = () => screen.getAllByRole('heading', { level: 3 }).map(textOf);

  it('by weight: most words in quotation marks first, unsettled speakers under a heading of their own', async () => {
    await renderDesk(WallPanel);
    expect(order().map((words) => words?.slice(0, 12))).toEqual([
      'We are ready',
      'the border i',
      'the rain wou',
      'the bridge …',
      'We wait for ',
    ]);
    expect(headings()).toEqual([expect.stringMatching(/^Unresolved: who said this is not settled 1$/)]);
  });

  it('by speaker: who says most first, the unresolved last', async () => {
    const { user } = await renderDesk(WallPanel);
    await user.click(screen.getByRole('button', { name: 'By speaker' }));
    expect(screen.getByRole('button', { name: 'By speaker' })).toHaveAttribute('aria-pressed', 'true');
    expect(headings()).toEqual(['Kim 2', 'Moon 1', 'Park 1', 'Unresolved 1']);
  });

  it('in article order: as the words stand in the text', async () => {
    const { user, calls } = await renderDesk(WallPanel);
    await user.click(screen.getByRole('button', { name: 'In article order' }));
    expect(calls.onView.mock.calls).toEqual([[{ order: 'article' }]]);
    expect(headings()).toEqual(['A: Talks go on 5']);
    expect(order().map((words) => words?.slice(0, 10))).toEqual([
      'We are rea',
      'the border',
      'the rain w',
      'We wait fo',
      'the bridge',
    ]);
  });

  it('with an actor chosen: said by, may be, and said by others', async () => {
    const { user } = await renderDesk(WallPanel);
    await user.click(button(CALM, 'Kim'));
    expect(headings()).toEqual(['Said by Kim 2', 'Unresolved: may be Kim 1']);
  });

  it('puts the words of a relay’s source under others', async () => {
    await renderDesk(WallPanel, { filters: { actors: ['xinhua'] } });
    expect(headings()).toEqual(['Said by others, in passages about Xinhua 1']);
    expect(card(CALM)).toBeVisible();
  });
});

describe('the unresolved', () => {
  it('stand in a row of their own, whose title says what it is', async () => {
    await renderDesk(WallPanel);
    const row = screen.getByRole('heading', { name: /^Unresolved: who said this is not settled/ }).closest('section');
    expect(within(row as HTMLElement).getAllByRole('article')).toEqual([card(WAIT)]);
  });

  it('are counted in the head, and one click is on the way to them', async () => {
    const { user } = await renderDesk(WallPanel);
    await user.click(screen.getByRole('button', { name: '1 unresolved' }));
    expect(button(WAIT, /warm spring/)).toHaveFocus();
  });

  it('stand apart from the speakers, and are no words of others, when an actor is chosen', async () => {
    const { user } = await renderDesk(WallPanel, { view: { order: 'speaker' } });
    const row = screen.getByRole('heading', { name: /^Unresolved/ }).closest('section');
    expect(within(row as HTMLElement).getAllByRole('article')).toEqual([card(WAIT)]);
    await user.click(screen.getByRole('button', { name: 'By weight' }));
    await user.click(button(WAIT, 'Moon?'));
    expect(screen.getByRole('heading', { name: /^Unresolved: may be Moon/ })).toBeVisible();
  });

  it('are not spoken of where there are none', async () => {
    await renderDesk(WallPanel, { filters: { articles: ['b'] } });
    expect(screen.queryByRole('button', { name: /unresolved/ })).toBeNull();
  });
});

describe('the wall', () => {
  it('says so when nothing passes', async () => {
    await renderDesk(WallPanel, { filters: { text: 'nowhere' } });
    expect(screen.getByText('No statement passes the filters.')).toBeVisible();
  });

  it('shows hostile names, words and cues as text', async () => {
    const evil = '<img src=x onerror="document.title=1"><script>document.title=1</script>';
    const corpus = JSON.parse(JSON.stringify(deskCorpus()).replaceAll('"Moon"', JSON.stringify(evil)));
    const { container } = await renderDesk(WallPanel, { corpus });
    expect(button(READY, evil)).toBeVisible();
    expect(container.querySelector('img, script')).toBeNull();
  });
});
