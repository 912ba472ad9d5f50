// @vitest-environment node
import { readFileSync } from 'node:fs';
import { geoContains } from 'd3-geo';
import fc from 'fast-check';
import type { MultiPolygon, Polygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import { type LonLat, readBaseMap } from '../../src/draw/baseMap.ts';
import { distanceKm, distanceRangeKm, roundKm } from '../../src/draw/distance.ts';

const PYONGYANG: LonLat = [125.7625, 39.0392];
const HANOI: LonLat = [105.8542, 21.0285];
const ULAN_BATOR: LonLat = [106.9057, 47.8864];
const SINGAPORE: LonLat = [103.8198, 1.3521];
const WASHINGTON: LonLat = [-77.0369, 38.9072];
const HALF_ROUND = Math.PI * 6371.0088;

const { areas } = readBaseMap(JSON.parse(readFileSync('src/data/base-map.json', 'utf8')));

function area(id: string): MultiPolygon {
  const found = areas.get(id);
  if (!found) throw new Error(`no area ${id}`);
  return found.geometry();
}

const point = fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true }));

describe('distance between points', () => {
  test.each([
    ['Pyongyang', 'Hanoi', PYONGYANG, HANOI, 2760],
    ['Pyongyang', 'Ulan Bator', PYONGYANG, ULAN_BATOR, 1800],
    ['Pyongyang', 'Singapore', PYONGYANG, SINGAPORE, 4750],
    ['Washington', 'Hanoi', WASHINGTON, HANOI, 13340],
    ['Washington', 'Ulan Bator', WASHINGTON, ULAN_BATOR, 10360],
    ['Washington', 'Singapore', WASHINGTON, SINGAPORE, 15540],
  ])('%s to %s', (_, __, from, to, km) => {
    expect(roundKm(distanceKm(from, to))).toBe(km);
  });

  test('from pole to pole is half way round, whatever longitudes the poles are given', () => {
    expect(distanceKm([10, 90], [-120, -90])).toBeCloseTo(HALF_ROUND, 6);
  });

  test('is the same both ways, and nothing to oneself', () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 6);
        expect(distanceKm(a, a)).toBeCloseTo(0, 6);
      }),
    );
  });

  test('a detour is never shorter', () => {
    fc.assert(
      fc.property(point, point, point, (a, b, c) => {
        expect(distanceKm(a, c)).toBeLessThanOrEqual(distanceKm(a, b) + distanceKm(b, c) + 1e-6);
      }),
    );
  });
});

describe('distance to an area', () => {
  test.each([
    ['Pyongyang', 'SE', PYONGYANG, [6500, 7750]],
    ['Washington', 'SE', WASHINGTON, [6160, 6780]],
    ['Pyongyang', 'US-HI', PYONGYANG, [7150, 7770]],
    ['Washington', 'US-HI', WASHINGTON, [7630, 7940]],
  ])('%s to %s is a range', (_, id, from, range) => {
    expect(distanceRangeKm(from, area(id)).map(roundKm)).toEqual(range);
  });

  test('is nothing at the near end from inside', () => {
    const [nearest, farthest] = distanceRangeKm(HANOI, area('VN'));
    expect(nearest).toBe(0);
    expect(farthest).toBeGreaterThan(1000);
  });

  // Ten degrees of longitude at the equator, clockwise.
  const square: Polygon = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [0, 10],
        [10, 10],
        [10, 0],
        [0, 0],
      ],
    ],
  };

  test('counts the nearest point of an edge, not its ends', () => {
    const [nearest] = distanceRangeKm([5, -10], square);
    expect(nearest).toBeCloseTo((10 / 180) * HALF_ROUND, 6);
  });

  test('counts the opposite point of the globe when the area holds it', () => {
    const [, farthest] = distanceRangeKm([-175, -5], square);
    expect(farthest).toBeCloseTo(HALF_ROUND, 6);
  });

  test('lies around the distance to any corner', () => {
    fc.assert(
      fc.property(point, (from) => {
        const [nearest, farthest] = distanceRangeKm(from, square);
        for (const [lon = 0, lat = 0] of square.coordinates.flat()) {
          const corner = distanceKm(from, [lon, lat]);
          expect(corner).toBeGreaterThanOrEqual(nearest - 1e-6);
          expect(corner).toBeLessThanOrEqual(farthest + 1e-6);
        }
      }),
    );
  });

  test('agrees with asking every corner and every point inside, wherever one stands', () => {
    const sweden = area('SE');
    fc.assert(
      fc.property(point, (from) => {
        const [nearest, farthest] = distanceRangeKm(from, sweden);
        const corners = sweden.coordinates.flat(2).map(([lon = 0, lat = 0]) => distanceKm(from, [lon, lat]));
        // Edges are at most 60 km long here, so the nearest point is near a corner.
        if (!geoContains(sweden, [...from])) expect(nearest).toBeGreaterThan(Math.min(...corners) - 30);
        expect(nearest).toBeLessThanOrEqual(Math.min(...corners) + 1e-6);
        expect(farthest).toBeGreaterThanOrEqual(Math.max(...corners) - 1e-6);
        expect(farthest).toBeLessThan(Math.max(...corners) + 30);
      }),
    );
  });

  test('an area without points is refused', () => {
    expect(() => distanceRangeKm(HANOI, { type: 'MultiPolygon', coordinates: [] })).toThrow(RangeError);
  });
});

test('kilometres are told to the nearest ten', () => {
  expect([0, 4.9, 5, 2759.2, 13343.8].map(roundKm)).toEqual([0, 0, 10, 2760, 13340]);
});
