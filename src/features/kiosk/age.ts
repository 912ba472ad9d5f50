import { agoWords } from './clock.ts';

/** How fresh the coverage is: when the server last had a good one, and what has been wrong since. Milliseconds since the epoch. */
export type Age = {
  asOf: string;
  articles: string;
  checkedAt: number | null;
  startedAt: number;
  /** Seconds between two checks; null where nothing is checked. */
  every: number | null;
  /** What is wrong with what could be shown in its place: a code for a report, words for a reader. */
  problems: { code: string; words: string }[];
};

/** Whether the age of what is shown has to be said as a warning. */
export function isStale({ checkedAt, startedAt, every, problems }: Age, now: number): boolean {
  return problems.length > 0 || (every !== null && now - (checkedAt ?? startedAt) > 2 * every * 1000);
}

/** The age of what is shown, in words: the days of the articles, when the server last had a good one, and what is wrong. */
export function ageWords({ articles, checkedAt, every, problems }: Age, now: number): string {
  if (every === null) return `${articles}, a file that stays as it was opened`;
  const checked = checkedAt === null ? 'not checked since the start' : `checked ${agoWords(now - checkedAt)}`;
  const wrong = problems.map(({ code, words }) => `${words} (${code})`).join('; ');
  return `${articles}, ${checked}${wrong === '' ? '' : `: ${wrong}`}`;
}
