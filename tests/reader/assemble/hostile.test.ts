// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../../src/corpus/readCorpus.ts';
import { article, draftOf } from './reading.ts';

const PARTS = [
  'Kim Jong Un said',
  'James Kim',
  'Kim',
  '"We go on as long as it takes,"',
  '“Nobody told us what it costs',
  '”',
  '‘They waited for a year,’',
  "'Not so,'",
  'he said',
  'told Xi that the talks were over',
  'Beijing said it would not go',
  'China supports the U.S.',
  'on Tuesday',
  'on 3 March 2015',
  'in Hanoi, a possible venue,',
  'Related news',
  '[an error occurred while processing the directive]',
  'according to Reuters, a senior official,',
  'was quoted as saying by KCNA',
  '\n',
  '\n\n',
  '\r\n',
  '\u2028',
  '🕐',
  '\ud83d',
  '\u202e',
  '\u200f',
  '\u0000',
  '\u00ad',
  '…',
  ',',
  '.',
  '-',
  '«',
  '»',
  '„',
  'é̂́',
  '中国说「是的」',
  'Мы будем строить',
  'x'.repeat(300),
  '\t\t',
];

describe('hostile texts', () => {
  it('give a corpus that passes the door, or say that there is nothing to read', async () => {
    const text = fc.array(fc.oneof(fc.constantFrom(...PARTS), fc.string({ maxLength: 12, unit: 'binary' })), {
      minLength: 1,
      maxLength: 60,
    });
    const language = fc.constantFrom('en', 'und', 'de', 'zh');
    const articles = fc.array(
      fc.record({ text, language, publisher: fc.option(fc.constantFrom('Reuters', 'KCNA', '\u202eX')) }),
      { minLength: 1, maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(articles, async (made) => {
        const raw = made.map(({ text: parts, language: tag, publisher }, i) =>
          article(`Words. ${parts.join(' ')}`, {
            headline: i % 2 ? null : { value: parts.join(' ').slice(0, 900).trim() || 'x', found: 'here' },
            language: { value: tag, found: 'here' },
            publisher: publisher === null ? null : { value: publisher, found: 'here' },
          }),
        );
        const { corpus } = await draftOf(raw);
        expect(readCorpus(JSON.parse(JSON.stringify(corpus)))).toMatchObject({ ok: true });
      }),
      { numRuns: 80 },
    );
  }, 300_000);
});
