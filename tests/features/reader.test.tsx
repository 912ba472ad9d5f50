import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { ARTICLE } from '../../src/coverage/answers/article.ts';
import { PASSAGE } from '../../src/coverage/answers/passage.ts';
import { PASSAGE_COUNTS } from '../../src/coverage/answers/passageCounts.ts';
import type { Segment } from '../../src/coverage/answers/reading/segments.ts';
import type { Desk } from '../../src/coverage/desk.ts';
import { paragraphsOf } from '../../src/domain/article.ts';
import type { Corpus } from '../../src/domain/corpus.ts';
import type { Filters } from '../../src/domain/filters.ts';
import { readingList } from '../../src/domain/reading.ts';
import Reader from '../../src/features/reader/Reader.tsx';
import { BELOW } from '../../src/ui/useMediaQuery.ts';
import { answered } from '../fixtures/ask.ts';
import { byHand } from '../fixtures/byHand.ts';
import { renderDesk, setMedia, textOf } from '../fixtures/desk.tsx';
import { bundledCorpus, markedArticle, smallCorpus } from '../fixtures/markedCorpus.ts';

const Panel = ({ desk }: { desk: Desk }) =>
  desk.view.opened ? (
    <Reader desk={desk} onStep={(opened) => desk.onView({ opened })} opened={desk.view.opened} />
  ) : (
    <p>closed</p>
  );

function open(mark: string, passage = 1, corpus: Corpus = smallCorpus(), filters: Partial<Filters> = {}) {
  return renderDesk(Panel, { corpus, filters, view: { opened: { mark, passage } } });
}

const reader = () => screen.getByRole('complementary', { name: 'Reader' });
const text = () => screen.getByRole('region', { name: 'Text of the article' });
const paragraphs = () =>
  within(text())
    .getAllByRole('paragraph')
    .map((one) => one.textContent);
const marked = () => [...text().querySelectorAll('mark')].map((mark) => mark.textContent).join('');
const button = (name: string | RegExp) => within(reader()).getByRole('button', { name });
const count = () => textOf(screen.getByRole('status'));
const verbatim = (corpus: Corpus, id: string) => {
  const article = corpus.articles.find((one) => one.id === id);
  return article ? paragraphsOf(article).map(({ start, end }) => article.text.slice(start, end)) : [];
};

describe('the text in the reader', () => {
  it('is the article’s, every paragraph verbatim', async () => {
    const corpus = bundledCorpus();
    const { user } = await open('r-moon-mediates', 1, corpus);
    for (const { id, badge } of corpus.articles) {
      await user.click(button(new RegExp(`^${badge}\\s*\\d+ passage`)));
      expect(paragraphs()).toEqual(verbatim(corpus, id));
    }
  });

  it.each(['r-met', 'e-tuesday', 'f-ad', 'f-cut'])(
    'highlights exactly the words that are evidence of %s',
    async (mark) => {
      const corpus = smallCorpus();
      await open(mark, 1, corpus);
      const [passage] = readingList(corpus, mark)?.passages ?? [];
      expect(marked()).toBe(passage?.spans[0]?.exact);
      expect(marked().length).toBeGreaterThan(0);
    },
  );

  it('highlights exactly the evidence of every passage of the coverage, and never changes a letter', () => {
    const corpus = bundledCorpus();
    const lists = [corpus.statements, corpus.relations, corpus.events, corpus.flags].flat().map(({ id }) => id);
    for (const mark of [...lists, ...corpus.venues.map(({ place }) => place)]) {
      const list = readingList(corpus, mark);
      expect(list, mark).not.toBeNull();
      for (const passage of list?.passages ?? []) {
        const article = corpus.articles.find(({ id }) => id === passage.article);
        if (!article) throw new Error(`${mark} is of no article`);
        const shown = answered(corpus, ARTICLE, { opened: passage.opened, article: article.id, at: null });
        const segments = (shown?.text.paragraphs ?? []).map(({ runs }) => runs.flatMap((run) => run.segments));
        const wordsOf = (own: Segment[]) => own.flatMap(({ parts }) => parts.map(({ text }) => text)).join('');
        expect(wordsOf(segments.flat().filter((segment) => segment.shown === 'current')), mark).toBe(
          passage.spans
            .map(({ exact }) => exact)
            .join('')
            .replace(/[\r\n]+/g, ''),
        );
        expect(segments.map(wordsOf)).toEqual(verbatim(corpus, article.id));
      }
    }
  });

  it('shows flaws in the margin of their paragraph, each a way to its own passages', async () => {
    const { user } = await open('r-met');
    const margins = within(text()).getAllByRole('list', { name: /^Flaws in paragraph/ });
    expect(margins.map((margin) => margin.getAttribute('aria-label'))).toEqual([
      'Flaws in paragraph 2',
      'Flaws in paragraph 4',
      'Flaws in paragraph 5',
    ]);
    await user.click(within(text()).getByRole('button', { name: /not part of the article.*An advertisement\./ }));
    expect(marked()).toBe('More news: football');
    expect(reader()).toHaveTextContent('not part of the article: An advertisement.');
  });

  it('leads from a statement in the text to that statement', async () => {
    const { user, now } = await open('r-met');
    const link = within(text()).getByRole('link', { name: /We wait for\s*Kim/ });
    expect(link).toHaveAttribute('href', '?open=s-wait.1');
    await user.click(link);
    expect(now().view.opened).toEqual({ mark: 's-wait', passage: 1 });
  });
});

describe('the passages of a mark', () => {
  it('can be stepped through, and the article follows', async () => {
    const { user } = await open('r-met');
    expect(count()).toBe('Passage 1 of 2: Moon meets Kim');
    expect(button('Previous passage')).toBeDisabled();
    await user.click(button('Next passage'));
    expect(count()).toBe('Passage 2 of 2: Moon meets Kim');
    expect(screen.getByRole('heading', { name: 'Kim is late' })).toBeVisible();
    expect(marked()).toBe('Moon and Kim met');
    expect(button('Next passage')).toBeDisabled();
    await user.click(button('Previous passage'));
    expect(marked()).toBe('Moon met Kim');
  });

  it('can be reached by the article, whose tab says how many it has', async () => {
    const { user } = await open('r-met');
    expect(button(/^A\s*1 passage$/)).toHaveAttribute('aria-pressed', 'true');
    await user.click(button(/^B\s*1 passage$/));
    expect(button(/^B\s*1 passage$/)).toHaveAttribute('aria-pressed', 'true');
    expect(count()).toBe('Passage 2 of 2: Moon meets Kim');
  });

  it('are shown again by the next step, after a look into an article that has none', async () => {
    const corpus = smallCorpus();
    const [a] = corpus.articles;
    const evidence = corpus.relations[0]?.evidence.slice(0, 1) ?? [];
    const start = a?.text.indexOf('Kim supports') ?? 0;
    const relations = corpus.relations.map((one) => ({
      ...one,
      evidence: [...evidence, { article: 'a', start, end: start + 12, exact: 'Kim supports' }],
    }));
    const { user } = await open('r-met', 1, { ...corpus, relations });
    await user.click(button(/^B\s*0 passages$/));
    expect(paragraphs()).toEqual(verbatim(corpus, 'b'));
    await user.click(button('Next passage'));
    expect(count()).toBe('Passage 2 of 2: Moon meets Kim');
    expect(marked()).toContain('Kim supports');
  });

  it('lead to the other article’s version and back', async () => {
    const { user, now } = await open('s-wait');
    expect(paragraphs()).toEqual(verbatim(smallCorpus(), 'a'));
    await user.click(button(/^Same words in\s*B$/));
    expect(now().view.opened).toEqual({ mark: 's-wait-b', passage: 1 });
    expect(paragraphs()).toEqual(verbatim(smallCorpus(), 'b'));
    await user.click(button(/^Same words in\s*A$/));
    expect(now().view.opened).toEqual({ mark: 's-wait', passage: 1 });
  });

  it('say when the filters hide them on the desk', async () => {
    await open('s-wait', 1, smallCorpus(), { articles: ['b'] });
    expect(screen.getByText('The filters hide this passage on the desk.')).toBeVisible();
    expect(paragraphs()).toEqual(verbatim(smallCorpus(), 'a'));
  });

  it('do not say so otherwise', async () => {
    await open('s-wait');
    expect(screen.queryByText(/The filters hide/)).toBeNull();
  });

  it('show the last one for a number that is too high', async () => {
    await open('r-met', 99);
    expect(count()).toBe('Passage 2 of 2: Moon meets Kim');
  });
});

describe('an article of more paragraphs than are drawn at once', () => {
  it('is read part by part, to its end and back', async () => {
    const corpus = smallCorpus();
    const more = Array.from({ length: 600 }, (_, index) => `Line ${index}.`).join('\n\n');
    const articles = corpus.articles.map((one) => ({ ...one, text: `${one.text}\n\n${more}` }));
    const { user } = await open('r-met', 1, { ...corpus, articles });
    const all = verbatim({ ...corpus, articles }, 'a');
    const show = async (where: string) => user.click(button(`Show the part ${where}`));
    const drawn = () => paragraphs().filter((one) => one !== null && all.includes(one));
    expect(drawn()).toEqual(all.slice(0, 240));
    const read = new Set(drawn());
    while (within(reader()).queryByRole('button', { name: 'Show the part after' })) {
      const before = read.size;
      await show('after');
      for (const one of drawn()) read.add(one);
      expect(read.size).toBeGreaterThan(before);
    }
    expect(drawn().at(-1)).toBe('Line 599.');
    expect(read.size).toBe(new Set(all).size);
    for (let steps = 0; steps < 5; steps += 1)
      if (within(reader()).queryByRole('button', { name: 'Show the part before' })) await show('before');
    expect(drawn()[0]).toBe(all[0]);
  });
});

describe('what the reader is answered', () => {
  const corpus = bundledCorpus();
  const marks = [corpus.statements, corpus.relations, corpus.events, corpus.flags, corpus.actors].flat();
  const passageOf = (mark: string) => answered(corpus, PASSAGE, { mark, passage: 1 }, { articles: ['b'] });

  it('is plain data', () => {
    for (const { id: mark } of marks) {
      const passage = passageOf(mark);
      expect(structuredClone(passage)).toEqual(passage);
      if (!passage) continue;
      const article = answered(corpus, ARTICLE, { opened: passage.opened, article: passage.article, at: null });
      expect(article).not.toBeNull();
      expect(structuredClone(article)).toEqual(article);
    }
  });

  it('counts as many passages in all articles together as can be stepped through, whichever is shown', () => {
    for (const { id: mark } of marks) {
      const passage = passageOf(mark);
      if (!passage) continue;
      const counts = answered(corpus, PASSAGE_COUNTS, { mark: passage.list }, { articles: ['b'] });
      expect(counts.reduce((sum, { passages }) => sum + passages, 0)).toBe(passage.inAll);
      expect(counts.map(({ article }) => article)).toContain(passage.article);
      if (passage.next && !passage.outside) expect(passageOf(passage.next.mark)?.list).toBe(passage.list);
    }
  });

  it('is little for any one step of many', () => {
    for (const { id: mark } of marks) expect(JSON.stringify(passageOf(mark)).length).toBeLessThan(5_000);
  });
});

describe('what the reader says of a passage', () => {
  it.each([
    ['s-wait', /^Moon, named in the sentence\. Said to Kim\./],
    ['s-peace', /^Moon, resolved within this article from A: “Moon” As told by Xinhua\./],
    ['s-wait-b', /^Unresolved\. Nobody is named before\. Candidates: Moon, Kim\./],
    ['r-met', /Moon meets Kim\. Counts as talks \(CONSULT\), historical; in the reporter's own voice\./],
    ['e-tuesday', /Moon speaks: 2019-01-08, stated, from “Tuesday”, counted from 2019-01-10\./],
    ['hanoi', /Candidate venue, according to the reporter\./],
    ['f-cut', /cut off: Cut off\./],
  ])('says of %s who is behind it, and why', async (mark, words) => {
    await open(mark);
    const facts = within(reader()).getAllByRole('paragraph').map(textOf);
    expect(facts).toEqual(expect.arrayContaining([expect.stringMatching(words)]));
  });

  it('says of a mark that the coverage does not have that it is not there', async () => {
    const { user } = await open('s-nowhere');
    expect(reader()).toHaveTextContent('The link opens “s-nowhere”, which this coverage does not have.');
    await user.click(button('Close the reader'));
    expect(screen.getByText('closed')).toBeVisible();
  });
});

describe('the reader', () => {
  it('takes the focus and closes by Escape, or by its button', async () => {
    const { user, calls } = await open('s-wait');
    expect(reader()).toContainElement(document.activeElement as HTMLElement);
    await user.keyboard('{Escape}');
    expect(calls.onOpen.mock.calls).toEqual([[null]]);
    expect(screen.getByText('closed')).toBeVisible();
  });

  it('is a modal dialog where there is no room beside it, and what closes the dialog closes the reader', async () => {
    // jsdom has dialogs that cannot be shown.
    const shown = vi.fn(function show(this: HTMLDialogElement) {
      this.open = true;
    });
    HTMLDialogElement.prototype.showModal = shown;
    setMedia(BELOW.laptop);
    const { calls } = await open('s-wait');
    const sheet = screen.getByRole('dialog', { name: 'Reader' });
    expect(shown).toHaveBeenCalled();
    expect(sheet).toContainElement(document.activeElement as HTMLElement);
    expect(screen.queryByRole('complementary')).toBeNull();
    fireEvent(sheet, new Event('close'));
    expect(calls.onOpen.mock.calls).toEqual([[null]]);
  });
});

describe('unseen characters in the reader', () => {
  const zalgo = `Z${'\u0301\u0323'.repeat(8)}`;
  const a = markedArticle(
    'a',
    `Heading

[before:Plain \u200bwords], then \u202e[said:txet \u202c and me\u200b\u200b, ${zalgo}]!

\ufeffTags \u{e0041}[cut:\u{e0042} 👩‍👩‍👧‍👦 می\u200cخواهم]`,
  );
  const corpus = () =>
    smallCorpus({
      articles: [a.article],
      statements: [],
      relations: [],
      venues: [],
      events: [],
      actors: [],
      flags: [
        { id: 'f-said', kind: 'truncated', note: 'One.', spans: [a.at('said')], ...byHand() },
        { id: 'f-cut', kind: 'truncated', note: 'Two.', spans: [a.at('cut')], ...byHand() },
      ],
    });
  const tags = () => [...text().querySelectorAll('[data-unseen]')];

  it('get a tag with the code point, each in a box of its own, and the text stays as it is', async () => {
    await open('f-said', 1, corpus());
    expect(paragraphs()).toEqual(verbatim(corpus(), 'a'));
    expect(tags().map((tag) => [tag.getAttribute('data-unseen'), tag.textContent])).toEqual([
      ['U+200B', '\u200b'],
      ['U+202E', '\u202e'],
      ['U+202C', '\u202c'],
      ['U+200B ×2', '\u200b\u200b'],
      ['U+FEFF', '\ufeff'],
      ['U+E0041', '\u{e0041}'],
      ['U+E0042', '\u{e0042}'],
    ]);
    for (const tag of tags()) expect(tag.tagName).toBe('BDI');
    expect(within(text()).getByRole('img', { name: 'U+202E right-to-left override' })).toBe(tags()[1]);
    // No control is left among the words, so that they stand in the order in which they are written.
    for (const tag of tags()) tag.remove();
    expect(text().textContent).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });

  it.each(['f-said', 'f-cut'])('do not move the marks: those of %s are exactly its words', async (mark) => {
    await open(mark, 1, corpus());
    const span = readingList(corpus(), mark)?.passages[0]?.spans[0];
    expect(marked()).toBe(span?.exact);
  });

  it('are counted in words', async () => {
    await open('f-said', 1, corpus());
    expect(reader()).toHaveTextContent('8 unseen characters are marked in this article.');
  });

  it('are not spoken of where there are none', async () => {
    await open('r-met');
    expect(tags()).toEqual([]);
    expect(reader()).not.toHaveTextContent('unseen');
  });

  it('leave piled marks in a box as high as their line', async () => {
    await open('f-said', 1, corpus());
    const piles = [...text().querySelectorAll('[class*=stack]')].map((pile) => pile.textContent);
    expect(piles).toEqual([zalgo]);
  });
});

describe('the address of an article', () => {
  const openAddress = (url: string | null) => {
    const corpus = smallCorpus();
    return open('s-wait', 1, { ...corpus, articles: corpus.articles.map((one) => ({ ...one, url })) });
  };
  const origin = () => textOf(screen.getByText(/^Publisher unknown/));

  it.each([
    ['https://news.example/moon', 'host news.example.'],
    ['http://news.example/moon', 'host news.example, not encrypted.'],
    ['https://\u0430pple.com/', 'host xn--pple-43d.com.'],
  ])('%s is a link with its host beside it', async (address, host) => {
    await openAddress(address);
    const link = within(reader()).getByRole('link', { name: address });
    expect(link).toHaveAttribute('href', new URL(address).href);
    expect(link).toHaveAttribute('rel', 'noopener noreferrer');
    expect(origin()).toBe(`Publisher unknown, published unknown. Text verbatim. Address: ${address} ${host}`);
  });

  it('is text when it is anything else', async () => {
    await openAddress('https://news.example@evil.example/');
    expect(within(reader()).queryByRole('link', { name: /evil/ })).toBeNull();
    expect(origin()).toContain('Address: https://news.example@evil.example/.');
  });

  it('is not spoken of when it is unknown', async () => {
    await openAddress(null);
    expect(origin()).toBe('Publisher unknown, published unknown. Text verbatim.');
  });
});
