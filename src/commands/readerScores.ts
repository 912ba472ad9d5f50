import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CrossValidated, predictions } from '../reader/training/crossValidate.ts';
import { SCORER } from './labelledTexts.ts';
import type { FigureRow } from './readerTables.ts';

/** Runs a scorer of the shared sets on what is right and what was found: what it prints, and its figures when it writes some. */
export function score(
  scorer: string,
  gold: unknown,
  found: unknown,
  options: readonly string[] = [],
): { text: string; figures: Record<string, number> } {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-score-'));
  try {
    const [goldFile, foundFile, out] = ['gold.json', 'found.json', 'out.json'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(goldFile, JSON.stringify(gold));
    writeFileSync(foundFile, JSON.stringify(found));
    writeFileSync(out, '{}');
    const text = execFileSync(process.execPath, [scorer, goldFile, foundFile, '--json', out, ...options], {
      encoding: 'utf8',
      maxBuffer: 1e9,
    });
    return { text, figures: JSON.parse(readFileSync(out, 'utf8')) as Record<string, number> };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Scores cross-validated readings with the scorer of the open set. */
export function scoreAttributions(read: CrossValidated, options: readonly string[] = []) {
  return score(SCORER, { docs: read.map(({ doc }) => doc) }, predictions(read), options);
}

const ASKED: readonly [string, string, number, number][] = [
  ['source.quoted', 'found + source words, quoted (F1)', 88, 93],
  ['source.speech', 'found + source words, all speech (F1)', 82, 88],
  ['entity.quoted', 'found + right actor, quoted (F1)', 84, 90],
  ['entity.speech', 'found + right actor, all speech (F1)', 77, 84],
  ['exact.source', 'exact source (F1)', 76, 82],
  ['exact.cue', 'exact cue (F1)', 85, 89],
  ['exact.content', 'exact content (F1)', 66, 74],
];

/** The rows of the table for cross-validation: what was asked for, and what was reached. */
export function attributionRows(figures: Record<string, number>): FigureRow[] {
  const percent = (key: string) => 100 * (figures[key] ?? 0);
  return [
    ...ASKED.map(([key, what, least, aim]) => ({ what, reached: percent(key), least, aim })),
    { what: '**wrong signed speakers** (% of those signed)', reached: percent('wrong'), least: 4, aim: 2, most: true },
  ];
}

/** Of the statements at a sureness, how many were right on texts that were not learnt from: a table in Markdown. */
export function reliability(read: CrossValidated): string {
  const bins = Array.from({ length: 10 }, () => ({ sum: 0, right: 0, size: 0 }));
  for (const { result, statements } of read)
    for (const { at, right } of statements) {
      const sure = result.statements[at]?.sure ?? 0;
      const bin = bins[Math.min(9, Math.floor(sure / 10))] as (typeof bins)[number];
      bin.sum += sure;
      bin.right += right ? 1 : 0;
      bin.size++;
    }
  const rows = bins.flatMap(({ sum, right, size }, i) =>
    size === 0
      ? []
      : [
          `| ${i * 10} to ${i === 9 ? 100 : i * 10 + 9} | ${size} | ${Math.round(sum / size)} | ${Math.round((100 * right) / size)} |`,
        ],
  );
  return ['| Sureness | Statements | Said, on average | Right, of 100 |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}
