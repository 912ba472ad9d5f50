// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookalikeGroups, skeletonOf } from '../../src/domain/lookalikes.ts';
import { lookalikesAcross } from '../../src/domain/lookalikesAcross.ts';
import { TROJAN } from '../exports/sharedStrings.ts';
import { actor, bundledCorpus } from '../fixtures/markedCorpus.ts';

const named = (...names: string[]) => names.map((name, index) => actor(`n${index + 1}`, name));

describe('names that look alike', () => {
  it.each([
    ['Kim Jong Un', 'Кim Jоng Un', 'Cyrillic'],
    ['KIM', 'ΚΙΜ', 'Greek'],
    ['Oso', 'Օsօ', 'Armenian'],
    ['Xinhua', 'Ｘｉｎｈｕａ', 'fullwidth'],
    ['Xinhua', '𝖷𝗂𝗇𝗁𝗎𝖺', 'mathematical letters'],
    ['Moon', 'M00n', 'digits for letters'],
    ['Aleksei', 'AIeksei', 'a capital I for a small l'],
    ['Kim Jong Il', 'Kim Jong II', 'a number for a name'],
    ['Bernard', 'Bemard', 'r and n for m'],
    ['Xi Jinping', 'Xi\u200b Jin\u00adping', 'invisible characters'],
    ['Xi Jinping', 'Xi Jinping\u{e0041}', 'tags'],
    ['Xi Jinping', 'Xi  Jinping', 'another space'],
    ['Peña', 'Pena', 'a mark'],
    ['Müller', 'Mu\u0308ller', 'another form of the same mark'],
    ['Moon Jae-in', 'Moon Jae‑in', 'another hyphen'],
    ["O'Neil", 'O’Neil', 'another apostrophe'],
    ['Reuters', 'REUTERS', 'capitals'],
    ['Łódź', 'Lodz', 'a stroke'],
  ])('%s and %s: %s', (one, other) => {
    expect(skeletonOf(other)).toBe(skeletonOf(one));
    expect(lookalikeGroups(named(one, 'Somebody else', other)).map((group) => group.map(({ id }) => id))).toEqual([
      ['n1', 'n3'],
    ]);
  });

  it.each([
    ['Kim Jong Un', 'Kim Jong Il'],
    ['Kim', 'Klm'],
    ['Андрей', 'Анна'],
    ['राम', 'रमा'],
    ['かき', 'がき'],
    ['習近平', '习近平'],
    ['김정은', '김정일'],
  ])('%s and %s do not', (one, other) => expect(lookalikeGroups(named(one, other))).toEqual([]));

  it('are in no group of the coverage that comes with the app', () => {
    expect(lookalikeGroups(bundledCorpus().actors)).toEqual([]);
  });

  it('have the same skeleton whichever of them a name is written in, however often it is taken', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(skeletonOf(name.normalize('NFD'))).toBe(skeletonOf(name.normalize('NFC')));
      }),
    );
  });

  it.skipIf(TROJAN.length === 0)(
    'are found in the Trojan-source strings: no letter of another alphabet is left',
    () => {
      const foreign = TROJAN.filter((text) => /[\u0370-\u058F]/.test(text));
      expect(foreign.length).toBeGreaterThan(10);
      for (const text of foreign) expect(skeletonOf(text)).toMatch(/^[ -~]*$/);
      const plain = TROJAN.filter((text) => /is[\u200b\u200c]Admin/.test(text));
      expect(plain.length).toBeGreaterThan(0);
      for (const text of plain) expect(skeletonOf(text)).toContain('isadmin');
    },
  );
});

describe('two files', () => {
  const [ours, theirs] = [
    [actor('kim', 'Kim'), actor('moon', 'Moon'), actor('xi', 'Xi')],
    [actor('kim', 'Kim'), actor('moon', 'М00n'), actor('president-xi', 'Xi'), actor('abe', 'Abe')],
  ];

  it('share an actor of the same id and name; whoever has only one of them is told, and not taken for the same', () => {
    const found = lookalikesAcross(theirs, ours).map(({ actor: one, like }) => [
      one.id,
      one.name,
      like.map(({ id }) => id),
    ]);
    expect(found).toEqual([
      ['moon', 'М00n', ['moon']],
      ['president-xi', 'Xi', ['xi']],
    ]);
  });

  it('cost one pass over each', () => {
    const many = (name: string) => Array.from({ length: 20_000 }, (_, index) => actor(`a${index}`, `${name} ${index}`));
    let read = 0;
    const counted = (actors: ReturnType<typeof many>) =>
      actors.map(({ id, name }) => ({
        id,
        get name() {
          read += 1;
          return name;
        },
      }));
    expect(lookalikesAcross(counted(many('Nobody')), counted(many('Somebody')))).toEqual([]);
    expect(read).toBeLessThan(5 * 40_000);
  });
});
