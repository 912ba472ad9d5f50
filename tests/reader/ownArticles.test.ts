// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EXPECTED } from './ownArticles/expected.ts';

const FOLDER = 'tests/reader/ownArticles';

describe('the twenty articles that no part of the reader was made with', () => {
  it('are all laid against a reading by hand', () => {
    const files = readdirSync(FOLDER).filter((name) => !name.endsWith('.ts'));
    expect(EXPECTED.map(({ file }) => file)).toEqual(files.sort());
    expect(files).toHaveLength(20);
  });

  it.each(EXPECTED.map((one) => [one.file, one] as const))('%s: the words expected stand in it', (file, one) => {
    const text = readFileSync(`${FOLDER}/${file}`, 'utf8');
    for (const { words } of one.statements) expect(text, words).toContain(words);
    for (const words of one.not) expect(text, words).toContain(words);
  });
});
