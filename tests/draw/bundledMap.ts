import { readFileSync } from 'node:fs';
import { type BaseArea, readBaseMap } from '../../src/draw/baseMap.ts';

/** The base map's file as it stands in the repository. */
export const baseMapText = readFileSync('src/data/base-map.json', 'utf8');
export const baseMap = readBaseMap(JSON.parse(baseMapText));

/** An area of the bundled base map. */
export function area(id: string): BaseArea {
  const found = baseMap.areas.get(id);
  if (!found) throw new Error(`no area ${id}`);
  return found;
}

/** The points of path data whose coordinates are absolute and separated by commas. */
export function numbers(path: string): [number, number][] {
  return [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
}
