// @vitest-environment node
import { check, HintError } from '@placemarkio/check-geojson';
import fc from 'fast-check';
import type { FeatureCollection, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { Corpus } from '../../src/domain/corpus.ts';
import { arcPieces, polygonPieces, signedArea } from '../../src/draw/antimeridian.ts';
import { type BaseMap, type LonLat, readBaseMap } from '../../src/draw/baseMap.ts';
import { distanceKm } from '../../src/draw/distance.ts';
import { baseMap } from '../draw/bundledMap.ts';
import { machineMade } from '../fixtures/machineMade.ts';
import { bundledCorpus } from '../fixtures/markedCorpus.ts';
import { geoJsonOf, VIEWS, viewOf } from './views.ts';

const views = VIEWS.flatMap(([name, exported]) =>
  [baseMap, null].map((map) => [name, map ? 'a map' : 'no map', exported, map] as const),
);

/** A GeoJSON text that the checker of others takes. */
function checked(text: string): FeatureCollection {
  try {
    return check(text) as FeatureCollection;
  } catch (error) {
    throw error instanceof HintError ? new Error(JSON.stringify(error.issues.slice(0, 3))) : error;
  }
}

/** The lines and rings of a collection, and its points as lines of one. */
function linesOf({ features }: FeatureCollection): Position[][] {
  return features.flatMap(({ geometry }): Position[][] => {
    switch (geometry?.type) {
      case 'Point':
        return [[geometry.coordinates]];
      case 'MultiLineString':
      case 'Polygon':
        return geometry.coordinates;
      case 'MultiPolygon':
        return geometry.coordinates.flat();
      default:
        return [];
    }
  });
}

const decimals = (value: number) => String(value).split('.')[1]?.length ?? 0;

/** RFC 7946: degrees in range, few decimals, and no step round the back of the globe. One look for all, since there are many. */
function expectFlat(lines: Position[][]): void {
  const faults = lines.flatMap((line) =>
    line.filter(([lon = Number.NaN, lat = Number.NaN], index) => {
      const [before = lon] = line[index - 1] ?? [];
      const inRange = Math.abs(lon) <= 180 && Math.abs(lat) <= 90 && Math.abs(lon - before) <= 180;
      return !inRange || Math.max(decimals(lon), decimals(lat)) > 6;
    }),
  );
  expect(faults).toEqual([]);
}

function expectWound(polygon: Position[][]): void {
  polygon.forEach((ring, index) => {
    expect(ring.length).toBeGreaterThanOrEqual(4);
    expect(ring[0]).toEqual(ring.at(-1));
    expect(Math.sign(signedArea(ring as [number, number][]))).toBe(index === 0 ? 1 : -1);
  });
}

describe('venues as GeoJSON', () => {
  it.each(views)('%s, %s: is valid, flat and wound by the right-hand rule', (_, __, exported, map) => {
    const collection = checked(geoJsonOf(exported, map));
    expectFlat(linesOf(collection));
    for (const { geometry } of collection.features) {
      if (geometry?.type === 'Polygon') expectWound(geometry.coordinates);
      if (geometry?.type === 'MultiPolygon') geometry.coordinates.forEach(expectWound);
    }
    const ids = collection.features.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(views)('%s, %s: has every venue of the view with what is said for it, and its filters', (...given) => {
    const [, , exported, map] = given;
    const file = JSON.parse(geoJsonOf(exported, map));
    expect(file.dateline).toEqual(exported.told);
    expect(file.dateline.filters).toBe(exported.told.filters);
    const venues = (file as FeatureCollection).features.filter(({ properties }) => properties?.is === 'venue');
    expect(venues.map(({ id }) => id)).toEqual(exported.slice.venues.map(({ place }) => `venue:${place}`));
    venues.forEach(({ properties, geometry }, index) => {
      const { standing, attributedTo, claims, evidence } = exported.slice.venues[index] ?? {};
      expect(properties).toMatchObject({ standing, attributedTo, claims, evidence });
      expect(geometry === null).toBe(typeof properties?.noGeometry === 'string');
    });
  });

  it('tells distances and draws arcs as the panel does', () => {
    const { features } = checked(geoJsonOf(viewOf(bundledCorpus()), baseMap));
    const of = (id: string) => features.find((feature) => feature.id === id);
    expect(of('venue:hanoi')?.properties?.km.pyongyang).toEqual({ nearest: 2760, farthest: 2760 });
    expect(of('arc:pyongyang:hanoi')?.properties).toMatchObject({ from: 'pyongyang', to: 'hanoi' });
    const areas = features.filter(({ geometry }) => /Polygon$/.test(geometry?.type ?? ''));
    expect(areas.length).toBeGreaterThanOrEqual(2);
    for (const { properties } of areas)
      expect(properties?.km.pyongyang.farthest).toBeGreaterThan(properties?.km.pyongyang.nearest);
    const arcs = features.filter(({ properties }) => properties?.is === 'arc');
    expect(arcs.some(({ geometry }) => geometry?.type === 'MultiLineString' && geometry.coordinates.length > 1)).toBe(
      true,
    );
    expect(arcs.some(({ properties }) => properties?.standing === 'talked-about')).toBe(false);
  });

  it('says of each venue who made it, whether a person has checked it, and how sure a machine is', () => {
    const read = (whole: Corpus) =>
      (JSON.parse(geoJsonOf(viewOf(whole), null)) as FeatureCollection).features
        .filter(({ properties }) => properties?.is === 'venue')
        .map(({ properties }) => [properties?.by, properties?.checked, properties?.sure]);
    expect(read(machineMade(bundledCorpus(), ['accepted', 'none'])).slice(0, 2)).toEqual([
      ['machine', 'yes', 92],
      ['machine', 'no', 71],
    ]);
    expect(read(bundledCorpus())[0]).toEqual(['person', 'yes', null]);
  });

  it('says why an area has no geometry', () => {
    const nowhere: BaseMap = readBaseMap({ land: '', borders: '', areas: {} });
    for (const [map, why] of [
      [null, /base map was not loaded/],
      [nowhere, /base map has no area/],
    ] as const) {
      const { features } = checked(geoJsonOf(viewOf(bundledCorpus()), map));
      const without = features.filter(({ geometry }) => geometry === null);
      expect(without.length).toBeGreaterThan(0);
      for (const { properties } of without) expect(properties?.noGeometry).toMatch(why);
    }
  });
});

const lonLat = fc.tuple(
  fc.oneof(fc.integer({ min: -180, max: 180 }), fc.double({ min: -180, max: 180, noNaN: true })),
  fc.oneof(fc.integer({ min: -90, max: 90 }), fc.double({ min: -90, max: 90, noNaN: true })),
);

describe('great circles', () => {
  it('run from end to end without a jump, and are as long as they should be', () => {
    fc.assert(
      fc.property(lonLat, lonLat, (from: LonLat, to: LonLat) => {
        const pieces = arcPieces(from, to);
        expectFlat(pieces);
        const distance = distanceKm(from, to);
        if (pieces.length === 0) return void expect(distance < 1 || distance > 20_014).toBe(true);
        expect(Math.min(...pieces.map((piece) => piece.length))).toBeGreaterThan(1);
        const length = pieces.flatMap((piece) => piece.slice(1).map((end, at) => distanceKm(piece[at] ?? end, end)));
        expect(length.reduce((sum, km) => sum + km, 0)).toBeCloseTo(distance, 0);
        pieces.slice(1).forEach((piece, at) => {
          const [end, start] = [pieces[at]?.at(-1), piece[0]];
          expect([Math.abs(end?.[0] ?? 0), end?.[1]]).toEqual([180, start?.[1]]);
          expect(start?.[0]).toBe(-(end?.[0] ?? 0));
        });
      }),
      { numRuns: 500 },
    );
  });
});

describe('polygons', () => {
  it('over the 180th meridian are cut in two, and a hole that is cut, too, is an inlet of both', () => {
    const outer: LonLat[] = [
      [170, -10],
      [-170, -10],
      [-170, 10],
      [170, 10],
      [170, -10],
    ];
    const hole: LonLat[] = [
      [175, -5],
      [175, 5],
      [-175, 5],
      [-175, -5],
      [175, -5],
    ];
    for (const rings of [
      [outer, hole],
      [outer.toReversed(), hole.toReversed()],
    ]) {
      const pieces = polygonPieces(rings);
      expect(pieces.map((rings) => rings.length)).toEqual([1, 1]);
      for (const piece of pieces) {
        expectFlat(piece);
        expectWound(piece);
      }
      const area = pieces.flat().reduce((sum, ring) => sum + signedArea(ring) / 2, 0);
      // Where it is cut, an edge is a great circle, a little nearer to the pole than its ends.
      expect(Math.abs(area / (20 * 20 - 10 * 10) - 1)).toBeLessThan(0.01);
    }
  });

  it('that cross nothing stay as they are', () => {
    const ring: LonLat[] = [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 0],
    ];
    expect(polygonPieces([ring])).toEqual([[ring]]);
    expect(polygonPieces([ring.toReversed()])[0]?.[0]?.length).toBe(4);
    expect(
      polygonPieces([
        [
          [0, 0],
          [1, 1],
          [0, 0],
        ],
      ]),
    ).toEqual([]);
  });
});
