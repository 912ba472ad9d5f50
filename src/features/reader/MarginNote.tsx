import type { StatementNote } from '../../coverage/answers/reading/annotated.ts';
import type { Desk } from '../../coverage/desk.ts';
import { isChecked } from '../../domain/mark.ts';
import { doubtOf, reasonsOf } from '../../domain/signWords.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Sign } from '../../ui/Sign.tsx';
import { Words } from '../../ui/Words.tsx';
import css from './reader.module.css';

const CHECKED = { accepted: 'checked', corrected: 'corrected', bulk: 'accepted with others', none: 'not checked' };

/**
 * What stands beside a statement in the margin: whether a person has checked it, and of what nobody has, how sure the machine is, in a
 * word, and why. Words without a speaker are not settled, however sure it is of that.
 */
export function MarginNote({ note, desk }: { note: StatementNote; desk: Desk }) {
  const { id, mark, unsettled, words } = note;
  const checked = isChecked(mark);
  const reasons = reasonsOf(mark);
  return (
    <li className={css.note} data-open={checked ? undefined : ''}>
      <button data-focus={`note:${id}`} onClick={() => desk.onOpen({ mark: id, passage: 1 })} type="button">
        <b>
          <Sign checked={checked} said={false} /> {mark.by === 'person' ? 'by a person' : CHECKED[mark.review]}
        </b>{' '}
        {unsettled && (
          <span className={css.unsettled}>
            <Icon name="unresolved" size={12} /> not settled
          </span>
        )}{' '}
        {mark.by === 'machine' && !checked && (
          <span>
            {doubtOf(mark.sure)}
            {reasons !== '' && `: ${reasons}`}
          </span>
        )}
        <span className="vh">
          : “<Words>{words}</Words>”
        </span>
      </button>
    </li>
  );
}
