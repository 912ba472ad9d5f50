import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Geometry, MultiPolygon, Position } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { AreaRecord } from '../draw/baseMap.ts';
import { pathOf } from '../draw/baseMap.ts';
import { areaRecord, projectedLines, projectedPolygons } from './projected.ts';

type Atlas = Topology<{ countries: GeometryCollection<{ name: string }>; land: GeometryCollection }>;

const OUTPUT = fileURLToPath(new URL('../data/base-map.json', import.meta.url));
const LIMIT_BYTES = 60_000;

/** ISO 3166-1 numeric code in the atlas, by the id under which a corpus refers to the area. */
const COUNTRIES = { MN: '496', SE: '752', VN: '704' };

/** Hawaii has no feature of its own: it is those islands of the United States that lie in this box. */
const HAWAII = { id: 'US-HI', country: '840', west: -161, east: -154, south: 18, north: 23 };

/** Land that lies wholly south of this latitude is Antarctica. */
const SOUTHERN_END = -60;

const LICENCE =
  'Public domain: made with Natural Earth (naturalearthdata.com), versions 1:110m and 1:50m, by way of world-atlas 2 (ISC licence).';

/**
 * Writes the base map: land and interior borders at 1:110m and a few named areas at 1:50m, projected and ready to be drawn. The projection
 * never changes, so that a page that shows the map has nothing to compute but one transform.
 *
 * @param args optional path of the file to write instead of `src/data/base-map.json`
 * @returns exit code: 0 when written, 1 when the result would be too heavy and was not written
 */
export async function main(args: string[]): Promise<number> {
  const output = args[0] ?? OUTPUT;
  const [landAtlas, coarse, fine] = await Promise.all([
    readAtlas('land-110m.json'),
    readAtlas('countries-110m.json'),
    readAtlas('countries-50m.json'),
  ]);
  const land = projectedPolygons(landWithoutAntarctica(landAtlas));
  const borders = projectedLines(mesh(coarse, coarse.objects.countries, (a, b) => a !== b));
  const made = {
    licence: LICENCE,
    land: pathOf(land.flat(), true),
    borders: pathOf(borders, false),
    areas: namedAreas(fine),
  };

  const text = `${JSON.stringify(made)}\n`;
  const weight = gzipSync(text, { level: 9 }).length;
  if (weight > LIMIT_BYTES) {
    console.error(
      `The base map would weigh ${weight} bytes compressed; the limit is ${LIMIT_BYTES}. Nothing was written.`,
    );
    return 1;
  }
  await writeFile(output, text);
  console.log(`${output}: ${text.length} bytes, ${weight} compressed`);
  return 0;
}

async function readAtlas(name: string): Promise<Atlas> {
  const path = createRequire(import.meta.url).resolve(`world-atlas/${name}`);
  return JSON.parse(await readFile(path, 'utf8')) as Atlas;
}

function landWithoutAntarctica(atlas: Atlas): MultiPolygon {
  const pieces = feature(atlas, atlas.objects.land).features.flatMap((land) => polygonsOf(land.geometry));
  const coordinates = pieces.filter((rings) => rings.flat().some(([, lat = 0]) => lat > SOUTHERN_END));
  return { type: 'MultiPolygon', coordinates };
}

function namedAreas(atlas: Atlas): Record<string, AreaRecord> {
  const countries = Object.entries(COUNTRIES).map(([id, code]) => [id, countryPolygons(atlas, code)] as const);
  const islands = countryPolygons(atlas, HAWAII.country).filter((rings) =>
    rings
      .flat()
      .every(
        ([lon = 0, lat = 0]) => lon > HAWAII.west && lon < HAWAII.east && lat > HAWAII.south && lat < HAWAII.north,
      ),
  );
  return Object.fromEntries(
    [...countries, [HAWAII.id, islands] as const].map(([id, coordinates]) => [
      id,
      areaRecord({ type: 'MultiPolygon', coordinates }),
    ]),
  );
}

function countryPolygons(atlas: Atlas, code: string): Position[][][] {
  const country = feature(atlas, atlas.objects.countries).features.find((candidate) => candidate.id === code);
  if (!country) throw new Error(`world-atlas has no country ${code}`);
  return polygonsOf(country.geometry);
}

function polygonsOf(geometry: Geometry): Position[][][] {
  if (geometry.type === 'Polygon') return [geometry.coordinates];
  if (geometry.type === 'MultiPolygon') return geometry.coordinates;
  throw new Error(`expected polygons, found ${geometry.type}`);
}
