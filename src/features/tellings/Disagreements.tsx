import { useState } from 'react';
import type { Desk } from '../../coverage/desk.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Rest } from '../../ui/Rest.tsx';
import { Words } from '../../ui/Words.tsx';
import type { Disagreement, Voice } from './disagreement.ts';
import { FlagNote } from './FlagNote.tsx';
import type { Telling, Tellings } from './model.ts';
import { Place } from './Place.tsx';
import css from './tellings.module.css';

/** Disagreements that stand there at once, and how many more each asking brings. */
const FIRST = 20;
/** Voices of an article, and flags, that one of them shows. */
const MOST = 12;

const ABOUT: Record<Disagreement['about'], string> = {
  speaker: 'Speaker',
  day: 'Day',
  contradiction: 'Contradiction',
  spelling: 'Spelling',
};

/** What the two articles do not tell alike, as a short list: what it is about, and each article's words. */
export function Disagreements({ desk, tellings }: { desk: Desk; tellings: Tellings }) {
  const { a, b, disagreements } = tellings;
  const [limit, setLimit] = useState(FIRST);
  return (
    <>
      <ul className={css.differ}>
        {disagreements.slice(0, limit).map((one) => (
          <li key={one.key}>
            <div>
              <h3>{ABOUT[one.about]}</h3>
              <p className={one.about === 'speaker' ? css.text : undefined}>
                <Words>{one.what}</Words>
              </p>
              {one.flags.slice(0, MOST).map((flag) => (
                <FlagNote desk={desk} flag={flag} focusKey={one.key} key={flag.id} />
              ))}
            </div>
            <Voices desk={desk} focusKey={one.key} telling={a} voices={one.a} />
            <Voices desk={desk} focusKey={one.key} telling={b} voices={one.b} />
          </li>
        ))}
      </ul>
      <Rest
        count={disagreements.length - limit}
        onMore={() => setLimit(limit + FIRST)}
        step={FIRST}
        what="disagreements"
      />
    </>
  );
}

type Props = { desk: Desk; telling: Telling; voices: Voice[]; focusKey: string };

function Voices({ desk, telling, voices, focusKey }: Props) {
  const { article, place } = telling;
  if (voices.length === 0)
    return (
      <p className={css.silent}>
        <Badge place={place} text={article.badge} /> – <span>nothing marked</span>
      </p>
    );
  return (
    <ul className={css.voices}>
      {voices.slice(0, MOST).map(({ words, remark, number, opened }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the voices of a disagreement never change their order
        <li className={css.row} key={index}>
          <Place
            desk={desk}
            focusKey={`${focusKey}:${article.id}:${index}`}
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
      {voices.length > MOST && <li className={css.row}>and {voices.length - MOST} more</li>}
    </ul>
  );
}
