import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadResult } from '../../src/corpus/readCorpus.ts';
import { LoadError } from '../../src/source/fetchText.ts';
import { createRefresher, type RefreshNeeds, waitFor } from '../../src/source/refresh.ts';
import { bundledCorpus } from '../fixtures/markedCorpus.ts';

const corpus = bundledCorpus();
const withStatements = (count: number) => ({ ...corpus, statements: corpus.statements.slice(0, count) });

/** A refresher whose time is moved by hand; `answers` are given one after another. */
function rig(answers: (number | Error | 'refused')[], patch: Partial<RefreshNeeds> = {}) {
  const timers: { act: () => void; wait: number }[] = [];
  const kept: string[] = [];
  let asked = 0;
  const refresher = createRefresher(corpus, {
    fetchLatest: async () => {
      const answer = answers[asked] ?? corpus.statements.length;
      asked += 1;
      if (answer instanceof Error) throw answer;
      return `${asked}:${answer}`;
    },
    door: async (text): Promise<ReadResult> => {
      const [, count] = text.split(':');
      return count === 'refused'
        ? { ok: false, problems: [{ code: 'not-json', path: '$', expected: 'a JSON file', found: '' }], more: 0 }
        : { ok: true, corpus: withStatements(Number(count)) };
    },
    onGood: (text) => kept.push(text),
    every: 300,
    now: () => 1000 + asked,
    random: () => 0.5,
    setTimer: (act, wait) => timers.push({ act, wait }),
    clearTimer: () => {},
    ...patch,
  });
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  const next = async () => {
    timers.at(-1)?.act();
    await settle();
  };
  return { refresher, timers, kept, settle, next };
}

describe('a refresher', () => {
  it('shows a newer coverage only when it is told to', async () => {
    const { refresher, settle, kept } = rig([36]);
    refresher.start();
    await settle();
    expect(refresher.get()).toMatchObject({ current: corpus, checkedAt: 1001, problem: null });
    expect(refresher.get().next?.statements).toHaveLength(36);
    refresher.swap();
    expect(refresher.get().current.statements).toHaveLength(36);
    expect(refresher.get().next).toBeNull();
    expect(kept).toEqual(['1:36']);
  });

  it.each([
    ['a failure', new LoadError('load/http-500', 'x'), 'the server answered 500'],
    ['a silent server', new LoadError('load/network', 'x'), 'the server did not answer'],
    ['what the door refuses', 'refused' as const, 'the new coverage did not pass the check'],
    ['a loss of more than half', 18, 'the new coverage had only 18 of 37 statements'],
  ])('keeps the last good one after %s, and says why', async (_, answer, words) => {
    const { refresher, settle, next, kept } = rig([37, answer]);
    refresher.start();
    await settle();
    refresher.swap();
    await next();
    refresher.swap();
    expect(refresher.get()).toMatchObject({ checkedAt: 1001, problem: { words } });
    expect(refresher.get().current.statements).toHaveLength(37);
    expect(kept).toEqual(['1:37']);
    await next();
    expect(refresher.get()).toMatchObject({ checkedAt: 1003, problem: null });
  });

  it('stops: nothing is asked for and nothing said any more', async () => {
    const { refresher, settle, timers } = rig([36]);
    refresher.start();
    refresher.stop();
    await settle();
    expect(refresher.get()).toMatchObject({ current: corpus, next: null, checkedAt: null });
    expect(timers).toHaveLength(0);
  });

  it('takes what was kept when it passes, unless it is older or something newer has come', async () => {
    const older = { ...corpus, asOf: { ...corpus.asOf, date: '2018-01-01' } };
    const door = async (text: string): Promise<ReadResult> =>
      text === 'old' ? { ok: true, corpus: older } : { ok: true, corpus: withStatements(30) };
    const { refresher } = rig([], { door });
    await refresher.recall('old');
    expect(refresher.get().current).toBe(corpus);
    await refresher.recall('same day');
    expect(refresher.get().current.statements).toHaveLength(30);
  });
});

describe('the wait until the next check', () => {
  const unit = fc.double({ min: 0, max: 1, noNaN: true });
  const every = fc.integer({ min: 10, max: 86_400 });

  it('is around its time after a good one, and never longer than one and a half times after failures', () => {
    fc.assert(
      fc.property(fc.nat({ max: 60 }), every, unit, (failures, seconds, random) => {
        const wait = waitFor(failures, seconds, null, random);
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(seconds * (failures === 0 ? 1.1 : 1.5));
        if (failures === 0) expect(wait).toBeGreaterThanOrEqual(seconds * 0.9);
      }),
    );
  });

  it('grows with failures, and is at least what the server asks for, up to an hour', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        every,
        unit,
        fc.nat({ max: 100_000 }),
        (failures, seconds, random, wish) => {
          expect(waitFor(failures + 1, seconds, null, random)).toBeGreaterThanOrEqual(
            waitFor(failures, seconds, null, random),
          );
          const wait = waitFor(failures, seconds, wish, random);
          expect(wait).toBeGreaterThanOrEqual(Math.min(3600, wish));
          expect(wait).toBeLessThanOrEqual(Math.max(seconds * 1.5, 5400));
        },
      ),
    );
  });

  it('spreads many screens after an outage', () => {
    const waits = Array.from({ length: 200 }, (_, index) => waitFor(1, 300, null, index / 199));
    expect(Math.max(...waits) - Math.min(...waits)).toBeGreaterThan(14);
  });
});
