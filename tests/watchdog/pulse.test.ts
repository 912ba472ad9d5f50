// @vitest-environment node
import { expect, it } from 'vitest';
import { Pulse, pauseAfter } from '../../src/watchdog/pulse.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const STEP = 100;

/** Lets time pass in the steps of the shell, with a beat every so often when the page is held. */
function run(pulse: Pulse, milliseconds: number, every = Infinity): void {
  for (let at = STEP; at <= milliseconds; at += STEP) {
    pulse.passed(STEP);
    if (at % every === 0) pulse.beat();
  }
}

/** The milliseconds until the pulse is in that state. */
function until(pulse: Pulse, state: Pulse['state']): number {
  let spent = 0;
  while (pulse.state !== state && spent < 60 * MINUTE) {
    pulse.passed(STEP);
    spent += STEP;
  }
  return spent;
}

/** A page that has beaten for so long. */
function running(every: number, milliseconds: number): Pulse {
  const pulse = new Pulse();
  pulse.beat();
  run(pulse, milliseconds, every);
  return pulse;
}

it('gives a start 30 seconds', () => {
  expect(until(new Pulse(), 'pausing')).toBe(30 * SECOND);
});

it.each([
  ['15 seconds in the first minute', SECOND, 50 * SECOND, 15 * SECOND],
  ['3 seconds to a page that beats every second', SECOND, 2 * MINUTE, 3 * SECOND],
  ['15 seconds to a page that beats every five', 5 * SECOND, 2 * MINUTE, 15 * SECOND],
  ['15 seconds at most', 10 * SECOND, 2 * MINUTE, 15 * SECOND],
  ['3 seconds at least', 200, 2 * MINUTE, 3 * SECOND],
])('gives %s', (_, every, ran, limit) => {
  expect(until(running(every, ran), 'pausing')).toBe(limit);
});

it('gives more time to a page that was slow once, and forgets it after a minute', () => {
  const pulse = running(SECOND, 2 * MINUTE);
  run(pulse, 2 * SECOND);
  pulse.beat();
  expect(pulse.limit).toBe(6 * SECOND);
  run(pulse, MINUTE, SECOND);
  expect(pulse.limit).toBe(3 * SECOND);
});

it('waits longer before each further start, up to 5 minutes', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 100].map((before) => pauseAfter(before) / SECOND)).toEqual([
    0.8, 5, 10, 20, 40, 80, 160, 300, 300, 300,
  ]);
  const pulse = new Pulse();
  const pauses = Array.from({ length: 9 }, () => {
    until(pulse, 'pausing');
    return until(pulse, 'starting') / SECOND;
  });
  expect(pauses).toEqual([0.8, 5, 10, 20, 40, 80, 160, 300, 300]);
  expect(pulse.losses).toBe(9);
});

it('forgets what went wrong after 10 minutes with beats, and not before', () => {
  const pauseOf = (ran: number) => {
    const pulse = new Pulse();
    for (let time = 0; time < 4; time += 1) {
      until(pulse, 'pausing');
      until(pulse, 'starting');
    }
    pulse.beat();
    run(pulse, ran, SECOND);
    pulse.lost();
    return until(pulse, 'starting') / SECOND;
  };
  expect(pauseOf(9 * MINUTE)).toBe(40);
  expect(pauseOf(10 * MINUTE)).toBe(0.8);
});

it('takes no beat for a page that it has let go', () => {
  const pulse = running(SECOND, MINUTE);
  pulse.lost();
  pulse.beat();
  expect(pulse.state).toBe('pausing');
  pulse.lost();
  expect(pulse.losses).toBe(1);
});

it('starts anew by hand at once, also in a long pause, and does not count it', () => {
  const pulse = new Pulse();
  for (let time = 0; time < 6; time += 1) {
    until(pulse, 'pausing');
    until(pulse, 'starting');
  }
  until(pulse, 'pausing');
  pulse.again();
  expect(until(pulse, 'starting')).toBe(0.8 * SECOND);
  expect(pulse.losses).toBe(7);
});

it('loses nothing in ten weeks of beats', () => {
  const pulse = running(5 * SECOND, MINUTE);
  for (let beats = 0; beats < (70 * 24 * 60 * MINUTE) / (5 * SECOND); beats += 1) {
    pulse.passed(5 * SECOND);
    pulse.beat();
  }
  expect(pulse.losses).toBe(0);
  expect(until(pulse, 'pausing')).toBe(15 * SECOND);
}, 60_000);
