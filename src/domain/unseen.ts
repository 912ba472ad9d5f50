/**
 * A character that cannot be seen where it stands, and how many times it stands there in a row. `code` is its code point as Unicode
 * writes it: "U+202E".
 */
type Unseen = { code: string; name: string; times: number };

/**
 * Characters that may be unseen: controls, halves of a pair, private use, separators of lines, annotation marks, and all that Unicode
 * asks to be drawn as nothing (Default_Ignorable_Code_Point: direction, zero width, tags, fillers, variation selectors).
 */
const MAY_BE_UNSEEN =
  /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u206A-\u206F\uFFF9-\uFFFB](?<![\t\n\r])/u;
const EACH = new RegExp(MAY_BE_UNSEEN, 'gu');

const NAMES = new Map<number, string>([
  [0xad, 'soft hyphen'],
  [0x34f, 'combining grapheme joiner'],
  [0x61c, 'Arabic letter mark'],
  [0x115f, 'Hangul filler'],
  [0x1160, 'Hangul filler'],
  [0x180e, 'Mongolian vowel separator'],
  [0x200b, 'zero-width space'],
  [0x200c, 'zero-width non-joiner'],
  [0x200d, 'zero-width joiner'],
  [0x200e, 'left-to-right mark'],
  [0x200f, 'right-to-left mark'],
  [0x2028, 'line separator'],
  [0x2029, 'paragraph separator'],
  [0x202a, 'left-to-right embedding'],
  [0x202b, 'right-to-left embedding'],
  [0x202c, 'end of an embedding or override'],
  [0x202d, 'left-to-right override'],
  [0x202e, 'right-to-left override'],
  [0x2060, 'word joiner'],
  [0x2061, 'function application'],
  [0x2062, 'invisible times'],
  [0x2063, 'invisible separator'],
  [0x2064, 'invisible plus'],
  [0x2066, 'left-to-right isolate'],
  [0x2067, 'right-to-left isolate'],
  [0x2068, 'first strong isolate'],
  [0x2069, 'end of an isolate'],
  [0x3164, 'Hangul filler'],
  [0xfeff, 'zero-width no-break space'],
  [0xffa0, 'halfwidth Hangul filler'],
]);

function nameOf(character: string, code: number): string {
  const known = NAMES.get(code);
  if (known) return known;
  if (code >= 0xe0000 && code <= 0xe007f)
    return code > 0xe0020 && code < 0xe007f ? `tag “${String.fromCharCode(code - 0xe0000)}”` : 'tag character';
  if (/\p{Variation_Selector}/u.test(character)) return 'variation selector';
  if (/\p{Cc}/u.test(character)) return 'control character';
  if (/\p{Cs}/u.test(character)) return 'half of a character';
  if (/\p{Co}/u.test(character)) return 'private use character';
  return 'invisible character';
}

/** Letters and marks of scripts whose spelling needs joiners: Arabic and its kin, Mongolian, and the scripts of India and its neighbours. */
const JOINING =
  /[\p{scx=Arab}\p{scx=Syrc}\p{scx=Nkoo}\p{scx=Mong}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Mymr}\p{scx=Khmr}\p{scx=Tibt}]/u;
const isJoining = (character: string) => JOINING.test(character) && /[\p{L}\p{M}]/u.test(character);

/** The three flags of a part of a state that fonts draw: England, Scotland, Wales, each a black flag and six tags. */
const TAGGED_FLAG =
  /\u{1F3F4}\u{E0067}\u{E0062}(?:\u{E0065}\u{E006E}\u{E0067}|\u{E0073}\u{E0063}\u{E0074}|\u{E0077}\u{E006C}\u{E0073})\u{E007F}/gu;

/** Whether a character that may be unseen belongs to what stands around it: part of an emoji, of a spelling, of a form of a letter. */
function belongs(text: string, at: number, character: string): boolean {
  const before = /.$/su.exec(text.slice(Math.max(0, at - 2), at))?.[0] ?? '';
  const next = String.fromCodePoint(text.codePointAt(at + character.length) ?? 0);
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x200c) return isJoining(before) && isJoining(next);
  if (code === 0x200d)
    return isJoining(before)
      ? /[\p{L}\p{M}]/u.test(next) === isJoining(next)
      : /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F/u.test(before) && /\p{Extended_Pictographic}/u.test(next);
  if (code === 0xfe0e || code === 0xfe0f)
    return /[\p{Extended_Pictographic}\p{S}]/u.test(before) || (/[#*0-9]/.test(before) && next === '\u20E3');
  if (code >= 0xfe00 && code <= 0xfe02) return /[\p{Ideographic}\p{S}\p{Script=Mymr}]/u.test(before);
  if (code >= 0xe0100 && code <= 0xe01ef) return /\p{Ideographic}/u.test(before);
  if (code >= 0x180b && code <= 0x180f && code !== 0x180e)
    return /\p{Script=Mong}/u.test(before) && /\p{L}/u.test(before);
  if (code === 0x115f) return /[\u1160-\u11A7]/.test(next);
  if (code === 0x1160) return /[\u1100-\u115F]/.test(before);
  if (code >= 0xe0061 && code <= 0xe007f) {
    // The longest such flag is 14 code units.
    const from = Math.max(0, at - 14);
    for (const flag of text.slice(from, at + 14).matchAll(TAGGED_FLAG))
      if (from + flag.index < at && at < from + flag.index + flag[0].length) return true;
  }
  return false;
}

/** A piece of a text. `start` counts UTF-16 code units; `unseen` where it is a character that cannot be seen, as often as it stands in a row. */
export type TextPart = { start: number; text: string; unseen: Unseen | null };

const isSecondHalf = (text: string, at: number) => at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff;

/**
 * A stretch of a text (UTF-16 code units, half open; all of it unless said otherwise) as pieces that together are exactly its
 * characters. What stands around the stretch is looked at, and not returned.
 */
export function textParts(text: string, start = 0, end = text.length): TextPart[] {
  const parts: TextPart[] = [];
  const words = text.slice(start, end);
  let at = start;
  const plainUntil = (to: number) => {
    if (to > at) parts.push({ start: at, text: text.slice(at, to), unseen: null });
  };
  for (const { 0: character, index } of words.matchAll(EACH)) {
    const here = start + index;
    const code = text.codePointAt(here) ?? 0;
    // Half of a pair is whole again beside what lies beyond the stretch.
    const halved = /\p{Cs}/u.test(character) && (code > 0xffff || isSecondHalf(text, here));
    if (halved || belongs(text, here, character)) continue;
    plainUntil(here);
    at = here + character.length;
    const last = parts.at(-1);
    const unseen = {
      code: `U+${code.toString(16).toUpperCase().padStart(4, '0')}`,
      name: nameOf(character, code),
      times: 1,
    };
    if (last?.unseen?.code === unseen.code) {
      last.text += character;
      last.unseen.times += 1;
    } else parts.push({ start: here, text: character, unseen });
  }
  plainUntil(end);
  return parts;
}
