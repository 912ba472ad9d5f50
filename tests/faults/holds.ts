import { expect, type Page } from '@playwright/test';
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
export function said(page: Page): Promise<Said> {
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

/** What is true after a row: whether the coverage could not be checked for too long, and which coverage must be on screen. */
export type Truth = { stale: boolean; asOf?: string; statements?: number };

/** A day as the label writes it: 10 Jan 2019. */
export const dayWords = (day: string) =>
  new Date(`${day}T00:00:00Z`)
    .toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
    .replace('Sept', 'Sep');

/** How the label speaks of coverage that has not been checked for too long. */
const STALE_WORDS = /not|could|since/i;

/** Looks at all that must hold on every row; lets half a minute pass for it. */
export async function holds(stage: Stage, truth: Truth): Promise<void> {
  const { page, trouble, pass, turned } = stage;
  const before = await said(page);
  // Two beats are ten seconds apart, and a scene of the usual kiosk lasts twenty.
  await pass(turned ? 30 : 12, 5);
  const after = await said(page);

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
  expect(after.stale, 'the label marks coverage that is too old, and no other').toBe(truth.stale);
  expect(STALE_WORDS.test(after.age ?? ''), `the words of the label: ${after.age}`).toBe(truth.stale);
  expect(trouble, 'nothing went wrong unnoticed').toEqual({ errors: [], violations: [], foreign: [] });
}
