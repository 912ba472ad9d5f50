import type { TellingRow } from '../../coverage/answers/tellings.ts';
import type { Desk } from '../../coverage/desk.ts';
import type { Opened } from '../../domain/view.ts';
import { Badge } from '../../ui/Badge.tsx';
import css from './tellings.module.css';

type Props = { desk: Desk; telling: TellingRow; number: number; opened: Opened | null; focusKey: string };

/** A paragraph by its article's letter and its number: a button that opens the reader there, plain where nothing in it is marked. */
export function Place({ desk, telling, number, opened, focusKey }: Props) {
  const name = (
    <>
      <Badge place={telling.place} text={telling.badge} /> <span className="num">{number}</span>
    </>
  );
  if (!opened) return <span className={css.place}>{name}</span>;
  return (
    <button className={css.place} data-focus={`tellings:${focusKey}`} onClick={() => desk.onOpen(opened)} type="button">
      {name} <span className="vh">— read it in the article</span>
    </button>
  );
}
