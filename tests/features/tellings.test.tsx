import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { TextFlag } from '../../src/domain/textFlag.ts';
import TellingsView from '../../src/features/tellings/TellingsView.tsx';
import { BELOW } from '../../src/ui/useMediaQuery.ts';
import { byHand } from '../fixtures/byHand.ts';
import { renderDesk, setMedia, textOf } from '../fixtures/desk.tsx';
import { bundledCorpus, markedArticle, minimalCorpus, smallCorpus } from '../fixtures/markedCorpus.ts';

const region = (name: string) => screen.getByRole('region', { name });
const bundled = { corpus: bundledCorpus() };

describe('the two tellings', () => {
  it('sum up what both have, what one has, and what differs', async () => {
    await renderDesk(TellingsView, bundled);
    expect(textOf(region('The two tellings'))).toContain(
      '2 passages shared, 18 paragraphs only in A, 18 only in B, 5 disagreements',
    );
  });

  it('say of each headline what they found and no more', async () => {
    await renderDesk(TellingsView, bundled);
    const panel = textOf(region('The two tellings'));
    expect(panel).toContain('No marked passage has all 3 words: support, second, summit.');
    expect(panel).toContain('shares the words second, summit');
    expect(panel).toContain('Nowhere in the body: leaves, backing, “backing for second Trump summit”.');
    expect(panel).toContain('cut off');
    expect(panel).toContain('nothing in the article says whose words these are');
  });

  it('say that nothing was found where nothing was', async () => {
    const a = markedArticle('a', 'Mayor resigns\n\nTea is good.').article;
    const b = markedArticle('b', 'Rain\n\nTea is bad.').article;
    await renderDesk(TellingsView, { corpus: minimalCorpus({ articles: [a, b] }) });
    expect(textOf(region('The two tellings'))).toContain(
      'No sentence of this article says it, as far as words can tell.',
    );
  });

  it('list what differs with both articles’ words', async () => {
    await renderDesk(TellingsView, bundled);
    const panel = textOf(region('Where they differ'));
    expect(panel).toContain('Lu Kang, named in the sentence');
    expect(panel).toContain('“He” Lu Kang, settled only by another article, after words of Kim Jong Un in B 6');
    expect(panel).toContain('“on Wednesday”');
    expect(panel).toContain('“Bijing” once');
    expect(panel).toContain('B – nothing marked');
  });
});

describe('unseen characters and piled marks in the two tellings', () => {
  it('are marked in the words and the headline, and the text stays as it is', async () => {
    const zalgo = `Z${'\u0301\u0323'.repeat(8)}`;
    const headline = 'Tea \u202eis late\u2066';
    const words = `Tea\u200b is \u202edoog\u202c, says ${zalgo}.`;
    const a = markedArticle('a', `${headline}\n\n${words}`).article;
    const b = markedArticle('b', 'Rain\n\nTea is bad.').article;
    await renderDesk(TellingsView, { corpus: minimalCorpus({ articles: [a, b] }) });
    const text = region('Paragraph by paragraph');
    const drawn = [...text.querySelectorAll('li p')].map((one) => one.firstElementChild?.textContent);
    expect(drawn).toEqual([headline, words, 'Rain', 'Tea is bad.']);
    const tags = (element: Element) => [...element.querySelectorAll('[data-unseen]')].map((tag) => tag.textContent);
    expect([...text.querySelectorAll('h3')].flatMap(tags)).toEqual(['\u202e', '\u2066']);
    expect([...text.querySelectorAll('li p')].map(tags)).toEqual([
      ['\u202e', '\u2066'],
      ['\u200b', '\u202e', '\u202c'],
      [],
      [],
    ]);
    expect([...text.querySelectorAll('[class*=stack]')].map((pile) => pile.textContent)).toEqual([zalgo]);
  });
});

describe('a click', () => {
  it('on a paragraph number, a shared passage, a flag or a place opens the reader', async () => {
    const { user, calls } = await renderDesk(TellingsView, bundled);
    const text = region('Paragraph by paragraph');
    await user.click(within(text).getByRole('button', { name: /^A, paragraph 19 — read/ }));
    await user.click(within(text).getAllByRole('link', { name: /Sino-US/ })[1] ?? text);
    await user.click(screen.getByRole('button', { name: /The factory visit is on Wednesday/ }));
    await user.click(within(region('Where they differ')).getByRole('button', { name: /^A 17 — read/ }));
    expect(calls.onOpen.mock.calls.map(([opened]) => opened)).toEqual([
      { mark: 'a-xi-cut-off', passage: 1 },
      { mark: 'b-he-sino-us', passage: 1 },
      { mark: 'f-factory-day', passage: 1 },
      { mark: 'e-factory-visit', passage: 2 },
    ]);
  });

  it('on a join leads to the same words in the other article', async () => {
    const { user } = await renderDesk(TellingsView, bundled);
    const [inA, inB] = screen.getAllByRole('button', { name: /^A 12 = B 7/ });
    await user.click(inA ?? document.body);
    expect(inB).toHaveFocus();
    await user.click(inB ?? document.body);
    expect(inA).toHaveFocus();
  });
});

describe('a joined paragraph', () => {
  const lit = (container: Element) =>
    [...container.querySelectorAll('li[data-lit]')].map((one) => textOf(one).slice(0, 15));

  it('lights up together with its partner, under the pointer and under the focus', async () => {
    const { user, container } = await renderDesk(TellingsView, bundled);
    const [tag] = screen.getAllByRole('button', { name: /^A 22 = B 21/ });
    await user.hover(tag ?? document.body);
    expect(lit(container)).toEqual(['A, paragraph 22', 'B, paragraph 21']);
    await user.unhover(tag?.closest('li') ?? document.body);
    await user.hover(document.body);
    expect(lit(container)).toEqual([]);
    act(() => tag?.focus());
    expect(lit(container)).toEqual(['A, paragraph 22', 'B, paragraph 21']);
  });

  it('says how alike the words are', async () => {
    const a = markedArticle('a', 'One\n\n[x:The sun rose].');
    const b = markedArticle('b', 'Two\n\n[x:The sun has risen].');
    const flag: TextFlag = {
      id: 'f-x',
      kind: 'shared-passage',
      note: 'Shared.',
      spans: [a.at('x'), b.at('x')],
      ...byHand(),
    };
    const corpus = minimalCorpus({ articles: [a.article, b.article], flags: [flag] });
    await renderDesk(TellingsView, { corpus });
    const text = textOf(region('Paragraph by paragraph'));
    expect(text).toContain('2 words the same, only here “rose”');
    expect(text).toContain('2 words the same, only here “has risen”');
  });

  it('says in words where it is also, on a narrow screen', async () => {
    setMedia(BELOW.laptop);
    await renderDesk(TellingsView, bundled);
    expect(screen.getByRole('button', { name: 'also in B, paragraph 7' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'also in A, paragraph 12' })).toBeVisible();
  });
});

describe('a paragraph that is not joined', () => {
  it('says in words that only one article has it, or that it is no part of it', async () => {
    await renderDesk(TellingsView, { corpus: smallCorpus() });
    const rows = within(region('Paragraph by paragraph')).getAllByRole('listitem').map(textOf);
    expect(rows.find((row) => row.includes('He added that'))).toContain('only A');
    expect(rows.find((row) => row.includes('More news'))).toContain('not part of the article');
    expect(rows.find((row) => row.includes('We wait'))).not.toContain('only A');
  });
});

describe('the articles to compare', () => {
  const c = markedArticle('c', 'Third\n\nNothing of it.').article;

  it('are not asked for where there are two', async () => {
    await renderDesk(TellingsView, bundled);
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  const three = { corpus: { ...bundled.corpus, articles: [...bundled.corpus.articles, c] } };

  it('can be chosen where there are more, and choosing the other side’s swaps', async () => {
    const { user } = await renderDesk(TellingsView, three);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Second article' }), 'C');
    expect(region('Paragraph by paragraph')).toHaveTextContent('No passage is marked as standing in both articles.');
    await user.selectOptions(screen.getByRole('combobox', { name: 'First article' }), 'C');
    expect(screen.getByRole('combobox', { name: 'First article' })).toHaveValue('c');
    expect(screen.getByRole('combobox', { name: 'Second article' })).toHaveValue('a');
  });

  it('stand in the view, so that a link has them; the first two are nothing to write', async () => {
    const { user, calls } = await renderDesk(TellingsView, { ...three, view: { pair: ['b', 'c'] } });
    expect(screen.getByRole('combobox', { name: 'First article' })).toHaveValue('b');
    await user.selectOptions(screen.getByRole('combobox', { name: 'First article' }), 'A');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Second article' }), 'B');
    expect(calls.onView.mock.calls).toEqual([[{ pair: ['a', 'c'] }], [{ pair: null }]]);
  });

  it('are the first two where the link names one that is not there', async () => {
    await renderDesk(TellingsView, { ...three, view: { pair: ['c', 'nobody'] } });
    expect(screen.getByRole('combobox', { name: 'First article' })).toHaveValue('a');
    expect(screen.getByRole('combobox', { name: 'Second article' })).toHaveValue('b');
  });

  it('are nothing to compare where there is one', async () => {
    await renderDesk(TellingsView, { corpus: minimalCorpus() });
    expect(region('The two tellings')).toHaveTextContent('there is nothing to compare');
  });

  it('are whole under filters, and the view says so', async () => {
    await renderDesk(TellingsView, { ...bundled, filters: { articles: ['b'] } });
    expect(region('The two tellings')).toHaveTextContent('the filters do not narrow this comparison');
    expect(region('The two tellings')).toHaveTextContent('18 paragraphs only in A');
  });
});

describe('the markup', () => {
  it('has no style attribute, and every key of the focus once', async () => {
    const { container } = await renderDesk(TellingsView, bundled);
    expect(container.querySelectorAll('[style]')).toHaveLength(0);
    const keys = [...container.querySelectorAll('[data-focus]')].map((one) => one.getAttribute('data-focus'));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
