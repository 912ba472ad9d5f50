import type { Filters } from '../domain/filters.ts';
import type { Question, Selection } from './coverage.ts';

/** Selections of a coverage that are kept: what was shown before is there at once when one goes back. */
const KEPT = 12;

/** Forgets what was put in first, beyond so many. */
function trim(map: Map<string, unknown>, most: number): void {
  for (const key of map.keys()) if (map.size > most) map.delete(key);
}

/** Keeps the last selections by their filters, and in each what has been answered; `open` makes one that does not keep anything. */
export function keptSelections(open: (filters: Filters) => Selection): (filters: Filters) => Selection {
  const kept = new Map<string, Selection>();
  return (filters) => {
    const key = JSON.stringify(filters);
    const selection = kept.get(key) ?? answeredOnce(open(filters));
    // What was asked for last stands last.
    kept.delete(key);
    kept.set(key, selection);
    trim(kept, KEPT);
    return selection;
  };
}

/** Answers that a selection keeps: each text that is searched for is a question. */
const KEPT_ANSWERS = 100;

/** A selection that answers each question once; one that fails is asked again. */
function answeredOnce(selection: Selection): Selection {
  const answers = new Map<string, unknown>();
  return {
    ask: <Wants, Answer>(question: Question<Wants, Answer>, wants: Wants) => {
      if (question.passing) return selection.ask(question, wants);
      const key = `${question.name} ${JSON.stringify(wants)}`;
      if (answers.has(key)) return answers.get(key) as Answer | Promise<Answer>;
      const answer = selection.ask(question, wants);
      answers.set(key, answer);
      trim(answers, KEPT_ANSWERS);
      if (answer instanceof Promise)
        answer.then(
          // What React reads of a promise: a component that uses a settled one need not wait again. The promise stays, since a component
          // that is drawn again after waiting has to use what it used before.
          (value) => Object.assign(answer, { status: 'fulfilled', value }),
          () => answers.delete(key),
        );
      return answer;
    },
  };
}
