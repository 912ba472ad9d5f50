import type { PlaceRow } from '../../coverage/answers/places.ts';
import { isDestination } from '../../domain/travel.ts';
import type { Standing } from '../../domain/venue.ts';
import { type BaseMap, degreesOf, type LonLat } from '../../draw/baseMap.ts';
import { type LabelAnchor, lineObstacles, type PlacedLabel, placeLabels, textWidth } from '../../draw/labels.ts';
import type { WorldView } from '../../draw/worldMap.ts';

/**
 * A venue on the map. `outline` is the shape of an area in map units; `arc` leads from the origin, and is missing for talks on the
 * site. Places are in tenths of a pixel, so that every engine writes the same markup.
 */
export type VenueMark = {
  id: string;
  name: string;
  standing: Standing;
  shape: 'point' | 'area' | 'islands';
  x: number;
  y: number;
  radius: number;
  outline: string | null;
  arc: string | null;
  label: PlacedLabel | null;
};

export type OriginMark = { id: string; name: string; x: number; y: number; label: PlacedLabel | null };

const tenths = (px: number) => Math.round(px * 10) / 10;

type Input = { place: PlaceRow; standing: Standing }[];

/** Where the venues and origins lie that have to be in the frame. The base map may come later: until then, an area has its point alone. */
export function pointsOf(places: readonly PlaceRow[], map: BaseMap | null): LonLat[] {
  return places.flatMap(({ point, area }): LonLat[] => {
    const shape = area === null ? undefined : map?.areas.get(area);
    return shape ? [degreesOf(shape.at)] : point ? [point] : [];
  });
}

/** Places the venues and their labels so that no label covers another label, a mark or an arc. Places outside the frame are left out. */
export function placeMarks(
  venues: Input,
  origins: PlaceRow[],
  view: WorldView,
  map: BaseMap | null,
): { venues: VenueMark[]; origins: OriginMark[] } {
  const home = origins[0]?.point ?? null;
  const fontSize = view.width < 500 ? 12 : 13;
  const anchors: LabelAnchor[] = [];
  const obstacles = [];
  const marks: VenueMark[] = [];
  const nameLabel = (
    id: string,
    name: string,
    x: number,
    y: number,
    radius: number,
    priority: number,
    below: boolean,
  ) => {
    // With some air at the end, so that names beside each other do not read as one.
    const width = textWidth(name, fontSize, 600) + 4;
    anchors.push({
      id,
      x,
      y,
      radius,
      width,
      height: fontSize + 3,
      priority,
      ...(below ? { prefer: 'below' as const } : {}),
    });
  };
  for (const { place, standing } of venues) {
    const known = place.area === null ? undefined : map?.areas.get(place.area);
    const area = known ? view.area(known) : null;
    const at = area?.at ?? (place.point ? view.project(place.point) : null);
    const target = area?.centre ?? place.point;
    if (!at || !target) continue;
    const islands = area?.islandGroup ?? false;
    const radius = islands ? 11 : area ? Math.min(20, area.bounds.height / 2) : 5;
    const arc = home && isDestination(standing) ? view.arc(home, target) : null;
    if (home && arc !== null) obstacles.push(...lineObstacles(view.arcPoints(home, target), 4));
    marks.push({
      id: place.id,
      name: place.name,
      standing,
      shape: islands ? 'islands' : area ? 'area' : 'point',
      x: tenths(at[0]),
      y: tenths(at[1]),
      radius: tenths(radius),
      outline: (area && known?.path) ?? null,
      arc,
      label: null,
    });
    nameLabel(place.id, place.name, at[0], at[1], radius, standing === 'candidate' ? 3 : 1, area !== null);
  }
  const originMarks = origins.flatMap((place, index): OriginMark[] => {
    const at = place.point ? view.project(place.point) : null;
    if (!at) return [];
    nameLabel(place.id, place.name, at[0], at[1], 5, index === 0 ? 4 : 2, false);
    return [{ id: place.id, name: place.name, x: tenths(at[0]), y: tenths(at[1]), label: null }];
  });
  const labels = placeLabels(anchors, obstacles, { x: 2, y: 2, width: view.width - 4, height: view.height - 4 });
  const labelled = <T extends { id: string }>(mark: T) => {
    const label = labels.get(mark.id);
    return { ...mark, label: label ? { ...label, x: tenths(label.x), y: tenths(label.y) } : null };
  };
  return { venues: marks.map(labelled), origins: originMarks.map(labelled) };
}
