import { actorName } from '../../domain/corpus.ts';
import type { Desk } from '../../domain/desk.ts';
import type { TieKey } from '../../domain/tie.ts';
import { type TieRow, tieSentence } from './model.ts';
import css from './ties.module.css';

/** The way from a chosen tie or actor to its words. It stands in the panel's heading, so that choosing moves nothing. */
export function ReadSelection({ desk, present }: { desk: Desk; present: Map<TieKey, TieRow> }) {
  const { filters, whole, onOpen } = desk;
  const [tie] = filters.ties.flatMap((key) => present.get(key) ?? []);
  const mark = tie?.key ?? filters.actors[0];
  if (mark === undefined) return null;
  const name = tie ? tieSentence(tie, whole) : actorName(whole, mark);
  return (
    <button className={css.read} data-focus={`read:${mark}`} onClick={() => onOpen({ mark, passage: 1 })} type="button">
      Read<span className="vh"> the passages of {name}</span>
    </button>
  );
}
