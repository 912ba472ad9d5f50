import { actorName } from '../../domain/corpus.ts';
import type { Desk } from '../../domain/desk.ts';
import type { TieKey } from '../../domain/tie.ts';
import ui from '../../ui/ui.module.css';
import { Words } from '../../ui/Words.tsx';
import { type TieRow, tieSentence } from './model.ts';
import css from './ties.module.css';

/** The way from a chosen tie or actor to its words. */
export function ReadSelection({ desk, present }: { desk: Desk; present: Map<TieKey, TieRow> }) {
  const { filters, whole, onOpen } = desk;
  const [tie] = filters.ties.flatMap((key) => present.get(key) ?? []);
  const [actor] = filters.actors;
  if (!tie && actor === undefined) return null;
  const mark = tie ? tie.key : (actor ?? '');
  return (
    <p className={css.selection}>
      <Words>{tie ? tieSentence(tie, whole) : actorName(whole, mark)}</Words>
      <button
        className={ui.button}
        data-focus={`read:${mark}`}
        onClick={() => onOpen({ mark, passage: 1 })}
        type="button"
      >
        Read the passages
      </button>
    </p>
  );
}
