import { agoWords } from './clock.ts';

/** How fresh the coverage is: when the server last had a good one, and what has been wrong since. Milliseconds since the epoch. */
export type Age = {
  asOf: string;
  articles: string;
  checkedAt: number | null;
  startedAt: number;
  every: number;
  problem: string | null;
};

/** Whether the age of what is shown has to be said as a warning. */
export function isStale({ checkedAt, startedAt, every, problem }: Age, now: number): boolean {
  return problem !== null || now - (checkedAt ?? startedAt) > 2 * every * 1000;
}

/** The age of what is shown, in words: the days of the articles, when the server last had a good one, and what is wrong. */
export function ageWords({ articles, checkedAt, problem }: Age, now: number): string {
  const checked = checkedAt === null ? 'not checked since the start' : `checked ${agoWords(now - checkedAt)}`;
  return `${articles}, ${checked}${problem === null ? '' : `: ${problem}`}`;
}
