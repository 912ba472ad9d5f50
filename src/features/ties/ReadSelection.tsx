import { actorName } from '../../domain/corpus.ts';
import type { Desk } from '../../domain/desk.ts';
import type { TieKey } from '../../domain/tie.ts';
import { type TieRow, tieSentence } from './model.ts';
import css from './ties.module.css';

type Props = { desk: Desk; present: Map<TieKey, TieRow>; counts: string };

/** The counts of the panel; with a tie or an actor chosen, in their place the way to its words, so that choosing moves nothing. */
export function ReadSelection({ desk, present, counts }: Props) {
  const { filters, whole, onOpen } = desk;
  const [tie] = filters.ties.flatMap((key) => present.get(key) ?? []);
  const mark = tie?.key ?? filters.actors[0];
  if (mark === undefined) return counts;
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
