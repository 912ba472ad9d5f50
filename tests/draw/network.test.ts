// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Box } from '../../src/draw/edgeGeometry.ts';
import {
  type NetworkNode,
  type NetworkTie,
  type PlacedNetwork,
  placeNetwork,
} from '../../src/draw/network/placeNetwork.ts';
import { roughMeasure as measure, typicalNodes, typicalTies } from '../fixtures/typicalNetwork.ts';

const sizes: [number, number][] = [
  [548, 330],
  [470, 330],
  [420, 340],
  [358, 420],
];

const meet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const aroundDisc = ({ x, y, r }: { x: number; y: number; r: number }): Box => ({
  x: x - r,
  y: y - r,
  width: 2 * r,
  height: 2 * r,
});

/** Whether a box comes into a disc, not only into the square around it. */
function enters(box: Box, { x, y, r }: { x: number; y: number; r: number }): boolean {
  const dx = Math.max(box.x - x, 0, x - box.x - box.width);
  const dy = Math.max(box.y - y, 0, y - box.y - box.height);
  return dx * dx + dy * dy < r * r;
}

function overlaps(net: PlacedNetwork): string[] {
  const texts = [
    ...net.nodes.flatMap(({ id, label }) => (label ? [{ id: `label ${id}`, owner: id, box: label.box }] : [])),
    ...net.ties.flatMap(({ id, count }) => (count ? [{ id: `count ${id}`, owner: '', box: count.box }] : [])),
  ];
  const bodies = [...net.nodes, ...net.hubs];
  const found: string[] = [];
  texts.forEach((text, i) => {
    for (const other of texts.slice(i + 1)) if (meet(text.box, other.box)) found.push(`${text.id} × ${other.id}`);
    for (const body of bodies) if (enters(text.box, body)) found.push(`${text.id} × ${body.id}`);
  });
  return found;
}

function outOfBounds(net: PlacedNetwork): string[] {
  const inside = ({ x, y, width, height }: Box): boolean =>
    x >= 0 && y >= 0 && x + width <= net.width && y + height <= net.height;
  const found: string[] = [];
  for (const node of [...net.nodes, ...net.hubs]) if (!inside(aroundDisc(node))) found.push(node.id);
  for (const { id, label } of net.nodes) if (label && !inside(label.box)) found.push(`label ${id}`);
  for (const { id, count, path, arrow } of net.ties) {
    if (count && !inside(count.box)) found.push(`count ${id}`);
    for (const curve of [path, arrow]) {
      if (curve && drawnPoints(curve).some(([x, y]) => !inside({ x, y, width: 0, height: 0 }))) found.push(`tie ${id}`);
    }
  }
  return found;
}

/** Points on a path of straight and quadratic pieces. */
function drawnPoints(path: string): [number, number][] {
  const numbers = (path.match(/-?[\d.]+/g) ?? []).map(Number);
  const pairs = numbers.flatMap((x, i): [number, number][] => (i % 2 === 0 ? [[x, numbers[i + 1] ?? 0]] : []));
  const [start, control, end] = pairs;
  if (!path.includes('Q') || !start || !control || !end) return pairs;
  return Array.from({ length: 41 }, (_, i) => {
    const t = i / 40;
    const at = (k: 0 | 1): number => (1 - t) * (1 - t) * start[k] + 2 * t * (1 - t) * control[k] + t * t * end[k];
    return [at(0), at(1)];
  });
}

const typical = (width: number, height: number): PlacedNetwork =>
  placeNetwork(typicalNodes, typicalTies, { width, height, measure });

/** A crowd whose every property comes from a fixed stream of numbers. */
function crowd(people: number, relations: number): { nodes: NetworkNode[]; ties: NetworkTie[] } {
  let state = 7;
  const next = (): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
  const names = ['Lee', 'North Korea', 'United Nations Security Council', 'Angela Merkel', 'Ri Son Gwon'];
  const nodes = Array.from({ length: people }, (_, i): NetworkNode => {
    const shape = i % 10 === 9 ? 'voice' : i % 3 === 0 ? 'square' : 'disc';
    const group = next() < 0.4 ? `side ${Math.floor(next() * 8)}` : null;
    return { id: `n${i}`, label: `${names[i % 5]} ${i}`, shape, weight: Math.floor(next() * 12), group };
  });
  const kinds = ['cooperation', 'conflict', 'talks', 'cooperation', 'talks', 'conflict', 'mediation'] as const;
  const ties = Array.from({ length: relations }, (_, i): NetworkTie => {
    const end = (): string => `n${Math.floor(next() * next() * people)}`;
    const kind = kinds[i % 7] ?? 'talks';
    const to = kind === 'mediation' ? [end(), end()] : [end()];
    const count = 1 + Math.floor(next() * 6);
    return {
      id: `t${i}`,
      from: [end()],
      to,
      mutual: kind === 'talks',
      kind,
      count,
      label: String(count),
      past: false,
      tentative: false,
    };
  });
  return { nodes, ties };
}

describe('the typical network', () => {
  test.each(sizes)('has no overlaps at %i × %i and drops nothing', (width, height) => {
    const net = typical(width, height);
    expect(overlaps(net)).toEqual([]);
    expect(outOfBounds(net)).toEqual([]);
    expect(net.nodes.filter(({ label }) => label === null)).toEqual([]);
    expect(net.ties.filter(({ count }) => count === null).length).toBeLessThanOrEqual(1);
    expect(net.nodes).toHaveLength(typicalNodes.length);
    expect(net.ties).toHaveLength(typicalTies.length);
    expect(net.hubs.map(({ between }) => between)).toEqual([['north-korea', 'united-states']]);
    expect(net.hulls.map(({ group }) => group)).toEqual(['china', 'north-korea', 'south-korea', 'united-states']);
  });

  test('is the same each time and for any order of input', () => {
    const first = typical(548, 330);
    expect(typical(548, 330)).toEqual(first);
    const anyOrder = fc.tuple(
      fc.shuffledSubarray(typicalNodes, { minLength: typicalNodes.length }),
      fc.shuffledSubarray(typicalTies, { minLength: typicalTies.length }),
    );
    const check = ([nodes, ties]: [NetworkNode[], NetworkTie[]]): void => {
      expect(placeNetwork(nodes, ties, { width: 548, height: 330, measure })).toEqual(first);
    };
    fc.assert(fc.property(anyOrder, check), { numRuns: 6 });
  });

  test.each(sizes)('keeps nodes apart and clear of other ties at %i × %i', (width, height) => {
    const net = typical(width, height);
    const bodies = net.nodes.filter(({ shape }) => shape !== 'voice');
    for (const p of bodies) {
      for (const q of bodies) {
        if (p !== q) expect(Math.hypot(p.x - q.x, p.y - q.y)).toBeGreaterThan(p.r + q.r + 6);
      }
    }
    const through: string[] = [];
    for (const { id, hit } of net.ties) {
      const tie = typicalTies.find((one) => one.id === id);
      for (const body of bodies) {
        if (tie?.from.includes(body.id) || (tie?.kind !== 'mediation' && tie?.to.includes(body.id))) continue;
        if (drawnPoints(hit).some(([x, y]) => Math.hypot(x - body.x, y - body.y) < body.r))
          through.push(`${id} × ${body.id}`);
      }
    }
    expect(through).toEqual([]);
  });

  test.each(sizes)('sets parallel ties one lane apart at %i × %i', (width, height) => {
    const net = typical(width, height);
    const lane = width < 400 ? 9 : 11;
    const pair = ['talks china united-states', 'cooperation china united-states', 'conflict china united-states'];
    const lines = pair.map((id) => drawnPoints(net.ties.find((tie) => tie.id === id)?.hit ?? ''));
    lines.slice(1).forEach((line, i) => {
      const [x, y] = line[20] ?? [0, 0];
      const gap = Math.min(...(lines[i] ?? []).map(([px, py]) => Math.hypot(px - x, py - y)));
      expect(gap).toBeGreaterThan(lane - 1.5);
      expect(gap).toBeLessThan(lane + 1.5);
    });
  });

  test('points at the recipient, touching its border', () => {
    const net = typical(548, 330);
    const trump = net.nodes.find(({ id }) => id === 'donald-trump');
    const tie = net.ties.find(({ id }) => id === 'cooperation shinzo-abe donald-trump');
    const [tip] = drawnPoints(tie?.arrow ?? '');
    expect(Math.hypot((tip?.[0] ?? 0) - (trump?.x ?? 0), (tip?.[1] ?? 0) - (trump?.y ?? 0))).toBeCloseTo(
      (trump?.r ?? 0) + 0.5,
      0,
    );
    const undirected = net.ties.filter(({ arrow }) => arrow === null).map(({ id }) => id);
    for (const { id, kind, mutual } of typicalTies) {
      expect(undirected.includes(id)).toBe(mutual || kind === 'talks' || kind === 'mediation');
    }
  });
});

describe('any network', () => {
  test.each([
    [60, 120, 548, 330],
    [60, 120, 358, 420],
    [25, 40, 548, 330],
  ])('of %i actors and %i ties has no overlaps at %i × %i', (people, relations, width, height) => {
    const { nodes, ties } = crowd(people, relations);
    const net = placeNetwork(nodes, ties, { width, height, measure });
    expect(overlaps(net)).toEqual([]);
    expect(outOfBounds(net)).toEqual([]);
    expect(net.nodes).toHaveLength(people);
  });

  test('may be empty or very small', () => {
    const room = { width: 320, height: 200, measure };
    expect(placeNetwork([], [], room)).toMatchObject({ nodes: [], ties: [], hubs: [], hulls: [], voices: null });
    const [kim, xi] = typicalNodes;
    if (!kim || !xi) throw new Error('fixture');
    expect(placeNetwork([kim], [], room).nodes[0]).toMatchObject({ id: kim.id, label: { text: 'Kim Jong Un' } });
    const two = placeNetwork([kim, xi], typicalTies, room);
    expect(two.ties.map(({ id }) => id)).toHaveLength(3);
    expect(overlaps(two)).toEqual([]);
    expect(outOfBounds(two)).toEqual([]);
  });

  test('leaves out ties to nobody and to oneself', () => {
    const [kim, xi] = typicalNodes;
    if (!kim || !xi) throw new Error('fixture');
    const [like] = typicalTies;
    if (!like) throw new Error('fixture');
    const odd: NetworkTie[] = [
      { ...like, id: '1', to: ['nobody'] },
      { ...like, id: '2', to: [kim.id] },
      { ...like, id: '3', from: [] },
      { ...like, id: '4', kind: 'mediation', to: [kim.id, xi.id] },
      { ...like, id: '5', to: ['bonnie-glaser'] },
    ];
    expect(placeNetwork(typicalNodes, odd, { width: 320, height: 200, measure }).ties).toEqual([]);
  });

  test('of random actors stays in bounds and free of overlaps', () => {
    const size = fc.tuple(
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: 0, max: 24 }),
      fc.integer({ min: 300, max: 700 }),
    );
    const check = ([people, relations, width]: [number, number, number]): void => {
      const { nodes, ties } = crowd(people, relations);
      const net = placeNetwork(nodes, ties, { width, height: 330, measure });
      expect(overlaps(net)).toEqual([]);
      expect(outOfBounds(net)).toEqual([]);
    };
    fc.assert(fc.property(size, check), { numRuns: 25 });
  });
});
