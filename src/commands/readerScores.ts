import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CrossValidated, predictions } from '../reader/training/crossValidate.ts';
import { SCORER } from './labelledTexts.ts';

/** Runs a scorer of the shared sets on what is right and what was found, and returns what it prints. */
export function score(scorer: string, gold: unknown, found: unknown, options: readonly string[] = []): string {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-score-'));
  try {
    const [goldFile, foundFile] = [join(folder, 'gold.json'), join(folder, 'found.json')];
    writeFileSync(goldFile, JSON.stringify(gold));
    writeFileSync(foundFile, JSON.stringify(found));
    return execFileSync(process.execPath, [scorer, goldFile, foundFile, ...options], {
      encoding: 'utf8',
      maxBuffer: 1e9,
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Scores cross-validated readings with the scorer of the open set. */
export function scoreAttributions(read: CrossValidated, options: readonly string[] = []): string {
  return score(SCORER, { docs: read.map(({ doc }) => doc) }, predictions(read), options);
}
