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

/** What one notch of a wheel does, in times. */
const NOTCH = 1.2;

/** So many px of a wheel, or one of its lines or pages, are a notch. */
const NOTCH_PX = 20;

/**
 * How many times closer (or farther, below 1) a turn of a wheel takes: one notch at most, so that a wheel that turns by 100 px goes as far as one
 * that turns by a line, and less for the small steps of a pinch on a touch pad. Nothing where it turns sideways only.
 */
export function wheelFactor({ deltaY, deltaMode }: Pick<WheelEvent, 'deltaY' | 'deltaMode'>): number {
  const notches = deltaMode === 0 ? deltaY / NOTCH_PX : deltaY;
  return NOTCH ** Math.min(1, Math.max(-1, -notches));
}

/** Follows one finger or two: what was below them at `from` is below them at `to`. Points of the frame, in px. */
export function followed(
  zoom: Zoom,
  from: readonly ScreenPoint[],
  to: readonly ScreenPoint[],
  size: { width: number; height: number },
): Zoom {
  const [a, b = a] = from;
  const [c, d = c] = to;
  if (!a || !b || !c || !d) return zoom;
  const apart = Math.hypot(b[0] - a[0], b[1] - a[1]);
  const factor = apart > 0 ? Math.hypot(d[0] - c[0], d[1] - c[1]) / apart : 1;
  const middle: ScreenPoint = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  const moved = [(c[0] + d[0]) / 2 - middle[0], (c[1] + d[1]) / 2 - middle[1]] as const;
  return movedBy(zoomedBy(zoom, factor, middle, size), moved[0], moved[1], size);
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
