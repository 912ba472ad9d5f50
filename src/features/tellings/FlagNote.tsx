import type { FlagRemark } from '../../coverage/answers/tellings/flagRemarks.ts';
import type { Desk } from '../../coverage/desk.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Words } from '../../ui/Words.tsx';
import css from './tellings.module.css';

type Props = { desk: Desk; flag: FlagRemark; focusKey: string };

/** What the corpus remarks on a flaw of the text, after the letter of its article where it is of one only; opens the reader there. */
export function FlagNote({ desk, flag, focusKey }: Props) {
  return (
    <p className={css.flagged}>
      <Icon name="warning" size={12} />
      <button
        data-focus={`tellings:${focusKey}:${flag.id}`}
        onClick={() => desk.onOpen({ mark: flag.id, passage: 1 })}
        type="button"
      >
        {flag.badge !== null && (
          <>
            <Words>{flag.badge}</Words>:{' '}
          </>
        )}
        <Words>{flag.note}</Words>
      </button>
    </p>
  );
}
