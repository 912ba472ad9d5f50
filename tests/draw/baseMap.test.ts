// @vitest-environment node
import { gzipSync } from 'node:zlib';
import { geoContains } from 'd3-geo';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { degreesOf, type LonLat, type MapPoint, pathOf, readBaseMap, ringsOf, UNITS } from '../../src/draw/baseMap.ts';
import { patterson } from '../../src/draw/patterson.ts';
import { area, baseMap, baseMapText } from './bundledMap.ts';

/** Whether path data holds a point given in degrees, by counting the edges to its right. */
function holds(path: string, [lon, lat]: LonLat): boolean {
  const east = ((((lon - 150 + 180) % 360) + 360) % 360) - 180;
  const [px, up] = patterson((east * Math.PI) / 180, (lat * Math.PI) / 180).map((value) => value * UNITS);
  const py = -(up ?? 0);
  const crossings = ringsOf(path).flatMap((ring) =>
    ring.filter(([x2, y2], index) => {
      const [x1, y1] = ring.at(index - 1) ?? [x2, y2];
      return y1 <= py !== y2 <= py && x1 + ((py - y1) / (y2 - y1)) * (x2 - x1) > (px ?? 0);
    }),
  );
  return crossings.length % 2 === 1;
}

describe('the base map file', () => {
  test('is light enough for a first screen and says where it comes from', () => {
    expect(gzipSync(baseMapText, { level: 9 }).length).toBeLessThanOrEqual(30_000);
    expect(JSON.parse(baseMapText).licence).toContain('Natural Earth');
  });

  test('has the areas a corpus refers to, each where it is', () => {
    expect([...baseMap.areas.keys()].sort()).toEqual(['MN', 'SE', 'US-HI', 'VN']);
    const inside = (id: string, point: [number, number]) => [
      geoContains(area(id).geometry(), point),
      holds(area(id).path, point),
    ];
    expect(inside('SE', [18, 59.5])).toEqual([true, true]);
    expect(inside('SE', [10.7, 60])).toEqual([false, false]);
    expect(inside('VN', [105.8542, 21.0285])).toEqual([true, true]);
    expect(inside('MN', [106.9057, 47.8864])).toEqual([true, true]);
    expect(inside('US-HI', [-155.5, 19.6])).toEqual([true, true]);
    expect(inside('US-HI', [-100, 40])).toEqual([false, false]);
  });

  test('has land and sea the right way round, on both sides of the cut in the Atlantic, and no Antarctica', () => {
    const land: LonLat[] = [
      [100, 60],
      [-100, 40],
      [-40, 75],
      [-27, 75],
      [20, 10],
    ];
    const water: LonLat[] = [
      [-170, 10],
      [-40, 40],
      [-20, 40],
      [0, -80],
    ];
    for (const point of land) expect(holds(baseMap.land, point), `land at ${point}`).toBe(true);
    for (const point of water) expect(holds(baseMap.land, point), `water at ${point}`).toBe(false);
  });

  test('stays inside one world, with borders on land', () => {
    const half = Math.PI * UNITS + 1;
    for (const [x] of [...ringsOf(baseMap.land), ...ringsOf(baseMap.borders)].flat())
      expect(Math.abs(x)).toBeLessThanOrEqual(half);
    const middles = ringsOf(baseMap.borders).map((line) => degreesOf(line[Math.floor(line.length / 2)] ?? [0, 0]));
    const onLand = middles.filter((point) => holds(baseMap.land, point));
    expect(onLand.length).toBeGreaterThan(0.9 * middles.length);
  });
});

describe('reading a base map', () => {
  const good = { at: [0, 0], bounds: [0, 0, 1, 1], islandGroup: false, polygons: ['M0 0l1 0 0 1z'] };
  test.each([
    ['nothing', null, 'no land'],
    ['another kind of JSON', { type: 'FeatureCollection', features: [] }, 'no land'],
    ['a map without borders', { land: 'M0 0', areas: {} }, 'no borders'],
    ['a map without areas', { land: 'M0 0', borders: 'M0 0' }, 'no areas'],
    ['an area without a shape', { land: '', borders: '', areas: { SE: { ...good, polygons: [] } } }, '"SE"'],
    ['an area without a place', { land: '', borders: '', areas: { SE: { ...good, at: undefined } } }, '"SE"'],
  ])('%s is refused by name', (_, given, complaint) => {
    expect(() => readBaseMap(given)).toThrow(complaint);
  });
});

test('path data comes back as the points that it was written from', () => {
  const tenth = fc.integer({ min: -200_000, max: 200_000 }).map((value) => value / 10);
  const ring = fc.array(fc.tuple(tenth, tenth), { minLength: 2, maxLength: 9 });
  fc.assert(
    fc.property(fc.array(ring, { minLength: 1, maxLength: 3 }), (rings: MapPoint[][]) => {
      const back = ringsOf(pathOf(rings, true));
      expect(back.map((points) => points.length)).toEqual(rings.map((points) => points.length));
      for (const [index, [x, y]] of rings.flat().entries()) {
        expect(back.flat()[index]?.[0]).toBeCloseTo(x, 6);
        expect(back.flat()[index]?.[1]).toBeCloseTo(y, 6);
      }
    }),
  );
});
