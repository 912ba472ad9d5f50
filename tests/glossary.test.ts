// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const read = (file: string) => readFileSync(file, 'utf8');
const rows = [...read('docs/GLOSSARY.md').matchAll(/^\| ([^|`]+) \| ([^|]+) \| (`[^|]+`) \|$/gm)];
const entries = rows.map(([, term = '', , where = '']) => ({
  term,
  where: [...where.matchAll(/(?:`([^`]+)` in )?`([^`]+)`/g)].map(([, name = '', path = '']) => ({ name, path })),
}));

/** Whether a file exports a name; where a field is named behind it, the file has that word, too. */
function holds(text: string, name: string): boolean {
  const [first = '', field] = name.split('.');
  const exported = new RegExp(`^export (?:async )?(?:type|interface|class|const|function\\*?) ${first}\\b`, 'm');
  // What is no name of a type or of a value is a word of the file.
  const has = /^[A-Z]/.test(first) ? exported.test(text) : text.includes(first);
  return has && (field === undefined || new RegExp(`\\b${field}\\b`).test(text));
}

describe('the glossary', () => {
  it('has each term once, in order', () => {
    const terms = entries.map(({ term }) => term);
    expect(terms.length).toBeGreaterThan(35);
    expect(terms).toEqual([...new Set(terms)].sort((a, b) => a.localeCompare(b, 'en')));
  });

  it.each(entries)('says where $term is', ({ where }) => {
    expect(where.length).toBeGreaterThan(0);
    for (const { name, path } of where) {
      expect(existsSync(path), path).toBe(true);
      expect(name, path).not.toBe('');
      expect(holds(read(path), name), `${name} in ${path}`).toBe(true);
    }
  });

  it('would notice a name that is not there', () => {
    const text = 'export type Tie = { kind: string };';
    expect(['Tie', 'Tie.kind'].map((name) => holds(text, name))).toEqual([true, true]);
    expect(['Ties', 'Tie.ends', 'onTie'].map((name) => holds(text, name))).toEqual([false, false, false]);
  });
});

/** The names of types that stand for two things today. The list shrinks; a name that is not in it has one meaning. */
const TWICE: Record<string, string[]> = {
  Box: ['src/draw/edgeGeometry.ts', 'src/draw/labels.ts'],
  Difference: ['src/commands/cli/differences.ts', 'src/commands/compareCorpora.ts'],
  Found: ['src/commands/cli/inputs.ts', 'src/features/tellings/headlinePassages.ts', 'src/reader/read/makeArticle.ts'],
  Head: ['src/features/wall/heads.ts', 'src/reader/assemble/assemble.ts'],
  Lost: ['src/commands/cli/into/carryOver.ts', 'src/reader/review/work.ts'],
  Made: ['src/features/kiosk/scenes.ts', 'src/reader/modelFile.ts'],
  Measure: ['src/draw/network/types.ts', 'src/draw/timeAxis.ts'],
  Mention: ['src/domain/names.ts', 'src/reader/world/mention.ts'],
  Named: ['src/corpus/nameFinder.ts', 'src/domain/lookalikes.ts'],
  Opened: ['src/domain/view.ts', 'src/source/openCorpus.ts'],
  Outcome: ['src/commands/cli/outcome.ts', 'src/reader/training/calibrate.ts'],
  Piece: ['src/domain/pieces.ts', 'src/features/tellings/paragraphs.ts'],
  PlacedLabel: ['src/draw/labels.ts', 'src/draw/network/types.ts'],
  Point: ['src/draw/edgeGeometry.ts', 'src/reader/world/gazetteer.ts'],
  Range: ['src/features/reader/segments.ts', 'src/reader/segmented.ts'],
  ReadResult: ['src/corpus/readCorpus.ts', 'src/reader/read/article.ts'],
  Reading: ['src/features/reader/model.ts', 'src/reader/assemble/readOne.ts'],
  Row: ['src/commands/readerTables.ts', 'src/reader/read/table/rows.ts'],
  Run: ['src/domain/wording.ts', 'src/features/reader/annotated.ts', 'src/reader/spans.ts'],
  Source: ['src/features/paper/notes.ts', 'src/reader/read/article.ts'],
  Span: ['src/reader/types.ts', 'src/reader/world/spanIndex.ts'],
  Spot: ['src/draw/network/spots.ts', 'src/reader/world/gazetteer.ts'],
  Standing: ['src/domain/venue.ts', 'src/reader/world/standing.ts'],
  Taken: ['src/commands/cli/readInputs.ts', 'src/reader/assemble/intake.ts'],
  Turn: ['src/features/kiosk/clock.ts', 'src/reader/turns.ts'],
  UpgradeStep: ['src/corpus/upgrades.ts', 'src/url/upgrades.ts'],
  Voice: ['src/features/paper/statementRows.ts', 'src/features/tellings/disagreement.ts'],
  Way: ['src/app/openWays.ts', 'src/features/search/marks.ts'],
};
const MOST_TWICE = 28;

describe('the name of an exported type', () => {
  const files = new Map<string, string[]>();
  for (const name of readdirSync('src', { recursive: true, encoding: 'utf8' }).toSorted()) {
    if (!/\.m?tsx?$/.test(name)) continue;
    const file = join('src', name).replaceAll('\\', '/');
    for (const [, type = ''] of read(file).matchAll(/^export (?:type|interface|class) (\w+)/gm))
      files.set(type, [...(files.get(type) ?? []), file]);
  }

  it('stands in one file, but for those that are known', () => {
    expect(files.size).toBeGreaterThan(300);
    expect(Object.fromEntries([...files].filter(([, all]) => all.length > 1))).toEqual(TWICE);
  });

  it('stands in two files no more often than it did', () => {
    expect(Object.keys(TWICE).length).toBeLessThanOrEqual(MOST_TWICE);
  });
});
