import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { lineClip } from '../../src/ui/Stacks.tsx';
import { Words } from '../../src/ui/Words.tsx';
import { NAUGHTY, TROJAN } from '../exports/sharedStrings.ts';

/** The element that a text is drawn in. */
function drawn(text: string): HTMLElement {
  const { container } = render(<Words>{text}</Words>);
  const element = container.firstElementChild;
  if (!(element instanceof HTMLElement)) throw new Error('nothing is drawn');
  return element;
}

const zalgo = `a${'\u0301\u0323'.repeat(8)}`;

it('is one isolate with the text and nothing else, for ordinary words', () => {
  for (const text of ['Kim Jong Un', 'Zoë “quotes” – 1,5 km', 'Ким', '習近平', 'مون', 'Việt Nam', '👩‍👩‍👧‍👦', ' ', ''])
    expect(drawn(text).outerHTML).toBe(`<bdi>${text}</bdi>`);
});

it('puts text with controls of direction into a box that they cannot reach out of', () => {
  for (const text of ['\u202eevil', 'a\u2069b', '\u2067never closed', 'a\u2029b', 'a\u001cb'])
    expect(drawn(text)).toHaveProperty('className', expect.stringMatching(/contained/));
  expect(drawn('two\nlines').className).toBe('');
});

it.each([
  ['\u200b\u200b', 'U+200B U+200B'],
  ['\u202e \u2060', 'U+202E U+0020 U+2060'],
  ['\u3164', 'U+3164'],
  ['\u2800', 'U+2800'],
  ['\u200b'.repeat(1000), `${'U+200B '.repeat(8)}…`],
])('shows the code points of %j, which has nothing to see', (text, codes) => {
  expect(drawn(text)).toHaveAttribute('data-codes', codes);
  expect(drawn(text).textContent).toBe(text);
});

it('keeps a letter with more than four marks in a box as high as its line, and no other', () => {
  const spans = [...drawn(`one ${zalgo} two e\u0301\u0323\u0302\u0308 ${zalgo}`).querySelectorAll('span')];
  expect(spans.map(({ textContent }) => textContent)).toEqual([zalgo, zalgo]);
  for (const span of spans) expect(span.className).toMatch(/stack/);
  expect(drawn('\u0301'.repeat(9)).querySelector('span')?.textContent).toBe('\u0301'.repeat(9));
  expect(drawn(`a${'\u0301\u200d'.repeat(6)}`).querySelector('span')).not.toBeNull();
  expect(drawn('שָׁל֔וֹם नमस्ते မြန်မာ').querySelector('span')).toBeNull();
});

it('gives a label of a drawing a clip as high as its lines, where marks pile up and only there', () => {
  expect(lineClip('Kim Jong Un', 100, 10)).toBeUndefined();
  expect(lineClip(zalgo, 100, 10)).toMatch(/^polygon\(-9999px 89px, .* 9999px 104px, -9999px 104px\) view-box$/);
  expect(lineClip(zalgo, 100, 10, 16)).toContain(' 120px, ');
});

it('takes no longer for a text of nothing but marks or characters of no width', () => {
  const begun = performance.now();
  for (const text of ['\u200b'.repeat(100_000), 'a\u0301\u200d'.repeat(30_000), '\u0301'.repeat(100_000)])
    expect(drawn(text).textContent).toBe(text);
  expect(performance.now() - begun).toBeLessThan(3000);
});

it.skipIf(NAUGHTY.length === 0)('shows hostile strings exactly as they are', () => {
  for (const text of [...NAUGHTY, ...TROJAN]) expect(drawn(text).textContent).toBe(text);
});
