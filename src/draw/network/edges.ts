import { type Curve, curveBetween, curvePoint, laneCurve } from '../edgeCurve.ts';
import { arrowLength, arrowPath, curvePath, sawPath } from '../edgeShapes.ts';
import { type Graph, laneOffset } from './graph.ts';
import type { Link } from './spots.ts';
import type { NetworkTie, PlacedHub, PlacedTie } from './types.ts';

/** A tie as drawn, its count still missing, and its plain curve from border to border. */
export type DrawnTie = { readonly tie: NetworkTie; readonly curve: Curve; readonly placed: Omit<PlacedTie, 'count'> };

/** Stroke in px for a number of passages: 1.5, half a pixel more for each further one, at most 5. */
const strokeWidth = (count: number): number => Math.min(5, 1.5 + 0.5 * Math.max(0, count - 1));

const borderGap = 1.5;

function drawTie(tie: NetworkTie, link: Link, lane: number, laneGap: number): DrawnTie {
  const whole = laneCurve(link.a, link.b, link.bend, laneOffset(link, lane, laneGap));
  const width = strokeWidth(tie.count);
  const directed = !tie.mutual && (tie.kind === 'cooperation' || tie.kind === 'conflict');
  const atA = directed && tie.to[0] === link.a.id;
  const atB = directed && tie.to[0] === link.b.id;
  const tipGap = 0.5;
  const curve = curveBetween(whole, link.a, link.b, atA ? tipGap : borderGap, atB ? tipGap : borderGap);
  const back = arrowLength(width);
  // The stroke stops inside the head, else a thick line would stick out beside the point.
  const stroke = curveBetween(whole, link.a, link.b, atA ? back : borderGap, atB ? back : borderGap);
  const arrow = atB
    ? arrowPath(curve.end, curvePoint(stroke, 1), width)
    : atA
      ? arrowPath(curve.start, curvePoint(stroke, 0), width)
      : null;
  const path = tie.kind === 'conflict' ? sawPath(stroke) : curvePath(stroke);
  return { tie, curve, placed: { id: tie.id, path, hit: curvePath(curve), width, arrow } };
}

/** All ties of a laid-out and routed graph, sorted by id. */
export function drawTies({ links, laneGap }: Graph): DrawnTie[] {
  return links
    .flatMap((link) => link.lanes.flatMap((tie, lane) => (tie ? [drawTie(tie, link, lane, laneGap)] : [])))
    .sort((p, q) => (p.tie.id < q.tie.id ? -1 : 1));
}

/** The diamonds, each with a thin line to draw under it where no talks carry it. */
export const drawHubs = ({ hubs, laneGap }: Graph): PlacedHub[] =>
  hubs.map(({ id, x, y, r, link }) => {
    const { a, b, bend, hubLane, lanes } = link;
    const whole = laneCurve(a, b, bend, laneOffset(link, hubLane, laneGap));
    const thread = lanes[hubLane] ? null : curvePath(curveBetween(whole, a, b, borderGap, borderGap));
    return { id, x, y, r, between: [a.id, b.id], thread };
  });
