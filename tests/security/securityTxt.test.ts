// @vitest-environment node
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const DAY = 24 * 60 * 60 * 1000;
const lines = readFileSync('public/.well-known/security.txt', 'utf8').trimEnd().split('\n');
const values = (field: string) =>
  lines.filter((line) => line.startsWith(`${field}: `)).map((line) => line.slice(field.length + 2));

it('security.txt has one way to report and one day on which it ends, at most a year ahead', () => {
  expect(values('Contact').length).toBeGreaterThan(0);
  for (const contact of values('Contact')) expect(contact).toMatch(/^(?:https:\/\/|mailto:|tel:)\S+$/);
  expect(values('Expires')).toHaveLength(1);
  expect(values('Expires')[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  expect(Date.parse(values('Expires')[0] ?? '') - Date.now()).toBeLessThanOrEqual(366 * DAY);
  expect(values('Preferred-Languages')).toEqual(['en']);
  expect(lines.filter((line) => !/^(?:Contact|Expires|Preferred-Languages|Canonical|Policy): \S/.test(line))).toEqual(
    [],
  );
});

it('security.txt is good for 60 more days: read it again, set a new day and build', () => {
  expect(Date.parse(values('Expires')[0] ?? '') - Date.now()).toBeGreaterThan(60 * DAY);
});
