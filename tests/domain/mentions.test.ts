// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mentionsIn } from '../../src/domain/mentions.ts';
import { actor, bundledCorpus } from '../fixtures/markedCorpus.ts';

/** The names found, each as `words: id or id`. */
function found(text: string, list: Parameters<typeof mentionsIn>[1]): string[] {
  return mentionsIn(text, list).map(({ start, end, ids }) => `${text.slice(start, end)}: ${ids.join(' or ')}`);
}

const people = [
  actor('kim', 'Kim', { aliases: ['Kim', 'Kim Jong-un'] }),
  actor('james-kim', 'James Kim'),
  actor('us', 'U.S.', { aliases: ['U.S.', 'US'], metonyms: ['Washington'] }),
];

describe('names in a text', () => {
  it('are found where they stand', () => {
    expect(mentionsIn('Yes, Kim.', people)).toEqual([{ start: 5, end: 8, ids: ['kim'] }]);
    expect(found('Kim Jong-un met James Kim; Kim left.', people)).toEqual([
      'Kim Jong-un: kim',
      'James Kim: james-kim',
      'Kim: kim',
    ]);
  });

  it('are whole words, in the same case', () => {
    expect(found('Kimchi, Joakim, kim, Kimé, Kim2', people)).toEqual([]);
    expect(found('"Kim" (Kim) Kim\'s Kim,', people)).toHaveLength(4);
  });

  it('may be metonyms, and may hold full stops', () => {
    expect(found('Washington said the U.S. and the US waited; UKSK did not.', people)).toEqual([
      'Washington: us',
      'U.S.: us',
      'US: us',
    ]);
  });

  it('that several share name all of them', () => {
    const [kim, ...others] = people;
    expect(found('Kim', [...(kim ? [kim] : []), ...others, actor('other-kim', 'Kim')])).toEqual([
      'Kim: kim or other-kim',
    ]);
  });

  it('of an empty list are none', () => {
    expect(mentionsIn('Kim', [])).toEqual([]);
    expect(mentionsIn('Kim', [actor('silent', 'Silent', { aliases: [] })])).toEqual([]);
  });
});

describe('the bundled corpus', () => {
  const { articles, actors, places } = bundledCorpus();
  const everything = articles.map(({ text }) => text).join('\n');

  it('says every name of every actor and place somewhere', () => {
    for (const list of [actors, places]) {
      for (const item of list) {
        for (const name of [...item.aliases, ...('metonyms' in item ? item.metonyms : [])])
          expect(mentionsIn(everything, [{ id: item.id, aliases: [name] }]).length, name).toBeGreaterThan(0);
      }
    }
  });

  it('never reads James Kim as Kim', () => {
    const mentions = mentionsIn('says James Kim, pointing', actors);
    expect(mentions.map(({ ids }) => ids)).toEqual([['james-kim']]);
  });
});

describe('any names', () => {
  it('are never read as patterns: what is found is a name of the list, in order and without overlap', () => {
    const name = fc
      .string({
        minLength: 1,
        maxLength: 6,
        unit: fc.constantFrom(...'ab.*+?^{}$()|[]\\/-&&--~!#%,:;<=>@` é😀\ud800'.split('')),
      })
      .filter((text) => /\S/.test(text));
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), fc.array(name), (names, others) => {
        const list = names.map((alias, index) => actor(`n-${index}`, alias));
        const text = [...others, ...names].join(' ');
        let last = 0;
        for (const { start, end, ids } of mentionsIn(text, list)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(ids).toEqual(list.filter(({ name: alias }) => alias === text.slice(start, end)).map(({ id }) => id));
          last = end;
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
