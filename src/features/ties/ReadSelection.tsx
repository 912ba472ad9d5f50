import { MARK_NAME } from '../../coverage/answers/markName.ts';
import type { Desk } from '../../coverage/desk.ts';
import css from './ties.module.css';

/** `mark` is the tie or the actor that is chosen. */
type Props = { desk: Desk; mark: string; counts: string };

/** With a tie or an actor chosen, the way to its words in place of the counts of the panel, so that choosing moves nothing. */
export default function ReadSelection({ desk, mark, counts }: Props) {
  return (
    <button
      className={css.read}
      data-screen-only=""
      title={counts}
      data-focus={`read:${mark}`}
      onClick={() => desk.onOpen({ mark, passage: 1 })}
      type="button"
    >
      Read<span className="vh"> its passages: {desk.answer(MARK_NAME, { mark })}</span>
    </button>
  );
}
