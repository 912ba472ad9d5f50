// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BaseArea } from '../../src/draw/baseMap.ts';
import type { ScreenPoint, WorldView } from '../../src/draw/worldMap.ts';
import { followed, movedBy, NO_ZOOM, wheelFactor, zoomedBy, zoomedView } from '../../src/draw/zoom.ts';

const SIZE = { width: 600, height: 200 };

/** A view on which degrees are px; what is west of 0 is not in it. */
const spaced: number[] = [];
const plain = {
  ...SIZE,
  transform: 'as it is',
  project: ([x, y]: ScreenPoint) => (x < 0 ? null : [x, y]),
  arcPoints: (from: ScreenPoint, to: ScreenPoint, spacing?: number) => {
    spaced.push(spacing ?? Number.NaN);
    return [from, to];
  },
  area: ({ at }: { at?: ScreenPoint }) =>
    at ? { centre: [1, 2], at, bounds: { x: 10, y: 20, width: 30, height: 40 }, islandGroup: true } : null,
} as unknown as WorldView;
const areaAt = (at?: ScreenPoint) => ({ at }) as unknown as BaseArea;

describe('a view that is looked at closely', () => {
  const near = zoomedView(plain, { k: 2, x: -100, y: -50 });

  it('has its points where the zoom puts them, and none that lie outside of the frame', () => {
    expect(near.project([100, 50])).toEqual([100, 50]);
    expect(near.project([-1, 50])).toBeNull();
    // The edges are in it.
    expect(near.project([50, 25])).toEqual([0, 0]);
    expect(near.project([350, 125])).toEqual([600, 200]);
    for (const out of [
      [49, 50],
      [351, 50],
      [100, 24],
      [100, 126],
    ] as const)
      expect(near.project(out), String(out)).toBeNull();
  });

  it('has its areas there, as large as they look, and knows them by the same point of the earth', () => {
    expect(near.area(areaAt([100, 50]))).toEqual({
      centre: [1, 2],
      at: [100, 50],
      bounds: { x: -80, y: -10, width: 60, height: 80 },
      islandGroup: true,
    });
    expect(near.area(areaAt())).toBeNull();
    expect(near.area(areaAt([50, 25]))).not.toBeNull();
    expect(near.area(areaAt([350, 125]))).not.toBeNull();
    for (const out of [
      [49, 50],
      [351, 50],
      [100, 24],
      [100, 126],
    ] as const)
      expect(near.area(areaAt(out)), String(out)).toBeNull();
  });

  it('has the points of its arcs as close to one another on the screen as before', () => {
    expect(near.arcPoints([60, 30], [70, 40])).toEqual([
      [20, 10],
      [40, 30],
    ]);
    near.arcPoints([60, 30], [70, 40], 10);
    expect(spaced).toEqual([2, 5]);
  });

  it('leaves the paths as they are, which are drawn inside a group', () => {
    expect(near).toMatchObject({ ...SIZE, transform: 'as it is' });
  });
});

describe('steps of a closer look', () => {
  it('go back to where they began, where no edge is in the way', () => {
    const middle = zoomedBy(NO_ZOOM, 4, [300, 100], SIZE);
    fc.assert(
      fc.property(fc.double({ min: 0.6, max: 1.9, noNaN: true }), fc.integer({ min: -150, max: 150 }), (factor, by) => {
        const at: ScreenPoint = [300 + by, 100];
        const back = zoomedBy(zoomedBy(middle, factor, at, SIZE), 1 / factor, at, SIZE);
        expect(back.k).toBeCloseTo(4);
        expect(movedBy(movedBy(middle, by, 0, SIZE), -by, 0, SIZE)).toEqual(middle);
      }),
    );
  });

  it('end at eight times, with the point where it was', () => {
    const closest = zoomedBy(NO_ZOOM, 100, [300, 100], SIZE);
    expect(closest).toEqual({ k: 8, x: -2100, y: -700 });
    expect(zoomedBy(closest, 1.2, [10, 10], SIZE)).toEqual(closest);
  });

  it('stop at each edge of the map', () => {
    const closer = zoomedBy(NO_ZOOM, 2, [300, 100], SIZE);
    expect(movedBy(closer, 5000, 5000, SIZE)).toEqual({ k: 2, x: 0, y: 0 });
    expect(movedBy(closer, -5000, -5000, SIZE)).toEqual({ k: 2, x: -600, y: -200 });
    expect(movedBy(closer, 10, -20, SIZE)).toEqual({ k: 2, x: -290, y: -120 });
  });

  it('by a wheel are a notch for 20 px, and half of one for 10', () => {
    expect(wheelFactor({ deltaY: -20, deltaMode: 0 })).toBeCloseTo(1.2);
    expect(wheelFactor({ deltaY: -10, deltaMode: 0 }) ** 2).toBeCloseTo(1.2);
    expect(wheelFactor({ deltaY: 0.5, deltaMode: 1 }) ** 2).toBeCloseTo(1 / 1.2);
  });

  it('by two fingers follow both: up and down as well as sideways', () => {
    const middle = zoomedBy(NO_ZOOM, 2, [300, 100], SIZE);
    const upright = (x: number, y: number, half: number): ScreenPoint[] => [
      [x, y - half],
      [x, y + half],
    ];
    const closer = followed(middle, upright(300, 100, 20), upright(310, 95, 30), SIZE);
    expect(closer.k).toBeCloseTo(3);
    // What was between the fingers is between them still.
    expect((300 - middle.x) / middle.k).toBeCloseTo((310 - closer.x) / closer.k);
    expect((100 - middle.y) / middle.k).toBeCloseTo((95 - closer.y) / closer.k);
  });

  it('by a finger that comes or goes are none', () => {
    const middle = zoomedBy(NO_ZOOM, 2, [300, 100], SIZE);
    expect(followed(middle, [], [[1, 1]], SIZE)).toBe(middle);
    expect(followed(middle, [[1, 1]], [], SIZE)).toBe(middle);
  });
});
