// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepsOf } from '../../src/app/useScenes.ts';
import { SCENES, secondsFor } from '../../src/coverage/answers/scenes.ts';
import { MOST_SCENES } from '../../src/coverage/answers/scenesMade.ts';
import type { Filters } from '../../src/domain/filters.ts';
import { speakerOf } from '../../src/domain/statement.ts';
import { tieRows } from '../../src/domain/tieRows.ts';
import { agoWords, isNight, shiftAt, turnAt } from '../../src/features/kiosk/clock.ts';
import { RING, type RingActor, type RingRow, ringOf } from '../../src/features/kiosk/ring.ts';
import { answered } from '../fixtures/ask.ts';
import { bundledCorpus } from '../fixtures/markedCorpus.ts';

const playlist = fc.array(fc.integer({ min: 1, max: 5400 }), { minLength: 1, maxLength: 40 });
const moment = fc.integer({ min: -2e12, max: 5e12 });

describe('the clock of the wall', () => {
  it('has one scene at every moment, which lasts as long as it says', () => {
    fc.assert(
      fc.property(playlist, moment, (seconds, now) => {
        const { index, from, to } = turnAt(seconds, now);
        expect(from).toBeLessThanOrEqual(now);
        expect(to).toBeGreaterThan(now);
        expect(to - from).toBe((seconds[index] ?? 0) * 1000);
      }),
    );
  });

  it('goes from each scene to the next, and counts every turn once', () => {
    fc.assert(
      fc.property(playlist, moment, (seconds, now) => {
        const here = turnAt(seconds, now);
        const next = turnAt(seconds, here.to);
        expect(next.turn).toBe(here.turn + 1);
        expect(next.index).toBe((here.index + 1) % seconds.length);
      }),
    );
  });

  it('moves the frame by 4 px at most, through all corners within the hour', () => {
    const corners = new Set<string>();
    for (let minute = 0; minute < 60; minute += 1) {
      const [x, y] = shiftAt(minute * 60_000);
      expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(4);
      corners.add(`${x} ${y}`);
    }
    expect(corners.size).toBe(4);
  });

  it('knows a night over midnight and one within the day', () => {
    const hours = (night: { from: number; to: number } | null) =>
      Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => isNight(hour, night));
    expect(hours({ from: 22, to: 6 })).toEqual([0, 1, 2, 3, 4, 5, 22, 23]);
    expect(hours({ from: 1, to: 4 })).toEqual([1, 2, 3]);
    expect(hours(null)).toEqual([]);
  });

  it('says how long ago something was, also when the clock was set back', () => {
    expect([-5, 59_999, 60_000, 3_599_999, 3_600_000, 172_800_000].map(agoWords)).toEqual([
      'just now',
      'just now',
      '1 min ago',
      '59 min ago',
      '1 h ago',
      '2 days ago',
    ]);
  });
});

describe('the scenes', () => {
  const whole = bundledCorpus();
  const scenesOf = (filters: Partial<Filters> = {}) =>
    answered(whole, SCENES, { around: 20, steps: null }, filters).scenes;
  /** The statement that a scene quotes. */
  const quotedIn = (id: string) => {
    const found = whole.statements.find((statement) => `quote:${statement.id}` === id);
    if (!found) throw new Error(`${id} quotes nothing`);
    return found;
  };

  it('give time to read, around what the link asks for', () => {
    fc.assert(
      fc.property(fc.nat({ max: 500 }), fc.integer({ min: 5, max: 3600 }), (words, around) => {
        const seconds = secondsFor(words, around);
        expect(seconds).toBeGreaterThanOrEqual(Math.floor(around * 0.75));
        expect(seconds).toBeLessThanOrEqual(Math.ceil(around * 1.5));
        expect(secondsFor(words + 1, around)).toBeGreaterThanOrEqual(seconds);
      }),
    );
  });

  it('quote nobody whose words are not direct and settled, and cut nothing', () => {
    const quotes = scenesOf().flatMap(({ id, content }) => (content.kind === 'quote' ? [{ id, ...content }] : []));
    expect(quotes.length).toBeGreaterThan(2);
    for (const { id, words, speaker } of quotes) {
      const statement = quotedIn(id);
      expect(statement.kind).toBe('direct');
      expect(statement.speaker.status).not.toBe('unresolved');
      expect(speaker).toBe(whole.actors.find((actor) => actor.id === speakerOf(statement))?.name);
      expect(words).toBe(statement.content.map(({ exact }) => exact).join(' … '));
    }
  });

  it('show at most seven actors and nothing that is only denied', () => {
    for (const { content } of scenesOf()) {
      if (content.kind !== 'ties') continue;
      const actors = new Set(content.rows.flatMap(({ from, to }) => [...from, ...to]));
      expect(actors.size).toBeLessThanOrEqual(7);
      expect(content.actors.map(({ id }) => id)).toEqual([...actors]);
      for (const { key } of content.rows) {
        const row = tieRows(whole).find((tie) => tie.key === key);
        expect(row?.modalities.some(({ modality }) => modality !== 'negated')).toBe(true);
      }
    }
  });

  it('come from the slice alone, and are never none', () => {
    expect(scenesOf({ text: 'zebra' }).map(({ id }) => id)).toEqual(['nothing']);
    for (const { id, content } of scenesOf({ articles: ['b'] })) {
      if (content.kind !== 'quote') continue;
      expect(quotedIn(id).content[0]?.article).toBe('b');
      expect(content.article).toMatchObject({ text: 'B', place: 1 });
    }
  });

  it('are so many of a kind at most, and say how many there are', () => {
    const one = whole.statements.find(({ kind, speaker }) => kind === 'direct' && speaker.status === 'named');
    const [words] = one?.content ?? [];
    if (!one || !words) throw new Error('nobody says anything');
    const statements = Array.from({ length: MOST_SCENES + 30 }, (_, at) => ({
      ...one,
      id: `many-${at}`,
      content: [{ ...words, exact: `words ${at}` }],
    }));
    const few = { ...whole, statements: statements.slice(0, 10) };
    const { scenes, inAll } = answered({ ...whole, statements }, SCENES, { around: 20, steps: null });
    expect(scenes.filter(({ content }) => content.kind === 'quote')).toHaveLength(MOST_SCENES);
    expect(inAll).toBe(scenes.length + 30);
    const all = answered(few, SCENES, { around: 20, steps: null });
    expect(all.inAll).toBe(all.scenes.length);
  });

  it('are plain data that can be sent elsewhere', () => {
    expect(structuredClone(scenesOf())).toEqual(scenesOf());
  });

  it('of a playlist are its steps in order, each with its sentence', () => {
    const story = {
      kind: 'dateline-story' as const,
      version: 1 as const,
      title: 'x',
      coverage: null,
      steps: [
        { view: 'v=1&open=hanoi', says: 'first' },
        { view: 'v=1&q=zebra', says: 'nothing fits' },
        { view: 'v=1&page=tellings', says: 'two' },
      ],
    };
    const { scenes } = answered(whole, SCENES, { around: 20, steps: stepsOf(story) });
    expect(scenes.map(({ says, content }) => [says, content.kind])).toEqual([
      ['first', 'venue'],
      ['nothing fits', 'words'],
      ['two', 'tellings'],
    ]);
  });
});

describe('the ring of ties', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const rows = fc.uniqueArray(
    fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)).filter(([a, b]) => a < b),
    { selector: ([a, b]) => a + b, minLength: 1, maxLength: 9 },
  );

  it('draws every tie and every actor inside the picture, the same each time', () => {
    fc.assert(
      fc.property(rows, (pairs) => {
        const used = ids.filter((id) => pairs.some((pair) => pair.includes(id)));
        const actors = used.map((id): RingActor => ({ id, name: `Name of ${id}`, person: id < 'd' }));
        const ties = pairs.map(
          ([a, b]): RingRow => ({
            key: a + b,
            kind: 'cooperation',
            from: [a],
            to: [b],
            passages: 2,
            count: '2',
            past: false,
            tentative: false,
          }),
        );
        const ring = ringOf(actors, ties);
        expect(ring.ties).toHaveLength(ties.length);
        expect(ring.nodes).toHaveLength(used.length);
        for (const { x, y } of ring.nodes) {
          expect(x).toBeGreaterThan(0);
          expect(x).toBeLessThan(RING.width);
          expect(y).toBeGreaterThan(0);
          expect(y).toBeLessThan(RING.height);
        }
        expect(ringOf(actors, ties)).toEqual(ring);
      }),
      { numRuns: 40 },
    );
  });
});
