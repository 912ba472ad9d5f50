// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLink } from '../../src/url/link.ts';
import { mendedParams } from '../../src/url/mended.ts';

const OURS = new Set(['v', 'article', 'q']);
const mended = (query: string) => mendedParams(query, (name) => OURS.has(name)).map((param) => param.join(': '));

describe('the parameters of a query', () => {
  it.each([
    // As they come.
    ['', []],
    ['?', []],
    ['v=1&article=b', ['v: 1', 'article: b']],
    ['??v=1', ['v: 1']],
    ['????v=1', ['v: 1']],
    ['v=?1', ['v: ?1']],
    ['article=a&article=b', ['article: a', 'article: b']],
    ['article=a%2Eb', ['article: a.b']],
    ['q=a+b', ['q: a b']],
    ['q', ['q: ']],
    // Names in capitals, and `&amp;` for `&`: only of ours.
    ['V=1&Article=B', ['v: 1', 'article: B']],
    ['v=1&amp;article=b', ['v: 1', 'article: b']],
    ['v=1&amp;amp;article=b', ['v: 1', 'article: b']],
    ['v=1&AMP;Q=b', ['v: 1', 'q: b']],
    ['xamp;q=b', ['xamp;q: b']],
    ['qamp;=b', ['qamp;: b']],
    ['Utm=1&amp;Utm=2', ['Utm: 1', 'amp;Utm: 2']],
    // Encoded as a whole, once or again, in whatever letters.
    ['v%3D1%26article%3Db', ['v: 1', 'article: b']],
    ['v%3d1%26article%3db', ['v: 1', 'article: b']],
    ['v%253D1%2526article%253Db', ['v: 1', 'article: b']],
    ['v%25253D1%252526article%25253Db', ['v: 1', 'article: b']],
    ['%3Fv%3D1%26article%3Db', ['v: 1', 'article: b']],
    ['%3F%3Fv%3D1', ['v: 1']],
    ['v%3D1%26q%3Da%3Fb', ['v: 1', 'q: a?b']],
    ['v%3D1%26Article%3Db', ['v: 1', 'article: b']],
    ['v%3D1%26amp%3Barticle%3Db', ['v: 1', 'article: b']],
    ['x%3D1%26article%3Db', ['x: 1', 'article: b']],
    ['article%3Db=', ['article: b']],
    ['x=1&article%3Db&y=2', ['x: 1', 'article: b', 'y: 2']],
    ['x=1&article%3Db=&y=2', ['x: 1', 'article: b', 'y: 2']],
    ['v%3D1%26q%3D%E9%87%91', ['v: 1', 'q: 金']],
    ['v%3D1%26q%3D%EF%BB%BFx', ['v: 1', 'q: \ufeffx']],
    ['v%3D1%26q%3Da%EF%BB%BF', ['v: 1', 'q: a\ufeff']],
    ['v%3D1%26q%3Da%2520b', ['v: 1', 'q: a b']],
    // Cut inside a sign, or wrong there.
    ['v%3D1%26article%3Db%2', ['v: 1', 'article: b%2']],
    ['v%3D1%26article%3Db%', ['v: 1', 'article: b%']],
    ['v%3D1%26q%3Da%FF', ['v: 1', 'q: a\ufffd']],
    // What is none of ours stays a name.
    ['x%3D1', ['x=1: ']],
    ['x%3D1%26y%3D2', ['x=1&y=2: ']],
    ['article%3Db=c', ['article=b: c']],
    ['article%3Db==', ['article=b: =']],
    ['back=v%3D1%26article%3Db', ['back: v=1&article=b']],
    ['articles%3Db', ['articles=b: ']],
    ['article', ['article: ']],
    ['%61rticle', ['article: ']],
    // Letters beyond ASCII, beside a broken percent sign, too.
    ['q=金%', ['q: 金%']],
    ['x=é%zz', ['x: é%zz']],
    ['x=\ud83d%', ['x: \ufffd%']],
    ['é=1', ['é: 1']],
  ])('%s', (query, params) => {
    expect(mended(query)).toEqual(params);
  });

  it('law: are the same however often the whole query is encoded', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abz09.-_~金é😀 +?'), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 9 }), (words, rounds) => {
        const query = words.map((value) => `q=${encodeURIComponent(value)}`).join('&');
        let encoded = query;
        for (let round = 0; round < rounds; round += 1) encoded = encodeURIComponent(encoded);
        // A plus that was encoded with the whole is read as a space once it is taken out.
        fc.pre(!words.some((value) => value.includes('+')));
        expect(mended(encoded)).toEqual(words.map((value) => `q: ${value}`));
        expect(mended(`?${encoded}=`)).toEqual(mended(query));
      }),
      { numRuns: 200 },
    );
  });
});

describe('a link that was cut inside a percent sign', () => {
  it('says which value it lost', () => {
    expect(decodeLink('v%3D1%26kind%3Ddirect%2').notes).toEqual([
      expect.objectContaining({ param: 'kind', found: 'direct%2' }),
    ]);
    expect(decodeLink('v=1&kind=direct&article=b%2').state.filters).toMatchObject({ kinds: ['direct'], articles: [] });
  });
});
