import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createTrials, pageTrials, type TrialNeeds, withScenes } from '../../src/source/trials.ts';

const HOUR = 3_600_000;
const at = { now: 0 };
/** The pages that live: each holds what is named after it, as the browser has it. */
const held = new Map<string, () => void>();
let leaves: (() => void)[] = [];

beforeEach(() => {
  localStorage.clear();
  held.clear();
  leaves = [];
  at.now = 1e12;
});

/** What is held is given to the next who asks when its page goes. */
const locks = {
  request: async (name: string, ...rest: unknown[]) => {
    const act = rest.at(-1) as () => unknown;
    const { signal } = rest.length > 1 ? (rest[0] as { signal: AbortSignal }) : { signal: null };
    if (held.has(name))
      await new Promise<void>((resolve, reject) => {
        held.set(name, resolve);
        signal?.addEventListener('abort', () => reject(signal.reason));
      });
    held.set(name, () => {});
    const answer = await act();
    held.delete(name);
    return answer;
  },
} as TrialNeeds['locks'];

function page(name: string, patch: Partial<TrialNeeds> = {}) {
  return createTrials({
    storage: () => localStorage,
    locks,
    now: () => at.now,
    page: name,
    onLeave: (act) => leaves.push(act),
    ...patch,
  });
}
/** A page is gone, however it went. */
function gone(name: string) {
  const key = `dateline-trial-${name}`;
  const give = held.get(key);
  held.delete(key);
  give?.();
}

describe('the trial of a page', () => {
  it('that died in it is found by the next one, which finds it out once and leaves nothing behind', async () => {
    const first = page('first');
    expect(first.begin('k')).toBe(true);
    gone('first');
    const second = page('second');
    expect(await second.died('k')).toBe(true);
    expect(await second.died('other')).toBe(false);
    expect(Object.keys(localStorage)).toEqual(['dateline-died']);
    expect(JSON.parse(localStorage.getItem('dateline-died') ?? '')).toEqual([{ what: 'k', at: at.now }]);
    gone('second');
    expect(await page('third').died('k')).toBe(true);
  });

  it('is forgiven after an hour, also by a clock that was set back', async () => {
    page('first').begin('k');
    gone('first');
    const second = page('second');
    at.now += 5;
    expect(await second.died('k')).toBe(true);
    at.now += HOUR - 1;
    expect(await second.died('k')).toBe(true);
    at.now += 1;
    expect(await second.died('k')).toBe(false);
    at.now -= 3 * HOUR;
    expect(await second.died('k')).toBe(false);
    at.now += HOUR + 1;
    expect(await second.died('k')).toBe(true);
  });

  it('is none any more once it has ended', async () => {
    const first = page('first');
    first.begin('k');
    first.end('other');
    expect(localStorage.getItem('dateline-trial-first')).toBe('k');
    first.end('k');
    expect(Object.keys(localStorage)).toEqual([]);
    first.begin('k');
    first.begin('l');
    expect(localStorage.getItem('dateline-trial-first')).toBe('l');
    first.end('k');
    expect(localStorage.getItem('dateline-trial-first')).toBe('l');
    first.end();
    first.end();
    gone('first');
    expect(await page('second').died('l')).toBe(false);
    expect(Object.keys(localStorage)).toEqual([]);
  });

  it('of a page that lives is not blamed', async () => {
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((wait) => {
      expect(wait).toBe(5000);
      return AbortSignal.abort(new DOMException('late', 'TimeoutError'));
    });
    const first = page('first');
    first.begin('k');
    const refusing = { request: async () => Promise.reject(new DOMException('late', 'AbortError')) };
    expect(await page('second', { locks: refusing as TrialNeeds['locks'] }).died('k')).toBe(false);
    expect(localStorage.getItem('dateline-trial-first')).toBe('k');
  });

  it('of a page that is being ended is waited for', async () => {
    page('first').begin('k');
    const found = page('second').died('k');
    const settled = vi.fn();
    void found.then(settled);
    await new Promise((resolve) => setTimeout(resolve));
    expect(settled).not.toHaveBeenCalled();
    gone('first');
    expect(await found).toBe(true);
  });

  it('is blamed where a browser cannot tell who lives', async () => {
    page('first', { locks: undefined }).begin('k');
    expect(await page('second', { locks: undefined }).died('k')).toBe(true);
  });

  it('is not its own', async () => {
    const first = page('first', { locks: undefined });
    first.begin('k');
    expect(await first.died('k')).toBe(false);
    expect(localStorage.getItem('dateline-trial-first')).toBe('k');
  });

  it('ends when the page is left in good order, and not when it had hung before', async () => {
    const first = page('first');
    for (const leave of leaves) leave();
    first.begin('k');
    at.now += 4999;
    for (const leave of leaves) leave();
    expect(localStorage.getItem('dateline-trial-first')).toBeNull();
    first.begin('k');
    at.now += 5000;
    for (const leave of leaves) leave();
    expect(localStorage.getItem('dateline-trial-first')).toBe('k');
  });

  it('counts from its beginning, however often it is begun', () => {
    const first = page('first');
    first.begin('k');
    at.now += 4000;
    expect(first.begin('k')).toBe(true);
    at.now += 1000;
    for (const leave of leaves) leave();
    expect(localStorage.getItem('dateline-trial-first')).toBe('k');
  });

  it('is blamed at once for what could not be drawn', async () => {
    const first = page('first');
    first.begin('k');
    first.blame('k');
    expect(Object.keys(localStorage)).toEqual(['dateline-died']);
    expect(await first.died('k')).toBe(true);
    first.begin('l');
    first.blame('k');
    expect(localStorage.getItem('dateline-trial-first')).toBe('l');
  });

  it('is remembered once, from the last time', () => {
    const first = page('first');
    first.blame('a');
    at.now += 5;
    for (const what of ['b', 'a']) first.blame(what);
    expect(JSON.parse(localStorage.getItem('dateline-died') ?? '')).toEqual([
      { what: 'b', at: at.now },
      { what: 'a', at: at.now },
    ]);
  });

  it('of a page that hangs and lives on is waited for no longer than its end may take', async () => {
    const late = new AbortController();
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(late.signal);
    page('first').begin('k');
    const found = page('second').died('k');
    await new Promise((resolve) => setTimeout(resolve));
    late.abort(new DOMException('late', 'TimeoutError'));
    expect(await found).toBe(false);
    expect(localStorage.getItem('dateline-trial-first')).toBe('k');
  });

  it('that another page has looked at meanwhile is not blamed on nothing', async () => {
    localStorage.setItem('dateline-trial-first', 'k');
    const taken = {
      request: async (name: string, ...rest: unknown[]) => {
        localStorage.removeItem(name);
        return (rest.at(-1) as () => unknown)();
      },
    } as TrialNeeds['locks'];
    const second = createTrials({
      storage: () => localStorage,
      locks: taken,
      now: () => at.now,
      page: 'b',
      onLeave: () => {},
    });
    expect(await second.died('k')).toBe(false);
    expect(Object.keys(localStorage)).toEqual([]);
  });

  it('remembers the last five, each once', async () => {
    const first = page('first');
    for (const what of ['a', 'b', 'a', 'c', 'd', 'e', 'f']) first.blame(what);
    const list = JSON.parse(localStorage.getItem('dateline-died') ?? '') as { what: string }[];
    expect(list.map(({ what }) => what)).toEqual(['a', 'c', 'd', 'e', 'f']);
    at.now += HOUR;
    first.blame('g');
    expect(JSON.parse(localStorage.getItem('dateline-died') ?? '')).toEqual([{ what: 'g', at: at.now }]);
  });
});

describe('trials in a store that is none', () => {
  it.each([
    'no list',
    '{"what":"k","at":1}',
    '[null,7,"k",{"what":7,"at":1e12},{"what":"k"},{"at":1e12}]',
    '[{"what":"k","at":"1e12"}]',
  ])('take nothing from %s', async (text) => {
    localStorage.setItem('dateline-died', text);
    const first = page('first');
    expect(await first.died('k')).toBe(false);
    first.blame('k');
    expect(await first.died('k')).toBe(true);
    expect(JSON.parse(localStorage.getItem('dateline-died') ?? '')).toEqual([{ what: 'k', at: at.now }]);
  });

  it('cannot begin, and hurt nobody', async () => {
    const storage = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
    const first = page('first', { storage });
    expect(first.begin('k')).toBe(false);
    expect(first.begin('k')).toBe(false);
    first.end('k');
    first.blame('k');
    expect(await first.died('k')).toBe(false);
  });

  it('touch nothing of others', async () => {
    localStorage.setItem('other', 'k');
    localStorage.setItem('x-dateline-trial-first', 'k');
    expect(await page('second', { locks: undefined }).died('k')).toBe(false);
    expect(Object.keys(localStorage).toSorted()).toEqual(['other', 'x-dateline-trial-first']);
  });

  it('go on where the lock of the page itself is refused', async () => {
    const request = vi.fn(async () => Promise.reject(new DOMException('no', 'SecurityError')));
    const first = page('first', { locks: { request } as unknown as TrialNeeds['locks'] });
    expect(first.begin('k')).toBe(true);
    expect(request).toHaveBeenCalledTimes(1);
  });
});

it('the page has trials of its own, which end when it is left', () => {
  expect(pageTrials.begin('k')).toBe(true);
  expect(Object.values({ ...localStorage })).toEqual(['k']);
  expect(Object.keys(localStorage)[0]).toMatch(/^dateline-trial-0\.\d+$/);
  window.dispatchEvent(new Event('pagehide'));
  expect(Object.keys(localStorage)).toEqual([]);
});

describe('the scenes of a coverage', () => {
  function scenes() {
    const notes = { died: async () => false, begin: vi.fn(() => true), end: vi.fn(), blame: vi.fn() };
    return { notes, trials: withScenes(notes) };
  }

  it('are noted before they are drawn for the first time, each in the name of the coverage', () => {
    const { notes, trials } = scenes();
    trials.turnTo('k');
    expect(notes.begin.mock.calls).toEqual([['k']]);
    trials.draws('a');
    trials.drew('a');
    expect(notes.end).toHaveBeenCalledTimes(1);
    trials.draws('a');
    expect(notes.begin).toHaveBeenCalledTimes(2);
    trials.draws('b');
    expect(notes.begin.mock.calls).toEqual([['k'], ['k'], ['k']]);
    trials.turnTo('l');
    trials.draws('a');
    expect(notes.begin.mock.calls.slice(3)).toEqual([['l'], ['l']]);
  });

  it('of one that cannot be exchanged are none, and end what was noted', () => {
    const { notes, trials } = scenes();
    trials.draws('a');
    trials.turnTo('k');
    notes.begin.mockClear();
    trials.turnTo(null);
    expect(notes.end).toHaveBeenCalledTimes(1);
    trials.draws('b');
    expect(notes.begin).not.toHaveBeenCalled();
  });
});
