import type { ReadProblem } from '../../reader/read/article.ts';

/** Ends a run without a file having been written; `exit` is what the shell is told. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly problems: readonly ReadProblem[];
  readonly exit: number;
  constructor(exit: number, ...problems: readonly ReadProblem[]) {
    super(problems[0]?.code ?? 'failed');
    this.problems = problems;
    this.exit = exit;
  }
}

/** The code of an error of the system, such as ENOENT; empty for others. */
export function systemCode(error: unknown): string {
  const { code } = Object(error) as { code?: unknown };
  return typeof code === 'string' ? code : '';
}
