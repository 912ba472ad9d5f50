import type { Filters } from '../domain/filters.ts';
import type { Question, Selection } from './coverage.ts';

/** Selections of a coverage that are kept: what was shown before is there at once when one goes back. */
const KEPT = 12;

/** Keeps the last selections by their filters, and in each what has been answered; `open` makes one that does not keep anything. */
export function keptSelections(open: (filters: Filters) => Selection): (filters: Filters) => Selection {
  const kept = new Map<string, Selection>();
  return (filters) => {
    const key = JSON.stringify(filters);
    const selection = kept.get(key) ?? answeredOnce(open(filters));
    // What was asked for last stands last.
    kept.delete(key);
    kept.set(key, selection);
    for (const [oldest] of kept) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
    return selection;
  };
}

/** A selection that answers each question once. A promise makes room for its answer, so that who asks again need not wait; one that fails is asked again. */
function answeredOnce(selection: Selection): Selection {
  const answers = new Map<string, unknown>();
  return {
    ask: <Wants, Answer>(question: Question<Wants, Answer>, wants: Wants) => {
      const key = `${question.name} ${JSON.stringify(wants)}`;
      if (answers.has(key)) return answers.get(key) as Answer | Promise<Answer>;
      const answer = selection.ask(question, wants);
      answers.set(key, answer);
      if (answer instanceof Promise)
        answer.then(
          (settled) => answers.set(key, settled),
          () => answers.delete(key),
        );
      return answer;
    },
  };
}
