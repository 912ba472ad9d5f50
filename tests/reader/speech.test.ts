// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readModel } from '../../src/reader/modelFile.ts';
import { readSpeech } from '../../src/reader/readSpeech.ts';
import { segment } from '../../src/reader/segment.ts';

const model = readModel(readFileSync('src/reader/model-en.bin'));

/** What was read, in words: content, source, speaker ("?" when open), relay. */
function read(text: string) {
  const { statements, actors } = readSpeech(segment(text), model, { publisher: null });
  const words = (span: { start: number; end: number } | null) => (span ? text.slice(span.start, span.end) : null);
  return statements.map(({ kind, content, source, speaker, relay, sure, why }) => ({
    kind,
    content: content.map(words).join(' … '),
    source: words(source),
    speaker: speaker.status === 'unresolved' ? '?' : actors[speaker.actor]?.name,
    relay: relay ? actors[relay.actor]?.name : null,
    sure,
    why,
  }));
}

describe('reading who said what', () => {
  it.each([
    [
      'a quotation',
      '"We will rebuild the bridge before the winter," Mayor Paul Reyes said on Monday.',
      'We will rebuild the bridge before the winter',
      'Paul Reyes',
    ],
    [
      'curly marks, inverted',
      '“We will rebuild the bridge before the winter,” said Paul Reyes, the mayor.',
      'We will rebuild the bridge before the winter',
      'Paul Reyes',
    ],
    [
      'British marks',
      '‘We will rebuild the bridge before the winter,’ said Paul Reyes, the mayor.',
      'We will rebuild the bridge before the winter',
      'Paul Reyes',
    ],
    [
      'according to',
      'According to Anna Novak, the river will rise again on Friday.',
      'the river will rise again on Friday',
      'Anna Novak',
    ],
    [
      'that',
      'Paul Reyes told reporters that the bridge would be closed until spring.',
      'the bridge would be closed until spring',
      'Paul Reyes',
    ],
    [
      'split content',
      '"The bridge," said Paul Reyes, "will be closed until spring."',
      'The bridge … will be closed until spring',
      'Paul Reyes',
    ],
  ])('%s', (_, text, content, speaker) => {
    const [first] = read(text);
    expect([first?.content, first?.speaker]).toEqual([content, speaker]);
  });

  it('does not sign a quotation that no words give to anybody', () => {
    const all = read('The bridge was closed on Monday.\n\n"Nobody has asked us what we think about the plan."');
    for (const { speaker } of all) expect(speaker).toBe('?');
  });

  it('never names anybody below a sureness of 50, and says what led there', () => {
    const all = read(
      'Anna Novak met Maria Lind at the lake. She said the fish were gone. "It is over," they said. The minister denied it. "Maybe next year we can try to do it again."',
    );
    expect(all.length).toBeGreaterThan(1);
    for (const { sure, speaker, why } of all) {
      expect(sure >= 50 || speaker === '?').toBe(true);
      expect(why.length).toBeGreaterThan(1);
    }
  });

  it('gives the same on every run', () => {
    const text = '"We will pay," Paul Reyes told Reuters. He added that the bridge was safe.';
    expect(read(text)).toEqual(read(text));
  });

  it.each([
    ['one sentence', 'said the man to Anna Novak '],
    ['quotations', '"So it goes," said Paul Reyes. '],
    ['pronouns', 'He said that she told Anna Novak. '],
  ])('takes time that grows with the text only: %s', (_, unit) => {
    const cost = (times: number) => {
      const before = process.cpuUsage().user;
      read(unit.repeat(times));
      return process.cpuUsage().user - before;
    };
    cost(40);
    const small = Math.min(cost(150), cost(150));
    expect(cost(1200)).toBeLessThan(small * 30 + 200_000);
  });
});
