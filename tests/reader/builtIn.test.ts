// @vitest-environment node
import { beforeAll, describe, expect, it } from 'vitest';
import { builtIn, musts } from '../../src/commands/benchBuiltIn.ts';
import { compare } from '../../src/commands/compareCorpora.ts';

describe('the two built-in articles, read and laid against the corpus by hand', () => {
  let both: Awaited<ReturnType<typeof builtIn>>;
  beforeAll(async () => {
    both = await builtIn();
  });

  it('keep all that has to hold', () => {
    const all = musts(both, compare(both.hand, both.read));
    expect(all.filter(({ holds }) => !holds).map(({ words }) => words)).toEqual([]);
    expect(all).toHaveLength(5);
  });

  it('differ in nothing where both are the same', () => {
    expect(compare(both.hand, both.hand).differences).toEqual([]);
  });

  it('show a wrong speaker where there is one', () => {
    const { hand } = both;
    const wrong = structuredClone(hand);
    const one = wrong.statements.find(({ speaker }) => speaker.status === 'named');
    if (one?.speaker.status === 'named') one.speaker.actor = one.speaker.actor === 'lu-kang' ? 'hua-po' : 'lu-kang';
    expect(compare(hand, wrong)).toMatchObject({ wrongSpeakers: [{ grave: true }], differences: [{}] });
  });

  it('have the capital Seoul for its government, and Lu Kang from the other article', () => {
    const { read } = both;
    expect(read.actors.find(({ id }) => id === 'south-korea')?.metonyms).toEqual(['Seoul']);
    const crossed = read.statements.filter(
      ({ speaker }) => speaker.status === 'resolved' && speaker.method === 'sibling-article',
    );
    expect(crossed.map(({ speaker }) => speaker)).toMatchObject([{ actor: 'lu-kang' }]);
  });
});
