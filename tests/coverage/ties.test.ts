// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { MARK_NAME } from '../../src/coverage/answers/markName.ts';
import { NETWORK } from '../../src/coverage/answers/network.ts';
import { TIE_COUNTS } from '../../src/coverage/answers/tieCounts.ts';
import { TIE_MATRIX } from '../../src/coverage/answers/tieMatrix.ts';
import { TIES } from '../../src/coverage/answers/ties.ts';
import type { Question } from '../../src/coverage/coverage.ts';
import { deskCorpus } from '../features/deskCorpus.ts';
import { answered } from '../fixtures/ask.ts';
import { largeCorpus } from '../fixtures/largeCorpus.ts';
import { bundledCorpus } from '../fixtures/markedCorpus.ts';

const FINE = 'conflict_japan_korea';
const few = { statements: 50, articles: 3, places: 5, venues: 2, topics: 3, events: 5, flags: 5 };

describe('what is answered of ties', () => {
  it('is counted in all and in the selection, with the first chosen tie that the selection has', () => {
    const counts = (filters = {}) => answered(deskCorpus(), TIE_COUNTS, null, filters);
    expect(counts()).toEqual({ ties: 4, actors: 3, shown: 4, passages: 7, chosen: null });
    expect(counts({ ties: [FINE] })).toEqual({ ties: 4, actors: 3, shown: 1, passages: 1, chosen: FINE });
    expect(counts({ ties: [FINE], articles: ['b'] })).toMatchObject({ shown: 0, chosen: null });
  });

  it('names a tie of the selection by its sentence, and an actor by its name', () => {
    const name = (mark: string) => answered(deskCorpus(), MARK_NAME, { mark });
    expect([name(FINE), name('sweden')]).toEqual(['Japan to Korea: conflict, 1 passage, asserted', 'Sweden']);
  });

  it('says how many who only speak are not in the picture', () => {
    const corpus = deskCorpus();
    const [statement] = corpus.statements;
    const [actor] = corpus.actors;
    if (!statement || !actor) throw new Error('nothing is said');
    const speakers = Array.from({ length: 410 }, (_, index) => ({
      ...actor,
      id: `voice-${index}`,
      name: `Voice ${index}`,
    }));
    const statements = speakers.map(({ id }) => ({
      ...statement,
      id: `said-by-${id}`,
      same: null,
      speaker: { status: 'named' as const, actor: id },
    }));
    const crowded = {
      ...corpus,
      actors: [...corpus.actors, ...speakers],
      statements: [...corpus.statements, ...statements],
    };
    const { actors, left } = answered(crowded, NETWORK, null);
    const all = answered(deskCorpus(), NETWORK, null);
    expect(all.left).toBe(0);
    expect(actors.length + left).toBe(all.actors.length + 410);
    expect(left).toBeGreaterThan(0);
  });

  it('is the same after it was copied, and has the same network in every selection', () => {
    const corpus = bundledCorpus();
    const copied = <Wants>(question: Question<Wants, unknown>, wants: Wants) => {
      const answer = answered(corpus, question, wants);
      expect(JSON.stringify(structuredClone(answer))).toBe(JSON.stringify(answer));
    };
    copied(TIE_COUNTS, null);
    copied(TIES, { first: 5 });
    copied(TIE_MATRIX, null);
    copied(NETWORK, null);
    const { order, ties } = answered(corpus, NETWORK, null, { text: 'nowhere' });
    expect(order).toEqual(answered(corpus, NETWORK, null).order);
    expect(ties.map(({ key, shown }) => [key, shown])).toEqual(order.ties.map(({ id }) => [id, false]));
  });

  it('is bounded: a part of the list, a part of the matrix, and no network of very many ties', () => {
    const corpus = largeCorpus({ ...few, actors: 50, relations: 6000 });
    const { ties } = answered(corpus, TIE_COUNTS, null);
    expect(ties).toBeGreaterThan(2000);
    const list = answered(corpus, TIES, { first: 7 });
    expect([list.ties.length, list.inAll]).toEqual([7, ties]);
    expect(answered(corpus, NETWORK, null)).toEqual({ order: { nodes: [], ties: [] }, actors: [], ties: [], left: 0 });
    const last = answered(corpus, TIES, { first: ties }).ties.at(-1)?.key ?? '';
    const matrix = answered(corpus, TIE_MATRIX, null, { ties: [last] });
    expect(matrix).toMatchObject({ between: ties, inAll: ties });
    expect(matrix.ties).toHaveLength(2000);
    expect(matrix.ties.slice(0, 3).map(({ key, shown }) => [key === last, shown])).toEqual([
      [true, true],
      [false, false],
      [false, false],
    ]);
  });

  it('has the first of very many who only speak', () => {
    const corpus = largeCorpus({ ...few, statements: 8000, actors: 900, relations: 10 });
    const { nodes, ties } = answered(corpus, NETWORK, null).order;
    expect(ties.length).toBeGreaterThan(0);
    const tied = new Set(ties.flatMap(({ from, to }) => [...from, ...to]));
    expect(nodes.filter(({ id }) => !tied.has(id))).toHaveLength(400);
  });
});
