import type { Desk } from '../../coverage/desk.ts';
import { actorName } from '../../domain/corpus.ts';
import type { TieRow } from './model.ts';
import css from './ties.module.css';
import { tieSentence } from './tieWords.ts';

type Props = {
  desk: Desk;
  /** The tie that is chosen, or undefined, and its name or that of the actor. */
  tie: TieRow | undefined;
  mark: string;
  counts: string;
};

/** With a tie or an actor chosen, the way to its words in place of the counts of the panel, so that choosing moves nothing. */
export default function ReadSelection({ desk: { whole, onOpen }, tie, mark, counts }: Props) {
  const name = tie ? tieSentence(tie, whole) : actorName(whole, mark);
  return (
    <button
      className={css.read}
      data-screen-only=""
      title={counts}
      data-focus={`read:${mark}`}
      onClick={() => onOpen({ mark, passage: 1 })}
      type="button"
    >
      Read<span className="vh"> its passages: {name}</span>
    </button>
  );
}
