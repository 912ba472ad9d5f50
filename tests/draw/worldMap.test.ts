// @vitest-environment node
import { geoContains } from 'd3-geo';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BaseArea, type LonLat, UNITS } from '../../src/draw/baseMap.ts';
import { patterson } from '../../src/draw/patterson.ts';
import { type WorldView, worldView } from '../../src/draw/worldMap.ts';
import { area, numbers } from './bundledMap.ts';

const PLACES: Record<string, LonLat> = {
  Pyongyang: [125.7625, 39.0392],
  Hanoi: [105.8542, 21.0285],
  'Ulan Bator': [106.9057, 47.8864],
  Singapore: [103.8198, 1.3521],
  Washington: [-77.0369, 38.9072],
  'western Sweden': [11.1, 58.9],
  'northern Sweden': [20.5, 69],
  'Big Island': [-155.5, 19.6],
};
const PYONGYANG: LonLat = [125.7625, 39.0392];
const SIZES = [{ width: 572, height: 212 }, { width: 358, height: 170 }, { width: 350 }, { width: 1100, height: 300 }];

/** Where a view shows a point of the base map. */
function shown({ transform }: WorldView, [x, y]: readonly [number, number]): [number, number] {
  const [, left = 0, top = 0, scale = 0] = (/translate\((\S+) (\S+)\) scale\((\S+)\)/.exec(transform) ?? []).map(
    Number,
  );
  return [left + x * scale, top + y * scale];
}

describe('the Patterson projection', () => {
  test('has the published height: the pole lies 1.79086 radii from the equator', () => {
    expect(patterson(0, Math.PI / 2)[1]).toBeCloseTo(1.790857, 6);
  });

  test('comes back from where it went', () => {
    const angle = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true });
    fc.assert(
      fc.property(angle(Math.PI), angle(Math.PI / 2), (lambda, phi) => {
        const [x, y] = patterson(lambda, phi);
        const [backLambda, backPhi] = patterson.invert?.(x, y) ?? [];
        expect(backLambda).toBeCloseTo(lambda, 9);
        expect(backPhi).toBeCloseTo(phi, 9);
      }),
    );
  });
});

describe.each(SIZES)('a world of $width by $height', (size) => {
  const view = worldView(size);

  test('shows every place of the story', () => {
    for (const [name, point] of Object.entries(PLACES)) expect(view.project(point), name).not.toBeNull();
  });

  test('has west left, north up, and the Pacific in one piece', () => {
    const at = (name: string) => view.project(PLACES[name] ?? PYONGYANG) ?? [Number.NaN, Number.NaN];
    const inOrder = ['western Sweden', 'Hanoi', 'Pyongyang', 'Big Island', 'Washington'].map((name) => at(name)[0]);
    expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
    expect(at('Ulan Bator')[1]).toBeLessThan(at('Singapore')[1]);
    expect(view.project([150, 40])?.[0]).toBeCloseTo(view.width / 2);
  });

  test('puts the base map where it puts places', () => {
    for (const [lon, lat] of Object.values(PLACES)) {
      const east = ((((lon - 150 + 180) % 360) + 360) % 360) - 180;
      const [x, y] = patterson((east * Math.PI) / 180, (lat * Math.PI) / 180);
      const [left, top] = shown(view, [x * UNITS, -y * UNITS]);
      expect(left).toBeCloseTo(view.project([lon, lat])?.[0] ?? Number.NaN, 1);
      expect(top).toBeCloseTo(view.project([lon, lat])?.[1] ?? Number.NaN, 1);
    }
  });

  test('is full from side to side, and never shows more than one world', () => {
    const [west] = shown(view, [-Math.PI * UNITS, 0]);
    const [east] = shown(view, [Math.PI * UNITS, 0]);
    expect(west).toBeLessThanOrEqual(0.1);
    expect(east).toBeGreaterThanOrEqual(view.width - 0.1);
  });
});

test('a frame wider than 3.5 times its height shows the whole world and loses strips above and below', () => {
  const view = worldView({ width: 1200, height: 300 });
  expect(shown(view, [-Math.PI * UNITS, 0])[0]).toBeCloseTo(0, 1);
  expect(shown(view, [Math.PI * UNITS, 0])[0]).toBeCloseTo(1200, 1);
  expect(view.project([150, 76])).toBeNull();
  expect(view.project([150, -10])).toBeNull();
});

test('left to itself the height shows 12° S to 78° N', () => {
  const view = worldView({ width: 600 });
  expect(view.project([150, 77])).not.toBeNull();
  expect(view.project([150, -11])).not.toBeNull();
  expect(view.project([150, 80])).toBeNull();
  expect(view.project([150, -14])).toBeNull();
});

test('a frame has all points in it that it is asked to show, anywhere on Earth', () => {
  const point = fc.tuple(
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.double({ min: -90, max: 90, noNaN: true }),
  );
  const size = fc.record({ width: fc.integer({ min: 120, max: 2000 }), height: fc.integer({ min: 120, max: 1200 }) });
  fc.assert(
    fc.property(size, fc.array(point, { minLength: 1, maxLength: 8 }), (room, points) => {
      const view = worldView(room, points);
      for (const one of points) expect(view.project(one), String(one)).not.toBeNull();
      const usual = worldView(room);
      if (points.every((one) => usual.project(one) !== null)) expect(view.transform).toBe(usual.transform);
    }),
  );
});

test('a frame moves south for Sydney, and shows as much of the world as before', () => {
  const size = { width: 572, height: 212 };
  const sydney = worldView(size, [[151.2, -33.9]]);
  expect(worldView(size).project([151.2, -33.9])).toBeNull();
  expect(sydney.project([151.2, -33.9])?.[1]).toBeLessThan(size.height - 15);
  expect(sydney.scale).toBe(worldView(size).scale);
});

test('a frame without a size is refused', () => {
  expect(() => worldView({ width: 0 })).toThrow(RangeError);
  expect(() => worldView({ width: 300, height: Number.NaN })).toThrow(RangeError);
});

describe('arcs', () => {
  const view = worldView({ width: 572, height: 212 });

  test('to Sweden bend north of both ends, as great circles do', () => {
    const sweden = view.area(area('SE'));
    const points = numbers(view.arc(PYONGYANG, sweden?.centre ?? PYONGYANG));
    expect(points.length).toBeGreaterThan(8);
    expect(Math.min(...points.map(([, y]) => y))).toBeLessThan((sweden?.at[1] ?? 0) - 2);
  });

  test('to Hawaii cross the Date Line without a break', () => {
    expect(view.arc(PYONGYANG, [-157.5, 20.6]).match(/M/g)).toHaveLength(1);
  });

  test('across the Atlantic leave at one side and come in at the other, at the same height', () => {
    const wide = worldView({ width: 1200, height: 300 });
    const pieces = wide
      .arc([-77, 39], [10, 50])
      .split('M')
      .slice(1)
      .map((piece) => numbers(`M${piece}`));
    expect(pieces).toHaveLength(2);
    const [outX = 0, outY = 0] = pieces[0]?.at(-1) ?? [];
    const [backX = 0, backY = 0] = pieces[1]?.[0] ?? [];
    expect(outX).toBeGreaterThanOrEqual(1200);
    expect(backX).toBeLessThanOrEqual(0);
    expect(Math.abs(outY - backY)).toBeLessThan(8);
  });

  test('end where they should, whatever their ends', () => {
    const place = fc.tuple(
      fc.double({ min: -9, max: 300, noNaN: true }),
      fc.double({ min: -11, max: 77, noNaN: true }),
    );
    fc.assert(
      fc.property(place, place, (from, to) => {
        const points = numbers(view.arc(from, to));
        for (const [end, at] of [[points.at(0), from] as const, [points.at(-1), to] as const]) {
          const where = view.project([at[0] > 180 ? at[0] - 360 : at[0], at[1]]);
          expect(end?.[0]).toBeCloseTo(where?.[0] ?? Number.NaN, 0);
          expect(end?.[1]).toBeCloseTo(where?.[1] ?? Number.NaN, 0);
        }
      }),
    );
  });

  test('have points for labels to avoid, from end to end and close together', () => {
    const points = view.arcPoints(PYONGYANG, [16.7, 62.8], 4);
    expect(points.at(0)?.[0]).toBeCloseTo(view.project(PYONGYANG)?.[0] ?? 0);
    expect(points.at(-1)?.[0]).toBeCloseTo(view.project([16.7, 62.8])?.[0] ?? 0);
    const steps = points.slice(1).map(([x, y], index) => {
      const [beforeX, beforeY] = points[index] ?? [x, y];
      return Math.hypot(x - beforeX, y - beforeY);
    });
    expect(Math.max(...steps)).toBeLessThanOrEqual(6);
  });
});

describe('areas', () => {
  const view = worldView({ width: 572, height: 212 });

  test.each(['SE', 'VN', 'MN'])('%s is stood for by a point inside it', (id) => {
    const place = view.area(area(id));
    expect(place?.islandGroup).toBe(false);
    expect(geoContains(area(id).geometry(), [...(place?.centre ?? [0, 0])] as [number, number])).toBe(true);
    expect(view.project(place?.centre ?? [0, 0])?.[0]).toBeCloseTo(place?.at[0] ?? 0);
  });

  test('Hawaii is a group, stood for by the middle of its islands', () => {
    const place = view.area(area('US-HI'));
    expect(place?.islandGroup).toBe(true);
    expect(place?.at[0]).toBeCloseTo((place?.bounds.x ?? 0) + (place?.bounds.width ?? 0) / 2, 1);
    expect(place?.bounds.width).toBeLessThan(30);
  });

  test('one outside the frame has no place', () => {
    const antarctic: BaseArea = { ...area('SE'), at: [0, 1.4 * UNITS] };
    expect(worldView({ width: 572 }).area(antarctic)).toBeNull();
  });
});

test('the Date Line bends round the Aleutians and stays off the land of Siberia and Alaska', () => {
  const view = worldView({ width: 572, height: 212 });
  const x = (lon: number) => view.project([lon, 50])?.[0] ?? Number.NaN;
  const line = numbers(view.dateline);
  expect(Math.min(...line.map(([at]) => at))).toBeLessThan(x(172));
  expect(Math.max(...line.map(([at]) => at))).toBeGreaterThan(x(-170));
});
