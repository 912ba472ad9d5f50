import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Counts } from './watch.ts';

/** What one part of the tests has counted. Numbers of several tests are added up, but of times the longest counts. */
export type Figures = Record<string, number>;

/** Where the figures of this run stand, one file for each part. `npm run test:security` empties it first. */
export const FIGURES = process.env.SECURITY_FIGURES ?? 'test-results/security-figures';

/** The parts that a sample leaves something out of. */
const SAMPLED = new Set([
  'views',
  'embeds',
  'doors',
  'titles',
  'tools',
  'refusals',
  'exports',
  'queries',
  'json-doors',
]);

const isTime = (name: string) => /^longest/.test(name);

/** Adds figures to those of a part. They outlive the process, and several write at the same time: a line for each count. */
export function record(part: string, figures: Figures): void {
  mkdirSync(FIGURES, { recursive: true });
  appendFileSync(join(FIGURES, `${part}.jsonl`), `${JSON.stringify(figures)}\n`);
}

/** The sums of what was recorded in a folder, by the name of their part. */
function recorded(folder: string): Record<string, Figures> {
  const parts: Record<string, Figures> = {};
  for (const file of existsSync(folder) ? readdirSync(folder).toSorted() : []) {
    const [, part] = /^(.*)\.jsonl$/.exec(file) ?? [];
    if (part === undefined) continue;
    const sum: Figures = {};
    for (const line of readFileSync(join(folder, file), 'utf8').trim().split('\n'))
      for (const [name, value] of Object.entries<number>(JSON.parse(line)))
        sum[name] = isTime(name) ? Math.max(sum[name] ?? 0, Math.round(value)) : (sum[name] ?? 0) + value;
    parts[part] = sum;
  }
  return parts;
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

/** All figures that are kept in a folder, by the name of their part. */
export function keptFigures(folder: string): Record<string, Figures> {
  if (!existsSync(folder)) return {};
  return Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => [name.slice(0, -5), JSON.parse(readFileSync(join(folder, name), 'utf8'))]),
  );
}

/**
 * Puts the sums of what was recorded in a folder into another one, a file for each part. Figures of a sample, every so many-th corpus or link,
 * say so; parts that take all in any case do not.
 */
export function keepFigures(from: string, folder: string, every = 1): void {
  mkdirSync(folder, { recursive: true });
  for (const [part, figures] of Object.entries(recorded(from))) {
    const kept = every > 1 && SAMPLED.has(part) ? { ...figures, every } : figures;
    writeFileSync(join(folder, `${part}.json`), `${JSON.stringify(kept, null, 2)}\n`);
  }
}
