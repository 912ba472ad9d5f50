import type { ScreenPoint, WorldView } from './worldMap.ts';

/** A closer look at a view: `k` times as large, moved by `x`, `y` px. */
export type Zoom = { k: number; x: number; y: number };

export const NO_ZOOM: Zoom = { k: 1, x: 0, y: 0 };

/** The closest look, in times. */
const CLOSEST = 8;

/** Keeps the map in its frame: no empty sea beyond its edges. */
function held({ k, x, y }: Zoom, width: number, height: number): Zoom {
  const hold = (offset: number, size: number) => Math.min(0, Math.max(size - size * k, offset));
  return { k, x: hold(x, width), y: hold(y, height) };
}

/** `factor` times closer (or farther, below 1), with the point at `at` staying where it is. */
export function zoomedBy(zoom: Zoom, factor: number, at: ScreenPoint, size: { width: number; height: number }): Zoom {
  const k = Math.min(CLOSEST, Math.max(1, zoom.k * factor));
  const keep = (offset: number, point: number) => point - ((point - offset) / zoom.k) * k;
  return held({ k, x: keep(zoom.x, at[0]), y: keep(zoom.y, at[1]) }, size.width, size.height);
}

/** Moved by so many px. */
export function movedBy(zoom: Zoom, dx: number, dy: number, size: { width: number; height: number }): Zoom {
  return held({ ...zoom, x: zoom.x + dx, y: zoom.y + dy }, size.width, size.height);
}

/**
 * A view whose points lie where the zoom puts them. Paths and the transform of the base map stay as they are: they are drawn inside
 * a group with the zoom as its transform, so that lines keep their width and text its size.
 */
export function zoomedView(view: WorldView, { k, x, y }: Zoom): WorldView {
  const moved = (point: ScreenPoint): ScreenPoint => [point[0] * k + x, point[1] * k + y];
  return {
    ...view,
    project: (point) => {
      const at = view.project(point);
      if (!at) return null;
      const [px, py] = moved(at);
      return px >= 0 && px <= view.width && py >= 0 && py <= view.height ? [px, py] : null;
    },
    arcPoints: (from, to, spacing = 4) => view.arcPoints(from, to, spacing / k).map(moved),
    area: (geometry) => {
      const area = view.area(geometry);
      if (!area) return null;
      const at = moved(area.at);
      if (at[0] < 0 || at[0] > view.width || at[1] < 0 || at[1] > view.height) return null;
      const [left, top] = moved([area.bounds.x, area.bounds.y]);
      return { ...area, at, bounds: { x: left, y: top, width: area.bounds.width * k, height: area.bounds.height * k } };
    },
  };
}
