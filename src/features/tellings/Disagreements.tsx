import { startTransition, useState } from 'react';
import { DISAGREEMENTS, type DisagreementRow, type Voices } from '../../coverage/answers/disagreements.ts';
import type { TellingRow, TellingsAnswer } from '../../coverage/answers/tellings.ts';
import type { Desk } from '../../coverage/desk.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Rest } from '../../ui/Rest.tsx';
import { Words } from '../../ui/Words.tsx';
import { FlagNote } from './FlagNote.tsx';
import { Place } from './Place.tsx';
import css from './tellings.module.css';

/** Disagreements that stand there at once, and how many more each asking brings. */
const FIRST = 20;

const ABOUT: Record<DisagreementRow['about'], string> = {
  speaker: 'Speaker',
  day: 'Day',
  contradiction: 'Contradiction',
  spelling: 'Spelling',
};

/** What the two articles do not tell alike, as a short list: what it is about, and each article's words. */
export function Disagreements({ desk, tellings }: { desk: Desk; tellings: TellingsAnswer }) {
  const { a, b, disagreements } = tellings;
  const [limit, setLimit] = useState(FIRST);
  const rows = desk.answer(DISAGREEMENTS, { pair: [a.id, b.id], rows: limit });
  return (
    <>
      <ul className={css.differ}>
        {rows.map((one) => (
          <li key={one.key}>
            <div>
              <h3>{ABOUT[one.about]}</h3>
              <p className={one.about === 'speaker' ? css.text : undefined}>
                <Words>{one.what}</Words>
              </p>
              {one.flags.map((flag) => (
                <FlagNote desk={desk} flag={flag} focusKey={one.key} key={flag.id} />
              ))}
            </div>
            <VoicesOf desk={desk} focusKey={one.key} of={one.a} telling={a} />
            <VoicesOf desk={desk} focusKey={one.key} of={one.b} telling={b} />
          </li>
        ))}
      </ul>
      <Rest
        count={disagreements - rows.length}
        onMore={() => startTransition(() => setLimit(limit + FIRST))}
        step={FIRST}
        what="disagreements"
      />
    </>
  );
}

type Props = { desk: Desk; telling: TellingRow; of: Voices; focusKey: string };

function VoicesOf({ desk, telling, of: { voices, inAll }, focusKey }: Props) {
  if (voices.length === 0)
    return (
      <p className={css.silent}>
        <Badge place={telling.place} text={telling.badge} /> – <span>nothing marked</span>
      </p>
    );
  return (
    <ul className={css.voices}>
      {voices.map(({ words, remark, number, opened }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the voices of a disagreement never change their order
        <li className={css.row} key={index}>
          <Place
            desk={desk}
            focusKey={`${focusKey}:${telling.id}:${index}`}
            number={number}
            opened={opened}
            telling={telling}
          />
          <span>
            {words !== null && (
              <span className={css.text}>
                “<Words>{words}</Words>”
              </span>
            )}{' '}
            <span className={css.remark}>
              {remark.map((part, at) =>
                // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a remark never change their order
                typeof part === 'string' ? part : <Words key={at}>{part.name}</Words>,
              )}
            </span>
          </span>
        </li>
      ))}
      {inAll > voices.length && <li className={css.row}>and {inAll - voices.length} more</li>}
    </ul>
  );
}
