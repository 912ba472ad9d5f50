import { expect, type Frame, type Page } from '@playwright/test';
import type { Stage } from './stage.ts';

/** What the kiosk says about itself at one moment. Times in milliseconds of the page's clock; null for what it does not say. */
export type Said = {
  now: number;
  beat: number | null;
  turn: number | null;
  scene: string | null;
  /** The words and the height in CSS pixels of the view. */
  words: string;
  height: number;
  age: string | null;
  stale: boolean;
  asOf: string | null;
  statements: number | null;
};

/** Reads what the kiosk says, all at one moment. */
export function said(page: Page | Frame): Promise<Said> {
  return page.evaluate(() => {
    const main = document.querySelector('main');
    const age = document.querySelector<HTMLElement>('[data-age]');
    const of = (name: string) => document.querySelector(`[data-${name}]`)?.getAttribute(`data-${name}`) ?? null;
    const number = (text: string | null | undefined) => (text ? Number(text) : null);
    return {
      now: Date.now(),
      beat: number(document.documentElement.dataset.beat),
      turn: number(main?.dataset.turn),
      scene: main?.dataset.scene ?? null,
      words: main?.innerText ?? '',
      height: main?.getBoundingClientRect().height ?? 0,
      age: age?.innerText ?? null,
      stale: age?.dataset.stale !== undefined,
      asOf: of('as-of'),
      statements: number(of('statements')),
    };
  });
}

/** The coverage that the app comes with. */
export const BUILT_IN = { asOf: '2019-01-10', statements: 37 };

/**
 * What is true after a row: whether the coverage is known to be old, which coverage must be on screen, and between how many minutes ago
 * the server last gave a good one. Null where a moment earlier or later the other would be true.
 */
export type Truth = {
  stale: boolean | null;
  asOf?: string;
  statements?: number;
  minutes?: [least: number, most: number];
};

/** A day as the label writes it: 10 Jan 2019. */
const dayWords = (day: string) =>
  new Date(`${day}T00:00:00Z`)
    .toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
    .replace('Sept', 'Sep');

/** Minutes that the label speaks of: "checked 3 min ago". Null when it does not say that the coverage was ever checked. */
function minutesOf(age: string): number | null {
  if (/checked just now/.test(age)) return 0;
  const [, count, unit] = /checked (\d+) (min|h|days) ago/.exec(age) ?? [];
  return count ? Number(count) * { min: 1, h: 60, days: 1440 }[unit as 'min' | 'h' | 'days'] : null;
}

/** Looks at all that must hold on every row; lets more than half a minute pass for it. `counts` leaves out errors that the row itself made. */
export async function holds(
  stage: Stage,
  truth: Truth,
  counts: (error: string) => boolean = () => true,
): Promise<void> {
  const { trouble, pass, turned } = stage;
  const before = await said(stage.view());
  // Beats come every five seconds, and no scene of the usual kiosk lasts more than thirty.
  await pass(turned ? 35 : 16, 5);
  const after = await said(stage.view());

  expect(after.words.length, 'the view has words').toBeGreaterThan(40);
  expect(after.height, 'the view has a height').toBeGreaterThan(200);
  expect(after.scene, 'the scene has a name').toBeTruthy();
  expect((after.beat ?? 0) - (before.beat ?? 0), 'the beats go on, in ms').toBeGreaterThanOrEqual(
    turned ? 20_000 : 5000,
  );
  expect(Math.abs(after.now - (after.beat ?? 0)), 'the last beat is young, in ms').toBeLessThan(10_000);
  expect((after.turn ?? 0) - (before.turn ?? 0), 'the scenes go on').toBeGreaterThanOrEqual(1);
  const { asOf = BUILT_IN.asOf, statements = BUILT_IN.statements } = truth;
  expect({ asOf: after.asOf, statements: after.statements }, 'the coverage on screen').toEqual({ asOf, statements });
  expect(after.age, 'the label names the day of the coverage').toContain(dayWords(asOf));
  const age = after.age ?? '';
  const known = minutesOf(age);
  if (truth.stale !== null) expect(after.stale, `the label marks old coverage, and no other: ${age}`).toBe(truth.stale);
  // A label that marks it must also say it: by how long ago, or by what is wrong.
  const saysOld = known === null || known >= 2 || /ago: |now: /.test(age);
  expect(saysOld, `the words of the label say what its mark says: ${age}`).toBe(after.stale);
  if (truth.minutes) {
    expect(known, `minutes since the last check: ${age}`).toBeGreaterThanOrEqual(truth.minutes[0]);
    expect(known, `minutes since the last check: ${age}`).toBeLessThanOrEqual(truth.minutes[1]);
  }
  const { errors, ...others } = trouble;
  expect({ errors: errors.filter(counts), ...others }, 'nothing went wrong unnoticed').toEqual({
    errors: [],
    violations: [],
    foreign: [],
  });
}
