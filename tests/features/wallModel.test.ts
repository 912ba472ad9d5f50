// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { applyFilters } from '../../src/domain/applyFilters.ts';
import { NO_FILTERS } from '../../src/domain/filters.ts';
import type { WallOrder } from '../../src/domain/view.ts';
import { quoteCards, wallGroups, weightOf } from '../../src/features/wall/model.ts';
import { bundledCorpus, markedArticle } from '../fixtures/markedCorpus.ts';
import { deskCorpus, statement } from './deskCorpus.ts';

const speaker = { status: 'named', actor: 'moon' } as const;

describe('the cards of the wall', () => {
  it('hold every statement of the coverage exactly once', () => {
    const corpus = bundledCorpus();
    const held = quoteCards(corpus, corpus).flatMap(({ tellings }) => tellings.map((telling) => telling.statement.id));
    expect(held.sort()).toEqual(corpus.statements.map(({ id }) => id).sort());
  });

  it.each<WallOrder>(['weight', 'speaker', 'article'])('lose none and double none when ordered by %s', (order) => {
    const corpus = bundledCorpus();
    const cards = quoteCards(corpus, corpus);
    const keys = wallGroups(cards, corpus, NO_FILTERS, order).flatMap((group) => group.cards.map(({ key }) => key));
    expect([...keys].sort()).toEqual(cards.map(({ key }) => key).sort());
  });

  it('lose none and double none with any actor chosen, and lend nobody the words of another', () => {
    const corpus = bundledCorpus();
    for (const { id, name } of corpus.actors) {
      const filters = { ...NO_FILTERS, actors: [id] };
      const slice = applyFilters(corpus, filters);
      const cards = quoteCards(slice, corpus);
      const groups = wallGroups(cards, corpus, filters, 'weight');
      expect(groups.flatMap((group) => group.cards.map(({ key }) => key)).sort()).toEqual(
        cards.map(({ key }) => key).sort(),
      );
      const own = groups.find(({ title }) => title === `Said by ${name}`)?.cards ?? [];
      for (const card of own) expect(card).toMatchObject({ speaker: id });
    }
  });

  it('have no speaker when the same words have two', () => {
    const corpus = deskCorpus();
    const statements = corpus.statements.map((one) =>
      one.id === 's-wait' ? { ...one, speaker: { status: 'named', actor: 'kim' } as const } : one,
    );
    const changed = { ...corpus, statements };
    const card = quoteCards(changed, changed).find(({ key }) => key === 'same g-wait');
    expect(card).toMatchObject({ speaker: null });
  });

  it('mark a gap between two pieces only where the article has other words there', () => {
    const { article, all } = markedArticle('a', '[p:one] two [p:three], "[p:four]".');
    const whole = { ...deskCorpus(), articles: [article], flags: [] };
    const slice = { ...whole, statements: [statement('s', { content: all('p'), speaker })] };
    expect(quoteCards(slice, slice)[0]?.pieces.map(({ gap }) => gap)).toEqual([false, true, false]);
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
