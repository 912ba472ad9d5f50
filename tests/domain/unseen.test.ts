// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textParts } from '../../src/domain/unseen.ts';
import { NAUGHTY, TROJAN } from '../exports/sharedStrings.ts';

const unseenCount = (text: string, start = 0, end = text.length) =>
  textParts(text, start, end).reduce((sum, { unseen }) => sum + (unseen?.times ?? 0), 0);

const marked = (text: string) => textParts(text).flatMap(({ unseen }) => unseen ?? []);
const codes = (text: string) => marked(text).map(({ code }) => code);

describe('what is unseen', () => {
  it.each([
    ['a\u202eb', 'U+202E', 'right-to-left override'],
    ['a\u2066b', 'U+2066', 'left-to-right isolate'],
    ['a\u200bb', 'U+200B', 'zero-width space'],
    ['a\u200cb', 'U+200C', 'zero-width non-joiner'],
    ['a\u200db', 'U+200D', 'zero-width joiner'],
    ['\ufeffb', 'U+FEFF', 'zero-width no-break space'],
    ['a\u00adb', 'U+00AD', 'soft hyphen'],
    ['a\u3164b', 'U+3164', 'Hangul filler'],
    ['a\u2028b', 'U+2028', 'line separator'],
    ['a\u0007b', 'U+0007', 'control character'],
    ['a\u0085b', 'U+0085', 'control character'],
    ['a\u{e0041}b', 'U+E0041', 'tag “A”'],
    ['a\u{e0001}b', 'U+E0001', 'tag character'],
    ['a\ufe0fb', 'U+FE0F', 'variation selector'],
    ['😀\u{e0100}', 'U+E0100', 'variation selector'],
    ['a\ud83db', 'U+D83D', 'half of a character'],
    ['a\udc00b', 'U+DC00', 'half of a character'],
    ['a\ue000b', 'U+E000', 'private use character'],
    ['a\u{fff8}b', 'U+FFF8', 'invisible character'],
  ])('in %j is %s, %s', (text, code, name) => {
    expect(marked(text)).toEqual([{ code, name, times: 1 }]);
  });

  it.each([
    ['lines and columns', 'a\r\nb\tc'],
    ['a family', '👩‍👩‍👧‍👦 👩🏽‍🚀 ❤️‍🔥'],
    ['a heart, a key and a flag of England', '❤️ 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇰🇵'],
    ['Persian', 'می\u200cخواهم'],
    ['Hindi', 'क्\u200dष'],
    ['Bengali at the end of a word', 'ক্\u200d '],
    ['a form of an ideograph', '葛\u{e0100}'],
    ['Mongolian', 'ᠠ\u180b'],
  ])('is nothing in %s', (_, text) => expect(marked(text)).toEqual([]));

  it('counts a row of the same character as one mark, each time it stands there', () => {
    expect(marked('a\u200b\u200b\u200bb\u200b')).toEqual([
      { code: 'U+200B', name: 'zero-width space', times: 3 },
      { code: 'U+200B', name: 'zero-width space', times: 1 },
    ]);
    expect(unseenCount('a\u200b\u200b\u200bb\u200b')).toBe(4);
    expect(unseenCount('nothing')).toBe(0);
  });

  it('is hidden words behind a flag that no font draws, tag by tag', () => {
    expect(codes('🏴\u{e0068}\u{e0069}\u{e007f}')).toEqual(['U+E0068', 'U+E0069', 'U+E007F']);
  });

  it('looks at what stands around a stretch: a pair or a family that the stretch cuts is whole', () => {
    expect(textParts('x😀y', 0, 2)).toEqual([{ start: 0, text: 'x\ud83d', unseen: null }]);
    expect(textParts('x😀y', 2, 4)).toEqual([{ start: 2, text: '\ude00y', unseen: null }]);
    expect(textParts('👩‍👩', 2, 3)).toEqual([{ start: 2, text: '\u200d', unseen: null }]);
  });

  it('takes no longer for a text of nothing else', () => {
    const text = 'a\u200b\u202e'.repeat(50_000);
    const begun = performance.now();
    expect(unseenCount(text)).toBe(100_000);
    expect(performance.now() - begun).toBeLessThan(3000);
  });
});

describe('the pieces of a text', () => {
  const hostile = fc.array(
    fc.constantFrom(
      'a',
      ' ',
      '\u202e',
      '\u2069',
      '\u200b',
      '\u200d',
      '👩',
      '\u0301',
      '\ud83d',
      '\ude00',
      '\ufe0f',
      '\u{e0041}',
      'م',
    ),
  );

  it('are together exactly the stretch, each at its place', () => {
    fc.assert(
      fc.property(hostile, fc.nat(), fc.nat(), (characters, a, b) => {
        const text = characters.join('');
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((one, other) => one - other) as [
          number,
          number,
        ];
        const parts = textParts(text, start, end);
        expect(parts.map((part) => part.text).join('')).toBe(text.slice(start, end));
        for (const part of parts) expect(text.slice(part.start, part.start + part.text.length)).toBe(part.text);
      }),
    );
  });

  it('are the same however a text is cut into stretches', () => {
    fc.assert(
      fc.property(hostile, fc.nat(), (characters, cut) => {
        const text = characters.join('');
        const at = cut % (text.length + 1);
        // What is half of a pair by itself, and whole beside the other half, is no mark on either side.
        expect(unseenCount(text, 0, at) + unseenCount(text, at)).toBe(unseenCount(text) + splitUnseen(text, at));
      }),
    );
  });

  it.skipIf(NAUGHTY.length === 0)(
    'mark every control of direction in the Trojan-source strings and the naughty ones',
    () => {
      const controls = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
      for (const text of [...TROJAN, ...NAUGHTY]) {
        const plain = textParts(text).filter(({ unseen }) => unseen === null);
        expect(plain.map((part) => part.text).join('')).not.toMatch(controls);
        expect(
          textParts(text)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }
      expect(TROJAN.filter((text) => unseenCount(text) > 0).length).toBeGreaterThan(40);
    },
  );
});

/** A pair that is one unseen character, such as a tag, is none where a stretch ends in its middle. */
function splitUnseen(text: string, at: number): number {
  const pair = at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff;
  if (!pair) return 0;
  return -unseenCount(text, at - 1, at + 1);
}
