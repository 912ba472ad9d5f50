// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { weightOf } from '../../src/coverage/answers/cardHeads.ts';
import { CARDS, type CardsAnswer } from '../../src/coverage/answers/cards.ts';
import type { Corpus } from '../../src/domain/corpus.ts';
import type { Filters } from '../../src/domain/filters.ts';
import type { WallOrder } from '../../src/domain/view.ts';
import { answered } from '../fixtures/ask.ts';
import { bundledCorpus, markedArticle } from '../fixtures/markedCorpus.ts';
import { deskCorpus, statement } from './deskCorpus.ts';

const speaker = { status: 'named', actor: 'moon' } as const;
const ORDERS: WallOrder[] = ['weight', 'speaker', 'article'];

const allCards = (corpus: Corpus, order: WallOrder = 'weight', filters: Partial<Filters> = {}) =>
  answered(corpus, CARDS, { order, from: 0, size: 1e6 }, filters);
const cardsOf = ({ groups }: CardsAnswer) => groups.flatMap(({ cards }) => cards);
const keysOf = (answer: CardsAnswer) => cardsOf(answer).map(({ key }) => key);
const held = (answer: CardsAnswer) =>
  cardsOf(answer).flatMap(({ tellings }) => tellings.map((telling) => telling.statement));

describe('the cards of the wall', () => {
  it.each(ORDERS)('hold every statement of the coverage exactly once when ordered by %s', (order) => {
    const corpus = bundledCorpus();
    const answer = allCards(corpus, order);
    expect(held(answer).sort()).toEqual(corpus.statements.map(({ id }) => id).sort());
    expect(new Set(keysOf(answer)).size).toBe(answer.cards);
    expect(keysOf(answer)).toHaveLength(answer.cards);
    expect(answer.statements).toBe(corpus.statements.length);
  });

  it('lose none and double none with any actor chosen, and lend nobody the words of another', () => {
    const corpus = bundledCorpus();
    for (const { id, name } of corpus.actors) {
      const filters = { actors: [id] };
      const answer = allCards(corpus, 'weight', filters);
      expect(keysOf(answer).sort()).toEqual(keysOf(allCards(corpus, 'article', filters)).sort());
      expect(held(answer)).toHaveLength(answer.statements);
      const own = answer.groups.find(({ title }) => title === `Said by ${name}`)?.cards ?? [];
      for (const card of own) expect(card.speaker).toEqual({ id, name });
    }
  });

  it.each(ORDERS)('come page by page as they come together, ordered by %s', (order) => {
    const corpus = bundledCorpus();
    const whole = allCards(corpus, order);
    const pages = Array.from({ length: Math.ceil(whole.cards / 7) }, (_, page) =>
      answered(corpus, CARDS, { order, from: page * 7, size: 7 }),
    );
    expect(pages.flatMap(cardsOf)).toEqual(cardsOf(whole));
    for (const { groups, ...inAll } of pages) {
      expect({ ...inAll, groups: whole.groups }).toEqual(whole);
      for (const { key, of } of groups) expect(of).toBe(whole.groups.find((group) => group.key === key)?.cards.length);
    }
  });

  it('say how many have no settled speaker, and where the first of them is', () => {
    for (const order of ORDERS) {
      const answer = allCards(bundledCorpus(), order);
      const open = cardsOf(answer).map(({ certainty }) => certainty === 'unresolved');
      expect(open.filter(Boolean).length).toBeGreaterThan(0);
      expect(answer).toMatchObject({
        unsettled: open.filter(Boolean).length,
        firstUnsettled: open.indexOf(true),
      });
    }
    expect(allCards(deskCorpus(), 'weight', { articles: ['b'] })).toMatchObject({ unsettled: 0, firstUnsettled: -1 });
  });

  it('have no speaker when the same words have two', () => {
    const corpus = deskCorpus();
    const statements = corpus.statements.map((one) =>
      one.id === 's-wait' ? { ...one, speaker: { status: 'named', actor: 'kim' } as const } : one,
    );
    const card = cardsOf(allCards({ ...corpus, statements })).find(({ key }) => key === 'same g-wait');
    expect(card).toMatchObject({ speaker: null, differ: true, certainty: 'unresolved' });
    expect(card?.tellings.map(({ name }) => name)).toEqual(['Kim', 'Moon']);
  });

  it('mark a gap between two pieces only where the article has other words there', () => {
    const { article, all } = markedArticle('a', '[p:one] two [p:three], "[p:four]".');
    const statements = [statement('s', { content: all('p'), speaker })];
    const corpus = { ...deskCorpus(), articles: [article], flags: [], statements };
    expect(cardsOf(allCards(corpus))[0]?.pieces.map(({ gap }) => gap)).toEqual([false, true, false]);
  });

  it.each([
    [30, 'xl'],
    [29, 'l'],
    [18, 'l'],
    [17, 'm'],
    [5, 'm'],
    [4, 'fragment'],
  ])('weigh %i words in quotation marks as %s', (count, weight) => {
    const words = Array.from({ length: count }, (_, index) => `word${index}`).join(' ');
    const { at } = markedArticle('a', `"[p:${words}]"`);
    expect(weightOf(statement('s', { content: [at('p')], quoted: [at('p')], speaker }))).toBe(weight);
  });

  it('weigh indirect speech as reported, however long', () => {
    const { at } = markedArticle('a', `[p:${'word '.repeat(60)}]`);
    expect(weightOf(statement('s', { content: [at('p')], speaker }))).toBe('reported');
  });
});
