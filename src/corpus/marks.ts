import { isChecked, type Mark } from '../domain/mark.ts';
import { LEAST_SURE } from '../domain/markWords.ts';
import type { Speaker } from '../domain/statement.ts';
import { refuse } from './breach.ts';
import { type Problem, step } from './problem.ts';
import type { Shaped } from './shape.ts';

/** The lists whose items somebody made: a person, or a machine. */
const MADE = ['statements', 'relations', 'venues', 'events', 'flags', 'actors', 'places'] as const;

type Made = { mark: Mark; speaker?: Speaker };

/**
 * A machine that is more likely wrong than right leaves it open: what it claims below 50 is a statement without a speaker, until a person
 * has checked it. A file that no program made has nothing that a machine says.
 */
export function checkMarks({ lists, byHand }: Shaped, problems: Problem[]): void {
  for (const name of MADE) {
    for (const { item, path } of lists[name] as { item: Made; path: string }[]) {
      const { mark, speaker } = item;
      if (mark.by === 'person') continue;
      if (byHand) refuse(problems, step(path, 'mark'), '"person", since "made" names no program', '"machine"');
      if (isChecked(mark) || mark.sure >= LEAST_SURE || speaker?.status === 'unresolved') continue;
      if (speaker)
        refuse(
          problems,
          step(step(path, 'speaker'), 'status'),
          `"unresolved", since a machine is less than ${LEAST_SURE} sure and nobody has checked it`,
          `"${speaker.status}"`,
        );
      else
        refuse(
          problems,
          step(step(path, 'mark'), 'sure'),
          `at least ${LEAST_SURE}, since nobody has checked it`,
          String(mark.sure),
        );
    }
  }
}
