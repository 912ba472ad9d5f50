import type { Page } from '@playwright/test';
import { plantWatch } from './plantWatch.ts';

/** What a watched page has done since it was opened, or since the last count. Only the longest task is a time, in milliseconds. */
export type Counts = {
  /** Calls of the canary and of the dialogs, and scripts, handlers and frames that ran nothing yet but stand in the page. */
  scripts: string[];
  /** Elements and attributes that only markup from a string brings into the page. */
  planted: string[];
  /** Errors and rejections that nobody caught, and what the page wrote to the console as an error. */
  errors: string[];
  /** What the policy has stopped. */
  violations: string[];
  /** Requests to other hosts, new windows and navigations that were not asked for. */
  foreign: string[];
  /** Names of prototypes and of built-in objects that are not what they were. */
  prototypes: string[];
  longestTask: number;
};

export type Watch = {
  /** What has happened so far; it is not forgotten. */
  counts: () => Promise<Counts>;
  /** The longest task since the last call of this, and forgets it. */
  longestTask: () => Promise<number>;
};

/** The functions of `plantWatch` as they are called from outside. */
type Planted = {
  seen: () => { scripts: string[]; planted: string[] };
  prototypes: () => string[];
  longest: () => number;
};

/** Watches a page from before its first script. Nothing that a payload does may go unnoticed, also in the frames of the page. */
export async function watch(page: Page, own: string): Promise<Watch> {
  const origin = new URL(own).origin;
  const errors: string[] = [];
  const foreign: string[] = [];
  const violations: string[] = [];
  const told: string[] = [];
  let longestTask = 0;
  page.on('pageerror', (error) => errors.push(`${error.name}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('dialog', (dialog) => {
    told.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (opened) => foreign.push(`window ${opened.url()}`));
  const isForeign = (address: string) => /^(?:https?|wss?|ftp):/.test(address) && new URL(address).origin !== origin;
  const requested = new Map<object, string>();
  page.on('request', (request) => {
    if (isForeign(request.url())) requested.set(request, request.url());
  });
  page.on('requestfailed', (request) => {
    // Stopped before it was sent.
    if (request.failure()?.errorText === 'csp') requested.delete(request);
  });
  page.on('framenavigated', (frame) => {
    if (isForeign(frame.url())) foreign.push(`navigation ${frame.url()}`);
  });
  await page.exposeFunction('tellWatch', (kind: 'violation' | 'script', text: string) => {
    (kind === 'violation' ? violations : told).push(text);
  });
  await page.addInitScript(plantWatch);
  const ask = <K extends keyof Planted>(key: K) =>
    page.evaluate((name) => Reflect.get(Reflect.get(window, 'watchOfTests'), name)(), key) as Promise<
      ReturnType<Planted[K]>
    >;
  const sinceLast = async () => {
    const longest = await ask('longest');
    longestTask = Math.max(longestTask, longest);
    return longest;
  };
  return {
    counts: async () => {
      const { scripts, planted } = await ask('seen');
      await sinceLast();
      return {
        scripts: [...new Set([...told, ...scripts])],
        planted,
        errors: [...errors],
        violations: [...violations],
        foreign: [...foreign, ...requested.values()],
        prototypes: await ask('prototypes'),
        longestTask,
      };
    },
    longestTask: sinceLast,
  };
}
