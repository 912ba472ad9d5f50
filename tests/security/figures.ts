import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Counts } from './watch.ts';

/** What one part of the tests has counted. Numbers of several tests are added up, but of times the longest counts. */
export type Figures = Record<string, number>;

/** Where the figures of this run stand, one file for each part. `npm run test:security` empties it first. */
export const FIGURES = process.env.SECURITY_FIGURES ?? 'test-results/security-figures';

const isTime = (name: string) => /^longest/.test(name);

/** Adds figures to those of a part. They outlive the process: a test runner starts a new one after each failure. */
export function record(part: string, figures: Figures): void {
  mkdirSync(FIGURES, { recursive: true });
  const file = join(FIGURES, `${part}.json`);
  const sum: Figures = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  for (const [name, value] of Object.entries(figures))
    sum[name] = isTime(name) ? Math.max(sum[name] ?? 0, Math.round(value)) : (sum[name] ?? 0) + value;
  writeFileSync(file, `${JSON.stringify(sum, null, 2)}\n`);
}

/** The counts of a watched page as figures. */
export const asFigures = ({ scripts, planted, errors, violations, foreign, prototypes }: Counts): Figures => ({
  'scripts run': scripts.length,
  'elements planted': planted.length,
  'uncaught errors': errors.length,
  'policy violations': violations.length,
  'foreign requests': foreign.length,
  'prototypes changed': prototypes.length,
});

/** All figures of a folder, by the name of their part. */
export function recorded(folder: string): Record<string, Figures> {
  if (!existsSync(folder)) return {};
  return Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => [name.slice(0, -5), JSON.parse(readFileSync(join(folder, name), 'utf8'))]),
  );
}
