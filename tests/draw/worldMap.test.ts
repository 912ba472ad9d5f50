import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { geoContains } from 'd3-geo';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AreaGeometry, type LonLat, patterson, readBaseMap, worldView } from '../../src/draw/worldMap.ts';

const text = readFileSync('src/data/base-map.json', 'utf8');
const baseMap = readBaseMap(JSON.parse(text));

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

function area(id: string): AreaGeometry {
  const geometry = baseMap.areas.get(id);
  if (!geometry) throw new Error(`no area ${id}`);
  return geometry;
}

function numbers(path: string): [number, number][] {
  return [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
}

describe('the base map file', () => {
  test('is light enough for a first screen and says where it comes from', () => {
    expect(gzipSync(text, { level: 9 }).length).toBeLessThanOrEqual(60_000);
    expect(JSON.parse(text).licence).toContain('Natural Earth');
  });

  test('has the areas a corpus refers to, each where it is', () => {
    expect([...baseMap.areas.keys()].sort()).toEqual(['MN', 'SE', 'US-HI', 'VN']);
    expect(geoContains(area('SE'), [18, 59.5])).toBe(true);
    expect(geoContains(area('SE'), [10.7, 60])).toBe(false);
    expect(geoContains(area('VN'), [105.8542, 21.0285])).toBe(true);
    expect(geoContains(area('MN'), [106.9057, 47.8864])).toBe(true);
    expect(geoContains(area('US-HI'), [-155.5, 19.6])).toBe(true);
    expect(geoContains(area('US-HI'), [-100, 40])).toBe(false);
  });

  test('has land and sea the right way round, and no Antarctica', () => {
    expect(geoContains(baseMap.land, [100, 60])).toBe(true);
    expect(geoContains(baseMap.land, [-170, 10])).toBe(false);
    expect(geoContains(baseMap.land, [0, -80])).toBe(false);
  });
});

describe('reading a base map', () => {
  test.each([
    ['nothing', null, 'not TopoJSON'],
    ['another kind of JSON', { type: 'FeatureCollection', features: [] }, 'not TopoJSON'],
    ['a map without areas', { type: 'Topology', objects: {}, arcs: [] }, 'areas'],
    [
      'a map without borders',
      { type: 'Topology', objects: { areas: { type: 'GeometryCollection', geometries: [] } }, arcs: [] },
      'borders',
    ],
  ])('%s is refused by name', (_, given, complaint) => {
    expect(() => readBaseMap(given)).toThrow(complaint);
  });
});

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

  test('fills the frame and draws next to nothing outside it', () => {
    for (const path of [view.path(baseMap.land), view.path(baseMap.borders), view.dateline]) {
      for (const [x, y] of numbers(path)) {
        expect(x).toBeGreaterThanOrEqual(-10);
        expect(x).toBeLessThanOrEqual(view.width + 10);
        expect(y).toBeGreaterThanOrEqual(-10);
        expect(y).toBeLessThanOrEqual(view.height + 10);
      }
    }
    const xs = numbers(view.path(baseMap.land)).map(([x]) => x);
    expect(Math.min(...xs)).toBeLessThan(view.width * 0.02);
    expect(Math.max(...xs)).toBeGreaterThan(view.width * 0.9);
  });
});

test('left to itself the height shows 12° S to 78° N', () => {
  const view = worldView({ width: 600 });
  expect(view.project([150, 77])).not.toBeNull();
  expect(view.project([150, -11])).not.toBeNull();
  expect(view.project([150, 80])).toBeNull();
  expect(view.project([150, -14])).toBeNull();
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
    expect(points.length).toBeGreaterThan(3);
    expect(Math.min(...points.map(([, y]) => y))).toBeLessThan((sweden?.at[1] ?? 0) - 2);
  });

  test('to Hawaii cross the Date Line without a break', () => {
    expect(view.arc(PYONGYANG, [-157.5, 20.6]).match(/M/g)).toHaveLength(1);
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
    expect(geoContains(area(id), [...(place?.centre ?? [0, 0])] as [number, number])).toBe(true);
    expect(view.project(place?.centre ?? [0, 0])?.[0]).toBeCloseTo(place?.at[0] ?? 0);
  });

  test('Hawaii is a group, stood for by the middle of its islands', () => {
    const place = view.area(area('US-HI'));
    expect(place?.islandGroup).toBe(true);
    expect(place?.at[0]).toBeCloseTo((place?.bounds.x ?? 0) + (place?.bounds.width ?? 0) / 2);
    expect(place?.bounds.width).toBeLessThan(30);
  });

  test('one outside the frame has no place', () => {
    const ring = [
      [0, -50],
      [0, -48],
      [2, -48],
      [2, -50],
      [0, -50],
    ];
    expect(worldView({ width: 572 }).area({ type: 'Polygon', coordinates: [ring] })).toBeNull();
  });
});

test('the Date Line bends round the Aleutians and stays off the land of Siberia and Alaska', () => {
  const view = worldView({ width: 572, height: 212 });
  const x = (lon: number) => view.project([lon, 50])?.[0] ?? Number.NaN;
  const line = numbers(view.dateline);
  expect(Math.min(...line.map(([at]) => at))).toBeLessThan(x(172));
  expect(Math.max(...line.map(([at]) => at))).toBeGreaterThan(x(-170));
});
