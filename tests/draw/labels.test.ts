// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Box } from '../../src/draw/edgeGeometry.ts';
import { type LabelAnchor, lineObstacles, placeLabels, textWidth } from '../../src/draw/labels.ts';

const BOUNDS: Box = { x: 0, y: 0, width: 400, height: 300 };

function mark(id: string, x: number, y: number, more: Partial<LabelAnchor> = {}): LabelAnchor {
  return { id, x, y, radius: 5, width: 60, height: 16, priority: 0, ...more };
}

function touch(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function clearance(box: Box, { x, y }: { x: number; y: number }): number {
  const dx = Math.max(box.x - x, 0, x - box.x - box.width);
  const dy = Math.max(box.y - y, 0, y - box.y - box.height);
  return Math.hypot(dx, dy);
}

describe('where a label goes', () => {
  test('to the right when nothing is in the way', () => {
    const label = placeLabels([mark('a', 100, 100)], [], BOUNDS).get('a');
    expect(label?.anchor).toBe('start');
    expect(label?.x).toBeGreaterThan(105);
    expect(label?.y).toBe(100);
  });

  test('to the left at the right edge of the map', () => {
    const label = placeLabels([mark('a', 390, 100)], [], BOUNDS).get('a');
    expect(label?.anchor).toBe('end');
    expect(label?.x).toBeLessThan(385);
  });

  test('above when both sides are taken', () => {
    const walls = [
      { x: 108, y: 95, width: 10, height: 10 },
      { x: 82, y: 95, width: 10, height: 10 },
    ];
    const label = placeLabels([mark('a', 100, 100)], walls, BOUNDS).get('a');
    expect(label?.anchor).toBe('middle');
    expect(label?.y).toBeLessThan(95);
  });

  test('to the preferred side first', () => {
    const label = placeLabels([mark('a', 100, 100, { prefer: 'below' })], [], BOUNDS).get('a');
    expect(label?.y).toBeGreaterThan(105);
  });

  test('off a line that leaves the mark to the right', () => {
    const line = Array.from({ length: 60 }, (_, step): [number, number] => [100 + step * 4, 100]);
    const label = placeLabels([mark('a', 100, 100)], lineObstacles(line, 6), BOUNDS).get('a');
    expect(label?.anchor).toBe('end');
  });

  test('nowhere when the map is too small, and the others are still placed', () => {
    const placed = placeLabels([mark('wide', 100, 100, { width: 500 }), mark('a', 100, 200)], [], BOUNDS);
    expect(placed.get('wide')).toBeNull();
    expect(placed.get('a')).not.toBeNull();
  });
});

test('of two that want one place the more important one is readable', () => {
  const room: Box = { x: 0, y: 0, width: 80, height: 16 };
  const marks = [mark('small', 6, 8, { priority: 1 }), mark('big', 6, 8, { priority: 2 })];
  const placed = placeLabels(marks, [], room);
  expect(placed.get('big')).not.toBeNull();
  expect(placed.get('small')).toBeNull();
});

test('whatever the marks, labels are inside, clear of each other, of marks and of obstacles', () => {
  const anchors = fc.uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 4 }),
      x: fc.integer({ min: 0, max: 400 }),
      y: fc.integer({ min: 0, max: 300 }),
      radius: fc.integer({ min: 0, max: 20 }),
      width: fc.integer({ min: 5, max: 120 }),
      height: fc.integer({ min: 8, max: 24 }),
      priority: fc.integer({ min: 0, max: 3 }),
    }),
    { selector: ({ id }) => id, maxLength: 25 },
  );
  const obstacles = fc.array(
    fc.record({
      x: fc.integer({ min: 0, max: 400 }),
      y: fc.integer({ min: 0, max: 300 }),
      width: fc.integer({ min: 1, max: 60 }),
      height: fc.integer({ min: 1, max: 60 }),
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(anchors, obstacles, (marks, walls) => {
      const placed = placeLabels(marks, walls, BOUNDS);
      expect([...placed.keys()].sort()).toEqual(marks.map(({ id }) => id).sort());
      const boxes = [...placed.values()].flatMap((label) => (label ? [label.box] : []));
      boxes.forEach((box, index) => {
        expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= 400 && box.y + box.height <= 300).toBe(true);
        expect(walls.some((wall) => touch(box, wall))).toBe(false);
        expect(boxes.slice(index + 1).some((other) => touch(box, other))).toBe(false);
        for (const anchor of marks) expect(clearance(box, anchor)).toBeGreaterThanOrEqual(anchor.radius - 1e-9);
      });
    }),
  );
});

describe('text width', () => {
  // Widths at 1000 px as a browser measures them in Schibsted Grotesk.
  test.each([
    ['Ulan Bator', 400, 4827],
    ['Pyongyang', 400, 5106],
    ['Washington', 400, 5423],
    ['Singapore', 600, 4880],
    ['Sweden', 600, 3884],
    ['Hawaii', 600, 3252],
    ['South Korea', 600, 5872],
    ['Commentators', 700, 7266],
    ['2,760 km', 700, 4387],
    ['No. 10 Downing Street', 400, 10185],
  ])('%s at %d is never under, and at most a tenth over', (text, weight, measured) => {
    const estimate = textWidth(text, 1000, weight);
    expect(estimate).toBeGreaterThanOrEqual(measured);
    expect(estimate).toBeLessThanOrEqual(measured * 1.1);
  });

  test('counts a Chinese or Korean character as one em and an accent as nothing', () => {
    expect(textWidth('平壤', 16)).toBe(32);
    expect(textWidth('평양', 16)).toBe(32);
    expect(textWidth('e\u0301', 16)).toBe(textWidth('e', 16));
  });

  test('grows with size and weight, and nothing takes no room', () => {
    expect(textWidth('Hanoi', 26)).toBeCloseTo(2 * textWidth('Hanoi', 13));
    expect(textWidth('Hanoi', 13, 700)).toBeGreaterThan(textWidth('Hanoi', 13, 400));
    expect(textWidth('', 13)).toBe(0);
  });
});
