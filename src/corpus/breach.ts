import type { Problem } from './problem.ts';

/** Appends to the list that a map holds under a key. */
export function addTo<T>(groups: Map<string, T[]>, key: string, value: T): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

/** Notes that a rule of annotation does not hold at a place. */
export function refuse(problems: Problem[], path: string, expected: string, found: string): void {
  problems.push({ code: 'broken-rule', path, expected, found });
}
