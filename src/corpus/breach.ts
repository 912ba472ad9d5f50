import type { Problem } from './problem.ts';

/** Notes that a rule of annotation does not hold at a place. */
export function refuse(problems: Problem[], path: string, expected: string, found: string): void {
  problems.push({ code: 'broken-rule', path, expected, found });
}
