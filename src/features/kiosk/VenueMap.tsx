import { useMemo } from 'react';
import type { VenueContent } from '../../coverage/answers/sceneContents.ts';
import type { BaseMap } from '../../draw/baseMap.ts';
import { textWidth } from '../../draw/labels.ts';
import { worldView } from '../../draw/worldMap.ts';
import { zoomedView } from '../../draw/zoom.ts';
import { lineClip } from '../../ui/Stacks.tsx';
import { pointsOf } from '../venues/mapMarks.ts';
import css from './venue.module.css';

/** Size of the drawing, and the part of it that the way has to fit into: beside it are the facts, above and below it words. */
const LANDSCAPE = { width: 1200, height: 1080, left: 190, right: 840, top: 300, bottom: 800 };
const PORTRAIT = { width: 1080, height: 980, left: 160, right: 920, top: 330, bottom: 800 };
/** Closer than this the coasts of the base map are too coarse. */
const CLOSEST = 9;
const NAME = 58;
const ORIGIN = 44;

type Spot = VenueContent['place'];
type Props = { map: BaseMap | null; place: Spot; origin: Spot | null; portrait: boolean };

/** The way from the first origin to a venue, drawn so that both are in the picture. */
export function VenueMap({ map, place, origin, portrait }: Props) {
  const frame = portrait ? PORTRAIT : LANDSCAPE;
  const drawn = useMemo(() => {
    const view = worldView(frame, pointsOf(origin ? [place, origin] : [place], map));
    const area = place.area === null ? undefined : map?.areas.get(place.area);
    const to = place.point ? view.project(place.point) : area ? (view.area(area)?.at ?? null) : null;
    const from = origin?.point ? view.project(origin.point) : null;
    if (!to) return null;
    const ends = from ? [from, to] : [to];
    const [left, right] = [Math.min(...ends.map(([x]) => x)), Math.max(...ends.map(([x]) => x))];
    const [top, bottom] = [Math.min(...ends.map(([, y]) => y)), Math.max(...ends.map(([, y]) => y))];
    const k = Math.min(
      CLOSEST,
      (frame.right - frame.left) / Math.max(1, right - left),
      (frame.bottom - frame.top) / Math.max(1, bottom - top),
    );
    const zoom = {
      k,
      x: (frame.left + frame.right) / 2 - (k * (left + right)) / 2,
      y: (frame.top + frame.bottom) / 2 - (k * (top + bottom)) / 2,
    };
    const near = zoomedView(view, zoom);
    const target = place.point ?? (area ? (view.area(area)?.centre ?? null) : null);
    return {
      view,
      zoom,
      to: [to[0] * k + zoom.x, to[1] * k + zoom.y] as const,
      from: from && ([from[0] * k + zoom.x, from[1] * k + zoom.y] as const),
      arc: origin?.point && target ? view.arc(origin.point, target) : null,
      area: area ? { path: area.path, ring: area.islandGroup ? (near.area(area)?.bounds ?? null) : null } : null,
    };
  }, [map, place, origin, frame]);
  if (!drawn) return <div className={css.map} />;
  const { view, zoom, to, from, arc, area } = drawn;
  const stroke = (px: number) => px / zoom.k;
  const below = from !== null && to[1] > from[1];
  /** Keeps a name inside the picture. */
  const held = (x: number, text: string, size: number) => {
    const half = textWidth(text, size, 600) / 2;
    return Math.min(frame.right + 60 - half, Math.max(56 + half, x));
  };
  return (
    <svg
      aria-label={`Map: ${place.name}${origin ? `, seen from ${origin.name}` : ''}`}
      className={css.map}
      preserveAspectRatio="xMidYMid slice"
      role="img"
      viewBox={`0 0 ${frame.width} ${frame.height}`}
    >
      <g transform={`translate(${zoom.x} ${zoom.y}) scale(${zoom.k})`}>
        <path className={css.graticule} d={view.graticule} strokeWidth={stroke(1)} />
        {map && (
          <g transform={view.transform}>
            <path className={css.land} d={map.land} />
            {area && <path className={css.area} d={area.path} strokeWidth={stroke(3) / view.scale} />}
            <path className={css.borders} d={map.borders} strokeWidth={stroke(2) / view.scale} />
          </g>
        )}
        {arc && <path className={css.arc} d={arc} strokeWidth={stroke(7)} />}
      </g>
      {place.point && <circle className={css.venueDot} cx={to[0]} cy={to[1]} r="17" />}
      {area?.ring && (
        <circle
          className={css.venueRing}
          cx={to[0]}
          cy={to[1]}
          r={Math.max(34, Math.hypot(area.ring.width, area.ring.height) / 2 + 10)}
        />
      )}
      {from && <rect className={css.originMark} height="30" width="30" x={from[0] - 15} y={from[1] - 15} />}
      <text
        className={css.placeName}
        clipPath={lineClip(place.name, below ? to[1] + 84 : to[1] - 44, NAME)}
        fontSize={NAME}
        x={held(to[0], place.name, NAME)}
        y={below ? to[1] + 84 : to[1] - 44}
      >
        {place.name}
      </text>
      {from && origin && (
        <text
          className={css.placeName}
          clipPath={lineClip(origin.name, below ? from[1] - 40 : from[1] + 66, ORIGIN)}
          fontSize={ORIGIN}
          x={held(from[0], origin.name, ORIGIN)}
          y={below ? from[1] - 40 : from[1] + 66}
        >
          {origin.name}
        </text>
      )}
    </svg>
  );
}
