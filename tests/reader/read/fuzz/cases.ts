import type { Random } from '../../../fuzz/random.ts';
import { TOKENS } from '../../../fuzz/tokens.ts';
import { pickedStrings } from '../../../security/strings.ts';
import * as files from '../files.ts';

/** A file that nobody would write, with the name and the type that it comes under. */
export type FileCase = { bytes: Uint8Array; name: string; type: string };

const PAGES = [files.GRAPH_PAGE, files.BREAKS_PAGE, files.TABLE_PAGE, files.SCRIPT_PAGE, files.FRONT_PAGE];
const TEXTS: readonly string[] = [
  ...PAGES,
  files.RSS,
  files.ATOM,
  files.JSON_FEED,
  files.CSV,
  files.SEMICOLON_CSV,
  files.JSON_ROWS,
  files.JSON_LINES,
  files.MARKDOWN,
  files.TEXT,
];
const NAMES = [
  'a.txt',
  'a.html',
  'a.xml',
  'a.csv',
  'a.tsv',
  'a.json',
  'a.jsonl',
  'a.md',
  'a.docx',
  'a',
  '',
  'a.pdf',
  '\u202ea.txt',
];
const TYPES = ['', '', '', 'text/plain', 'text/html', 'application/json', 'text/csv', 'application/rss+xml'];
const HEADS = [
  '%PDF-1.4\n',
  'PK\x03\x04',
  '{\\rtf1',
  '\x89PNG\r\n\x1a\n',
  '\xff\xfe',
  '\xfe\xff',
  '\xef\xbb\xbf',
  '<?xml version="1.0"?>',
  '<!DOCTYPE html>',
  'From: a\nTo: b\nMIME-Version: 1.0\n\n',
  '[{',
  '{"',
];
const BOMB =
  '<!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>';
const ATTACKS = [
  ...pickedStrings().flatMap(({ strings }) => strings),
  '<script>globalThis.planted = true</script>',
  '<img src=x onerror="globalThis.planted = true">',
  '<svg onload="globalThis.planted = true">',
  '<template><p>inside</p></template>',
  '<noscript><p>without scripts</p></noscript>',
  '<p hidden>hidden words</p>',
  '<base href="javascript:alert(1)">',
  '<plaintext>',
  '<xmp><p>',
  '<frameset><frame src=a></frameset>',
  '<![CDATA[ a ]]>',
  '<script type="application/ld+json">{"@type":"NewsArticle","headline":{},"datePublished":7,"publisher":[null,[]],"url":[]}</script>',
  '<script type="application/ld+json">{"__proto__":{"@type":"NewsArticle"}}</script>',
  '<meta property="og:title" content="">',
  '<meta charset="utf-7"><meta charset="x-user-defined">',
  '<time datetime="9999-99-99">',
  BOMB,
];
const TAGS = [
  'div',
  'p',
  'span',
  'b',
  'a',
  'table',
  'td',
  'ul',
  'li',
  'q',
  'blockquote',
  'article',
  'br',
  'item',
  'entry',
  'content',
  'svg',
  'pre',
];

const repeat = (random: Random, most: number) => random.pick([1, 2, 10, 100, most]);

/** A text with one place changed. */
function changed(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const length = random.once(5) ? random.below(2_000) : 1 + random.below(30);
  const [before, after] = [text.slice(0, at), text.slice(at)];
  const tag = random.pick(TAGS);
  switch (random.below(12)) {
    case 0:
      return before;
    case 1:
      return after;
    case 2:
      return before + after.slice(length);
    case 3:
      return before + after.slice(0, length).repeat(repeat(random, 50)) + after;
    case 4:
      return before + random.pick(ATTACKS) + after;
    case 5:
      return before + random.pick(TOKENS) + after;
    case 6:
      return before + `<${tag}>`.repeat(repeat(random, 3_000)) + after;
    case 7:
      return before + `</${tag}>`.repeat(repeat(random, 100)) + after;
    case 8:
      return before + String.fromCharCode(random.below(0x10000)) + after.slice(1);
    case 9:
      return before + random.pick(TEXTS).slice(0, 3_000) + after;
    case 10:
      return (
        before +
        random.pick(['"', "'", '<', '>', '&', ',', ';', '\t', '\n', '\r', '\0', '{', ']', '&#0;', '&nbsp;']) +
        after
      );
    default:
      return before.replace(/[a-z]+(?=[^a-z]*$)/i, random.pick(TOKENS)) + after;
  }
}

/** Bytes with some of them changed. */
function damaged(bytes: Uint8Array, random: Random): Uint8Array {
  const some = Uint8Array.from(bytes);
  for (let more = random.below(6); more > 0 && some.length > 0; more -= 1)
    some[random.below(some.length)] = random.below(256);
  if (random.once(3)) return some.subarray(0, random.below(some.length + 1));
  return some;
}

function bytesOf(text: string, random: Random): Uint8Array {
  switch (random.below(8)) {
    case 0:
      return files.utf16(text.slice(0, 4_000), random.once(2) ? 'le' : 'be', !random.once(3));
    case 1:
      return Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);
    case 2: {
      // Two encodings in one file.
      const half = random.below(text.length + 1);
      return Uint8Array.from([
        ...files.utf8(text.slice(0, half)),
        ...Uint8Array.from(text.slice(half), (one) => one.charCodeAt(0) & 0xff),
      ]);
    }
    default:
      return files.utf8(text);
  }
}

/** Makes a file out of a seed: something readable with places changed, in some encoding, cut or damaged; or bytes of no kind at all. */
export function fileCase(random: Random): FileCase {
  const named = { name: random.pick(NAMES), type: random.pick(TYPES) };
  const kind = random.below(20);
  if (kind === 0) return { bytes: Uint8Array.from({ length: random.below(600) }, () => random.below(256)), ...named };
  if (kind === 1)
    return {
      bytes: files.latin1(
        random.pick(HEADS) + String.fromCharCode(...Array.from({ length: random.below(300) }, () => random.below(256))),
      ),
      ...named,
    };
  if (kind <= 3) {
    const xml = () =>
      changed(
        random.pick([
          files.RSS,
          files.ATOM,
          `<w:document><w:body>${files.wordParagraph('<w:r><w:t>Words</w:t></w:r>')}</w:body></w:document>`,
        ]),
        random,
      );
    const file = random.once(3)
      ? files.wordFile()
      : files.wordFile({ [random.pick(['word/document.xml', 'word/footnotes.xml', 'xl/workbook.xml'])]: xml() });
    return { bytes: random.once(3) ? file : damaged(file, random), ...named };
  }
  let text = random.pick(TEXTS);
  for (let more = random.below(4); more > 0; more -= 1) text = changed(text, random);
  const bytes = bytesOf(text, random);
  return { bytes: random.once(6) ? damaged(bytes, random) : bytes, ...named };
}
