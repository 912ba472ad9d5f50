// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScreenPoint } from '../../src/draw/worldMap.ts';
import { followed, movedBy, NO_ZOOM, wheelFactor, type Zoom, zoomedBy } from '../../src/draw/zoom.ts';

const SIZE = { width: 600, height: 200 };
const turn = (deltaY: number, deltaMode = 0) => wheelFactor({ deltaY, deltaMode });
/** Where a point of the whole map lies under a zoom. */
const shownAt = ({ k, x, y }: Zoom, [px, py]: ScreenPoint): ScreenPoint => [px * k + x, py * k + y];

describe('a turn of the wheel', () => {
  it('away goes closer, towards oneself farther, and sideways nowhere', () => {
    expect(turn(-100)).toBeGreaterThan(1);
    expect(turn(100)).toBeLessThan(1);
    expect(turn(0)).toBe(1);
  });

  it.each([
    ['px', 0, 100],
    ['px of a fast wheel', 0, 5_000],
    ['lines', 1, 3],
    ['pages', 2, 1],
  ])('in %s is one step, never a leap', (_, mode, delta) => {
    expect(turn(-delta, mode)).toBeCloseTo(1.2);
    expect(turn(delta, mode)).toBeCloseTo(1 / 1.2);
  });

  it('in the small steps of a pinch goes a little at a time, and back to where it was', () => {
    expect(turn(-1)).toBeGreaterThan(1);
    expect(turn(-1)).toBeLessThan(1.02);
    expect(turn(-4) * turn(4)).toBeCloseTo(1);
    expect(turn(-2) ** 5).toBeCloseTo(turn(-10));
  });
});

const at = fc.tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 200 }));

describe('a closer look', () => {
  it('law: keeps the point that it is at, and never shows what lies beyond the map', () => {
    const step = fc.record({ factor: fc.constantFrom(0.3, 1 / 1.2, 1.05, 1.2, 3), at });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), at, (steps, there) => {
        const zoom = steps.reduce((known, one) => zoomedBy(known, one.factor, one.at, SIZE), NO_ZOOM);
        const closer = zoomedBy(zoom, 1.1, there, SIZE);
        for (const { k, x, y } of [zoom, closer]) {
          expect(k).toBeGreaterThanOrEqual(1);
          expect(k).toBeLessThanOrEqual(8);
          expect(Math.max(x, y)).toBeLessThanOrEqual(0);
          expect(x).toBeGreaterThanOrEqual(SIZE.width * (1 - k) - 1e-6);
          expect(y).toBeGreaterThanOrEqual(SIZE.height * (1 - k) - 1e-6);
        }
        const below: ScreenPoint = [(there[0] - zoom.x) / zoom.k, (there[1] - zoom.y) / zoom.k];
        expect(shownAt(closer, below)[0]).toBeCloseTo(there[0]);
        expect(shownAt(closer, below)[1]).toBeCloseTo(there[1]);
      }),
    );
  });

  it('farther than the whole map is the whole map', () => {
    const closer = zoomedBy(NO_ZOOM, 4, [600, 200], SIZE);
    expect(zoomedBy(closer, 0.01, [10, 10], SIZE)).toEqual(NO_ZOOM);
    expect(movedBy(NO_ZOOM, 50, -50, SIZE)).toEqual(NO_ZOOM);
  });
});

describe('fingers on the map', () => {
  const middle = zoomedBy(NO_ZOOM, 2, [300, 100], SIZE);

  it('one moves it along', () => {
    expect(followed(middle, [[100, 100]], [[110, 95]], SIZE)).toEqual(movedBy(middle, 10, -5, SIZE));
  });

  it('two that part go closer, between them; two that meet go farther', () => {
    const [from, to]: [ScreenPoint[], ScreenPoint[]] = [
      [
        [280, 100],
        [320, 100],
      ],
      [
        [270, 100],
        [330, 100],
      ],
    ];
    const closer = followed(middle, from, to, SIZE);
    expect(closer.k).toBeCloseTo(3);
    expect(shownAt(closer, [300, 100])).toEqual([expect.closeTo(300), expect.closeTo(100)]);
    expect(followed(closer, to, from, SIZE).k).toBeCloseTo(2);
  });

  it('two that keep their distance move it along', () => {
    const from: ScreenPoint[] = [
      [200, 90],
      [240, 90],
    ];
    const to: ScreenPoint[] = [
      [210, 85],
      [250, 85],
    ];
    const moved = followed(middle, from, to, SIZE);
    expect(moved).toEqual({ k: 2, x: expect.closeTo(middle.x + 10), y: expect.closeTo(middle.y - 5) });
  });

  it('in one place, or none at all, do no harm', () => {
    const point: ScreenPoint = [100, 100];
    expect(followed(middle, [point, point], [point, [120, 100]], SIZE).k).toBe(2);
    expect(followed(middle, [], [], SIZE)).toEqual(middle);
  });
});
