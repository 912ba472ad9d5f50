import { actorName } from '../../domain/corpus.ts';
import { tieSentence } from '../../domain/tieNames.ts';
import { tieRows } from '../../domain/tieRows.ts';
import type { Question } from '../coverage.ts';

/** What a tie or an actor is called: a tie of the selection by its sentence. */
export const MARK_NAME: Question<{ mark: string }, string> = {
  name: 'mark-name',
  answer: ({ whole, slice }, { mark }) => {
    const tie = tieRows(slice).find(({ key }) => key === mark);
    return tie ? tieSentence(tie, whole) : actorName(whole, mark);
  },
};
