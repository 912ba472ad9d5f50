import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { LoadError } from '../../src/source/fetchText.ts';
import type { OpenResult } from '../../src/source/openCoverage.ts';
import { createRefresher, type RefreshNeeds, waitFor } from '../../src/source/refresh.ts';
import { withScenes } from '../../src/source/trials.ts';
import { inMemory } from '../fixtures/ask.ts';
import { bundledCorpus } from '../fixtures/markedCorpus.ts';

const corpus = bundledCorpus();
const START = inMemory(corpus);
const closed = vi.fn();
const withStatements = (count: number, asOf = corpus.asOf) => {
  const statements = corpus.statements.slice(0, count);
  return { ...inMemory({ ...corpus, statements, asOf }, { digest: '' }), close: () => closed(count) };
};
const DAY = corpus.asOf.date;

/** A coverage as the door gives it for a text such as `2019-01-11:36`, where the day may be left out; `refused` is refused. */
function doorOf(text: string): OpenResult {
  const [count = '', date = DAY] = text.split('@').reverse()[0]?.split(':').reverse() ?? [];
  return count === 'refused'
    ? { ok: false, problems: [{ code: 'not-json', path: '$', expected: 'a JSON file', found: '' }], more: 0 }
    : { ok: true, coverage: withStatements(Number(count), { ...corpus.asOf, date }) };
}

type Answer = number | string | Error;

/** A refresher whose time is moved by hand; `answers` are given one after another. What they are called begins with their number. */
function rig(answers: Answer[], patch: Partial<RefreshNeeds> = {}) {
  const timers: { act: () => void; wait: number }[] = [];
  const cleared: number[] = [];
  const kept: string[] = [];
  const dead = new Set<string>();
  /** What is tried now, and what happened to trials. */
  const trial = { now: null as string | null, blamed: [] as string[], forgotten: 0, mayBegin: true };
  let asked = 0;
  const refresher = createRefresher(START, {
    fetchLatest: async () => {
      const answer = answers[asked] ?? corpus.statements.length;
      asked += 1;
      if (answer instanceof Error) throw answer;
      return typeof answer === 'string' ? answer : `${asked}@${answer}`;
    },
    door: async (text) => doorOf(text),
    onSeen: (text) => kept.push(text),
    onDied: () => {
      trial.forgotten += 1;
    },
    trials: withScenes({
      died: async (what) => dead.has(what),
      begin: (what) => {
        if (trial.mayBegin) trial.now = what;
        return trial.mayBegin;
      },
      end: (what = trial.now ?? '') => {
        if (trial.now === what) trial.now = null;
      },
      blame: (what) => trial.blamed.push(what),
    }),
    nameOf: (text) => `name of ${text}`,
    takesOlder: false,
    every: 300,
    now: () => 1000 + asked,
    random: () => 0.5,
    setTimer: (act, wait) => timers.push({ act, wait }),
    clearTimer: (timer) => cleared.push(timer),
    ...patch,
  });
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  const next = async () => {
    timers.at(-1)?.act();
    await settle();
  };
  /** What is on screen: its day and how many statements it has. */
  const onScreen = () => `${refresher.get().current.head.asOf.date}:${refresher.get().current.head.sizes.statements}`;
  return { refresher, timers, cleared, kept, settle, next, dead, trial, onScreen, asked: () => asked };
}

/** Something that comes when the test lets it. */
function later<T>() {
  let give: (value: T) => void = () => {};
  let fail: (error: unknown) => void = () => {};
  const promise = new Promise<T>((resolve, reject) => {
    give = resolve;
    fail = reject;
  });
  return { promise, give, fail };
}

describe('a refresher', () => {
  it('shows a newer coverage only when it is told to, and tells who listens of each step', async () => {
    const { refresher, settle, onScreen } = rig([36]);
    const heard = vi.fn();
    const leave = refresher.subscribe(heard);
    refresher.start();
    await settle();
    expect(refresher.get()).toMatchObject({ current: START, checkedAt: 1001, problem: null });
    expect(refresher.get().next?.head.sizes.statements).toBe(36);
    expect(heard).toHaveBeenCalledTimes(1);
    refresher.swap();
    expect(onScreen()).toBe(`${DAY}:36`);
    expect(refresher.get().next).toBeNull();
    expect(heard).toHaveBeenCalledTimes(2);
    refresher.swap();
    expect(heard).toHaveBeenCalledTimes(2);
    leave();
    refresher.fail();
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['a failure', new LoadError('load/http-500', 'x'), 'load/http-500', 'the server answered 500'],
    ['a silent server', new LoadError('load/network', 'x'), 'load/network', 'the server did not answer'],
    ['a slow server', new LoadError('load/timeout', 'x'), 'load/timeout', 'the server was too slow'],
    ['an endless answer', new LoadError('load/too-large', 'x'), 'load/too-large', 'the server sent too much'],
    ['a slow check', new LoadError('open/timeout', 'x'), 'open/timeout', 'the check took too long'],
    ['a slow opening', new LoadError('open/timeout', 'x'), 'open/timeout', 'the check took too long'],
    ['no leave', new LoadError('load/not-agreed', 'x'), 'load/not-agreed', 'nobody has agreed that it is loaded here'],
    ['a strange failure', new LoadError('x/load/http-500', 'x'), 'x/load/http-500', 'it could not be checked'],
    ['another strange one', new LoadError('load/http-500x', 'x'), 'load/http-500x', 'it could not be checked'],
    ['a failure without a code', new TypeError('x'), 'refresh/failed', 'it could not be checked'],
    ['what the door refuses', 'refused', 'refresh/not-json', 'the new coverage did not pass the check'],
    ['a loss of more than half', 18, 'refresh/shrunk', 'the new coverage had only 18 of 37 statements'],
    ['an older day', '2019-01-09:37', 'refresh/older', `the new coverage is of 2019-01-09, and that of ${DAY} stays`],
  ] satisfies [string, Answer, string, string][])(
    'keeps the last good one after %s, and says why',
    async (_, answer, code, words) => {
      const { refresher, settle, next, onScreen } = rig([37, answer]);
      refresher.start();
      await settle();
      refresher.swap();
      await next();
      refresher.swap();
      expect(refresher.get()).toMatchObject({ checkedAt: 1001, next: null });
      expect(refresher.get().problem).toEqual({ code, words });
      expect(onScreen()).toBe(`${DAY}:37`);
      await next();
      expect(refresher.get()).toMatchObject({ checkedAt: 1003, problem: null });
    },
  );

  it('names a refusal without a problem, too', async () => {
    const { refresher, settle } = rig([1], { door: async () => ({ ok: false, problems: [], more: 0 }) });
    refresher.start();
    await settle();
    expect(refresher.get().problem?.code).toBe('refresh/refused');
  });

  it('lets go of what it does not show, and of what was shown before', async () => {
    closed.mockClear();
    const { refresher, settle, next } = rig([36, 3, 35, 34]);
    refresher.start();
    await settle();
    refresher.swap();
    await next();
    // Too few: it was never shown.
    expect(closed.mock.calls).toEqual([[3]]);
    await next();
    refresher.swap();
    // What went before this scene may still be asked while it fades.
    expect(closed.mock.calls).toEqual([[3]]);
    await next();
    expect(closed.mock.calls).toEqual([[3], [36]]);
    refresher.stop();
  });

  it('takes half of the statements, and a coverage of the same day', async () => {
    const { refresher, settle, next, onScreen } = rig([36, 18]);
    refresher.start();
    await settle();
    refresher.swap();
    await next();
    refresher.swap();
    expect(onScreen()).toBe(`${DAY}:18`);
  });

  it('measures against what waits for the next scene, not only against what is on screen', async () => {
    const { refresher, settle, next } = rig(['2019-02-02:37', '2019-02-01:37']);
    refresher.start();
    await settle();
    await next();
    expect(refresher.get().problem?.code).toBe('refresh/older');
    expect(refresher.get().next?.head.asOf.date).toBe('2019-02-02');
  });

  it('takes an older day where the link says so, and still no loss of more than half', async () => {
    const { refresher, settle, next, onScreen } = rig(['2018-12-31:37', '2018-12-30:3'], { takesOlder: true });
    refresher.start();
    await settle();
    refresher.swap();
    expect(onScreen()).toBe('2018-12-31:37');
    expect(refresher.get().problem).toBeNull();
    await next();
    expect(refresher.get().problem?.code).toBe('refresh/shrunk');
  });

  it('does not have the door look at the same text again', async () => {
    const door = vi.fn(async (text: string) => doorOf(text));
    const { refresher, settle, next } = rig(['a@36', 'a@36', 'b@36'], { door });
    refresher.start();
    await settle();
    await next();
    expect(door).toHaveBeenCalledTimes(1);
    expect(refresher.get()).toMatchObject({ checkedAt: 1002, problem: null });
    await next();
    expect(door).toHaveBeenCalledTimes(2);
  });

  it('asks again after the usual time, after a failure sooner, and after the wish of the server', async () => {
    const { refresher, settle, next, timers } = rig([
      36,
      new LoadError('load/network', 'x'),
      new LoadError('load/network', 'x'),
      new LoadError('load/http-503', 'x', 600),
      36,
    ]);
    refresher.start();
    await settle();
    for (let step = 0; step < 4; step += 1) await next();
    expect(timers.map(({ wait }) => wait)).toEqual([300_000, 15_000, 30_000, 750_000, 300_000]);
  });

  it('spreads the wish of a server over half as much again, and takes no words for one', async () => {
    const wish = Object.assign(new Error('x'), { code: 'load/http-503', retryAfter: 'soon' });
    const { refresher, settle, timers } = rig([wish]);
    refresher.start();
    await settle();
    expect(timers.map(({ wait }) => wait)).toEqual([15_000]);
    expect([0, 0.5, 1].map((random) => waitFor(1, 300, 100, random))).toEqual([100, 125, 150]);
    expect([0, 1].map((random) => waitFor(1, 300, 0, random))).toEqual([7.5, 22.5]);
  });

  it('does not work out again what a text is called that has not changed', async () => {
    const nameOf = vi.fn((text: string) => `name of ${text}`);
    const { refresher, settle, next } = rig(['a@36', 'a@36'], { nameOf });
    refresher.start();
    await settle();
    await next();
    expect(nameOf).toHaveBeenCalledTimes(1);
  });

  it('is started once, and asks nothing more once it was stopped', async () => {
    const { refresher, settle, timers, cleared, asked } = rig([36]);
    refresher.start();
    refresher.start();
    await settle();
    refresher.start();
    expect(asked()).toBe(1);
    expect(timers).toHaveLength(1);
    refresher.stop();
    expect(cleared).toEqual([1]);
    refresher.stop();
    expect(cleared).toEqual([1]);
    refresher.start();
    await settle();
    expect(asked()).toBe(2);
  });

  it('stops in the middle of a check: nothing is asked for and nothing said any more', async () => {
    const { refresher, settle, timers, cleared } = rig([36]);
    refresher.start();
    refresher.stop();
    await settle();
    expect(refresher.get()).toMatchObject({ current: START, next: null, checkedAt: null });
    expect(timers).toHaveLength(0);
    expect(cleared).toHaveLength(0);
  });

  it('shows after a new start what came while it was stopped', async () => {
    const slow = later<OpenResult>();
    let signal: AbortSignal | null = null;
    const doors = [slow.promise, Promise.resolve(doorOf('36'))];
    const { refresher, settle } = rig(['a', 'a'], {
      door: async (_, own) => {
        signal ??= own;
        return (await doors.shift()) as OpenResult;
      },
    });
    refresher.start();
    await settle();
    refresher.stop();
    expect((signal as AbortSignal | null)?.aborted).toBe(true);
    slow.give(doorOf('36'));
    await settle();
    expect(refresher.get().next).toBeNull();
    refresher.start();
    await settle();
    expect(refresher.get().next?.head.sizes.statements).toBe(36);
  });

  it('shows nothing of a check that was stopped and begun anew, when its door answers late', async () => {
    const slow = later<OpenResult>();
    const doors = [slow.promise, Promise.resolve(doorOf('35'))];
    const { refresher, settle, timers } = rig(['a', 'b'], { door: async () => (await doors.shift()) as OpenResult });
    refresher.start();
    await settle();
    refresher.stop();
    refresher.start();
    await settle();
    expect(refresher.get().next?.head.sizes.statements).toBe(35);
    slow.give(doorOf('36'));
    await settle();
    expect(refresher.get().next?.head.sizes.statements).toBe(35);
    expect(timers).toHaveLength(1);
  });

  it('goes on with the timer of the check that runs, when an earlier one ends after it', async () => {
    const first = later<string>();
    const second = later<string>();
    const texts = [first.promise, second.promise];
    const { refresher, settle, timers, asked, cleared } = rig([], {
      fetchLatest: async () => (await texts.shift()) as string,
    });
    refresher.start();
    refresher.stop();
    refresher.start();
    first.give('36');
    await settle();
    expect(timers).toHaveLength(0);
    expect(refresher.get()).toMatchObject({ next: null, checkedAt: null });
    refresher.start();
    second.give('35');
    await settle();
    expect(refresher.get().next?.head.sizes.statements).toBe(35);
    expect(timers).toHaveLength(1);
    expect([asked(), cleared.length]).toEqual([0, 0]);
  });

  it('waits longer with each failure, whatever kind, and begins anew after a good one', async () => {
    const away = new LoadError('load/network', 'x');
    const { refresher, settle, next, timers } = rig(['2001-01-01:37', 'refused', 3, away, away, away, 36, away]);
    refresher.start();
    await settle();
    for (let step = 0; step < 7; step += 1) await next();
    expect(timers.map(({ wait }) => wait / 1000)).toEqual([15, 30, 60, 120, 240, 300, 300, 15]);
  });

  it('says nothing of a check that failed because it was stopped, and goes on with the one after it', async () => {
    const first = later<string>();
    const texts = [first.promise, Promise.resolve('36')];
    const { refresher, settle, timers } = rig([], { fetchLatest: async () => (await texts.shift()) as string });
    refresher.start();
    refresher.stop();
    refresher.start();
    first.fail(new DOMException('aborted', 'AbortError'));
    await settle();
    expect(refresher.get()).toMatchObject({ problem: null, checkedAt: 1000 });
    expect(timers).toHaveLength(1);
  });
});

describe('what was kept at an earlier run', () => {
  it('is shown at once, and is tried before the door looks at it', async () => {
    const seen: unknown[] = [];
    const { refresher, trial, onScreen } = rig([], {
      door: async (text) => {
        seen.push(trial.now);
        return doorOf(text);
      },
    });
    await refresher.recall('2019-02-01:30');
    expect(seen).toEqual(['name of 2019-02-01:30']);
    expect(onScreen()).toBe('2019-02-01:30');
    expect(trial.now).toBe('name of 2019-02-01:30');
    expect(refresher.get().unused).toBeNull();
  });

  it.each([
    ['is older', '2018-01-01:37', 'refresh/kept-older', 'is of 2018-01-01, and older'],
    ['does not pass', 'refused', 'refresh/kept-refused', 'did not pass the check'],
  ])(
    'is not shown where it %s, and that is said until the server has given a good one',
    async (_, text, code, words) => {
      const { refresher, settle, next, onScreen, trial } = rig([new LoadError('load/network', 'x'), 36]);
      await refresher.recall(text);
      expect(onScreen()).toBe(`${DAY}:37`);
      expect(trial).toMatchObject({ now: null, forgotten: 0 });
      const unused = { code, words: `the coverage kept on this device ${words}` };
      expect(refresher.get().unused).toEqual(unused);
      refresher.start();
      await settle();
      expect(refresher.get()).toMatchObject({ unused, problem: { code: 'load/network' } });
      await next();
      expect(refresher.get()).toMatchObject({ unused: null, problem: null });
    },
  );

  it('is shown although it is older where the link says so', async () => {
    const { refresher, onScreen } = rig([], { takesOlder: true });
    await refresher.recall('2018-01-01:37');
    expect(onScreen()).toBe('2018-01-01:37');
  });

  it('is left alone where the door fails', async () => {
    const { refresher, trial, onScreen } = rig([], {
      door: async () => {
        throw new Error('no worker');
      },
    });
    await refresher.recall('30');
    expect(onScreen()).toBe(`${DAY}:37`);
    expect(refresher.get().unused?.code).toBe('refresh/kept-refused');
    expect(trial.now).toBeNull();
  });

  it('is neither shown nor checked, and is forgotten, when an earlier screen died of it', async () => {
    const door = vi.fn(async (text: string) => doorOf(text));
    const { refresher, dead, trial, onScreen } = rig([], { door });
    dead.add('name of 30');
    await refresher.recall('30');
    expect(door).not.toHaveBeenCalled();
    expect(onScreen()).toBe(`${DAY}:37`);
    expect(refresher.get().unused).toEqual({
      code: 'refresh/kept-died',
      words: 'the coverage kept on this device stopped this screen, and is forgotten',
    });
    expect(trial).toMatchObject({ now: null, forgotten: 1 });
  });

  it('is not shown where nothing can be noted of its trial', async () => {
    const { refresher, trial, onScreen } = rig([]);
    trial.mayBegin = false;
    await refresher.recall('30');
    expect(onScreen()).toBe(`${DAY}:37`);
    expect(refresher.get().unused).toEqual({
      code: 'refresh/kept-untried',
      words: 'the coverage kept on this device cannot be tried',
    });
  });

  it('has no more time for its check than an hour', async () => {
    const timeout = vi.spyOn(AbortSignal, 'timeout');
    await rig([]).refresher.recall('30');
    expect(timeout).toHaveBeenCalledWith(3_600_000);
  });
});

describe('what was kept, beside what the server has just sent', () => {
  const KEPT = '2019-03-01:37';
  /** Puts the text that was kept through a door that answers when the test lets it, beside a server that does, too. */
  function race() {
    const sent = later<string>();
    const doors = { kept: later<OpenResult>(), sent: later<OpenResult>() };
    const made = rig([], {
      fetchLatest: () => sent.promise,
      door: (text) => (text === KEPT ? doors.kept.promise : doors.sent.promise),
    });
    return { ...made, sent, doors };
  }

  it.each([
    ['waits for its scene', false],
    ['is on screen', true],
  ])('does not take its place when it comes late, and the new one %s', async (_, swapped) => {
    const { refresher, settle, sent, doors, onScreen, trial } = race();
    refresher.start();
    void refresher.recall(KEPT);
    await settle();
    sent.give('36');
    doors.sent.give(doorOf('36'));
    await settle();
    if (swapped) refresher.swap();
    doors.kept.give(doorOf(KEPT));
    await settle();
    refresher.swap();
    expect(onScreen()).toBe(`${DAY}:36`);
    expect(refresher.get()).toMatchObject({ next: null, unused: null });
    expect(trial.now).toBe(`name of 36`);
  });

  it('does not take its place when the cache answers after the server, and is not said to be missing', async () => {
    for (const text of [KEPT, 'refused', '2001-01-01:37']) {
      const { refresher, settle, onScreen, trial } = rig([36]);
      refresher.start();
      await settle();
      await refresher.recall(text);
      expect(onScreen()).toBe(`${DAY}:37`);
      refresher.swap();
      await refresher.recall(text);
      expect(onScreen()).toBe(`${DAY}:36`);
      expect(refresher.get().unused).toBeNull();
      expect(trial.now).toBe('name of 1@36');
    }
  });

  it('is not looked at while nobody asks for it: the server has sent the very text of the start', async () => {
    const { refresher, settle, onScreen } = rig([37]);
    refresher.start();
    await settle();
    await refresher.recall(KEPT);
    refresher.swap();
    expect(onScreen()).toBe(`${DAY}:37`);
  });

  it('gives way at the next scene when it came first, and is the measure until then', async () => {
    const { refresher, settle, sent, doors, onScreen } = race();
    refresher.start();
    void refresher.recall(KEPT);
    await settle();
    sent.give('x');
    await settle();
    doors.kept.give(doorOf(KEPT));
    await settle();
    expect(onScreen()).toBe(KEPT);
    doors.sent.give(doorOf('2019-03-02:36'));
    await settle();
    expect(onScreen()).toBe(KEPT);
    refresher.swap();
    expect(onScreen()).toBe('2019-03-02:36');
  });

  it('stays when what the server sends after it is older', async () => {
    const { refresher, settle, sent, doors, onScreen } = race();
    refresher.start();
    void refresher.recall(KEPT);
    doors.kept.give(doorOf(KEPT));
    sent.give('x');
    doors.sent.give(doorOf('36'));
    await settle();
    refresher.swap();
    expect(onScreen()).toBe(KEPT);
    expect(refresher.get().problem?.code).toBe('refresh/older');
  });

  it('is not said to be missing when the server answers while it is looked at', async () => {
    for (const verdict of ['refused', '2001-01-01:37']) {
      const { refresher, settle, sent, doors, trial } = race();
      refresher.start();
      void refresher.recall(KEPT);
      await settle();
      sent.give('36');
      doors.sent.give(doorOf('36'));
      await settle();
      doors.kept.give(doorOf(verdict));
      await settle();
      expect(refresher.get().unused, verdict).toBeNull();
      expect(trial.now).toBeNull();
    }
  });

  it('is asked for anew when it could not be drawn, although the text has not changed', async () => {
    const { refresher, settle, next, onScreen } = rig(['36', '36']);
    refresher.start();
    await settle();
    refresher.swap();
    refresher.fail();
    await next();
    expect(refresher.get().next?.head.sizes.statements).toBe(36);
    expect(onScreen()).toBe(`${DAY}:37`);
  });

  it('comes in the place of what the server sent and is not shown', async () => {
    const { refresher, settle, onScreen } = rig(['refused']);
    refresher.start();
    await settle();
    await refresher.recall(KEPT);
    expect(onScreen()).toBe(KEPT);
  });

  it('is shown when the server was left before it had answered', async () => {
    const { refresher, settle, sent, doors, onScreen } = race();
    refresher.start();
    await settle();
    refresher.stop();
    sent.give('36');
    doors.sent.give(doorOf('36'));
    await settle();
    void refresher.recall(KEPT);
    doors.kept.give(doorOf(KEPT));
    await settle();
    expect(onScreen()).toBe(KEPT);
  });
});

describe('a coverage on trial', () => {
  /** A refresher that shows what the server sent first. */
  async function shown(...answers: Answer[]) {
    const made = rig(answers);
    made.refresher.start();
    await made.settle();
    made.refresher.swap();
    return made;
  }

  it('is kept only once a scene of it has been seen, and once', async () => {
    const { refresher, kept } = await shown(36);
    expect(kept).toEqual([]);
    refresher.drew('a', false);
    expect(kept).toEqual([]);
    refresher.drew('a', true);
    refresher.drew('b', true);
    expect(kept).toEqual(['1@36']);
  });

  it('is not kept while it waits, nor is what came with the app', async () => {
    const { refresher, settle, kept } = rig([36]);
    refresher.drew('a', true);
    refresher.start();
    await settle();
    refresher.drew('a', true);
    expect(kept).toEqual([]);
  });

  it('is not kept again when it was kept before', async () => {
    const { refresher, kept } = rig([]);
    await refresher.recall('30');
    refresher.drew('a', true);
    expect(kept).toEqual([]);
  });

  it('is tried from the swap to the end of its first scene, and with each further scene for the first time', async () => {
    const { refresher, trial } = await shown(36);
    expect(trial.now).toBe('name of 1@36');
    refresher.draws('a');
    refresher.drew('a', true);
    expect(trial.now).toBeNull();
    refresher.draws('a');
    expect(trial.now).toBeNull();
    refresher.draws('b');
    expect(trial.now).toBe('name of 1@36');
    refresher.drew('b', false);
    expect(trial.now).toBeNull();
  });

  it('is tried anew with each of its scenes when it is another one', async () => {
    const { refresher, next, trial } = await shown(36, 35);
    refresher.drew('a', true);
    await next();
    refresher.swap();
    refresher.drew('b', true);
    refresher.draws('a');
    expect(trial.now).toBe('name of 2@35');
  });

  it('is no trial where it came with the app', async () => {
    const { refresher, trial } = rig([]);
    refresher.draws('a');
    expect(trial.now).toBeNull();
  });

  it('is no trial any more once the wall is left', async () => {
    const { refresher, trial } = await shown(36);
    refresher.stop();
    expect(trial.now).toBeNull();
  });

  it('is not taken from the server when an earlier screen died of it', async () => {
    const door = vi.fn(async (text: string) => doorOf(text));
    const { refresher, settle, dead, onScreen } = rig(['36'], { door });
    dead.add('name of 36');
    refresher.start();
    await settle();
    refresher.swap();
    expect(door).not.toHaveBeenCalled();
    expect(onScreen()).toBe(`${DAY}:37`);
    expect(refresher.get().problem).toEqual({
      code: 'refresh/died',
      words: 'this screen stopped when it showed the new coverage',
    });
  });

  it('gives way to what the start brought when it cannot be drawn at all', async () => {
    const { refresher, next, settle, trial, onScreen, dead, kept } = await shown('36', '35', '36');
    await next();
    expect(refresher.get().next).not.toBeNull();
    expect(refresher.fail()).toBe(true);
    expect(trial.blamed).toEqual(['name of 36']);
    expect(trial.now).toBeNull();
    expect(trial.forgotten).toBe(0);
    expect(refresher.get()).toMatchObject({ current: START, next: null });
    expect(refresher.get().problem).toEqual({
      code: 'refresh/not-drawn',
      words: 'the new coverage could not be drawn',
    });
    refresher.draws('a');
    expect(trial.now).toBeNull();
    dead.add('name of 36');
    await next();
    await settle();
    expect(refresher.get()).toMatchObject({ next: null, problem: { code: 'refresh/died' } });
    expect(onScreen()).toBe(`${DAY}:37`);
    expect(kept).toEqual([]);
    expect(refresher.fail()).toBe(false);
  });

  it('is forgotten when it was kept and cannot be drawn', async () => {
    const { refresher, trial } = rig([]);
    await refresher.recall('30');
    expect(refresher.fail()).toBe(true);
    expect(trial.forgotten).toBe(1);
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
