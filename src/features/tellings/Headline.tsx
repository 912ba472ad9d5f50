import { Fragment, startTransition, useState } from 'react';
import {
  type BackingRow,
  type BackingRows,
  FIRST_BACKING,
  HEADLINE,
  type HeadlineAnswer,
} from '../../coverage/answers/headline.ts';
import type { TellingRow } from '../../coverage/answers/tellings.ts';
import type { Desk } from '../../coverage/desk.ts';
import type { Pair } from '../../domain/view.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Isolated } from '../../ui/Isolated.tsx';
import { Rest } from '../../ui/Rest.tsx';
import { Stacks } from '../../ui/Stacks.tsx';
import { Words } from '../../ui/Words.tsx';
import { FlagNote } from './FlagNote.tsx';
import { Place } from './Place.tsx';
import css from './tellings.module.css';

type Props = { desk: Desk; telling: TellingRow };

/** A list of corpus words in a sentence: each isolated, with commas between. */
function List({ of }: { of: readonly string[] }) {
  return [...new Set(of)].map((word, index) => (
    <span key={word}>
      {index > 0 && ', '}
      <Words>{word}</Words>
    </span>
  ));
}

/** A headline, and by a plain rule what the body of its article has of it. */
export function Headline({ desk, telling, pair }: Props & { pair: Pair }) {
  const { id, badge, place, headline } = telling;
  const [rows, setRows] = useState<Record<string, number>>({});
  const check = desk.answer(HEADLINE, { pair, article: id, rows });
  if (!check) return null;
  const { flags, groups, groupsInAll } = check;
  return (
    <section className={css.headline}>
      <h3>
        <Badge place={place} text={badge} /> <Words>{headline}</Words>
      </h3>
      <Verdict check={check} />
      {flags.map((flag) => (
        <FlagNote desk={desk} flag={flag} focusKey={`headline:${id}`} key={flag.id} />
      ))}
      {groups.length > 0 && (
        <dl className={css.backing}>
          {groups.map((group) => (
            <Group
              desk={desk}
              group={group}
              key={group.key}
              onMore={() => startTransition(() => setRows({ ...rows, [group.key]: group.rows.length + FIRST_BACKING }))}
              telling={telling}
            />
          ))}
        </dl>
      )}
      {groupsInAll > groups.length && (
        <p className={css.verdict}>{groupsInAll - groups.length} more groups of passages share less.</p>
      )}
    </section>
  );
}

/** What the rule looked for and did not find, in words that claim no more than the rule knows. */
function Verdict({ check }: { check: HeadlineAnswer }) {
  const { words, most, actors, groupsInAll, missing, unquoted } = check;
  if (words.length === 0)
    return <p className={css.verdict}>Beside names, the headline has no word to look for in the body.</p>;
  return (
    <p className={css.verdict}>
      {groupsInAll === 0 ? (
        <b>No sentence of this article says it, as far as words can tell.</b>
      ) : (
        most < words.length && (
          <b>
            No marked passage has {words.length === 2 ? 'both' : `all ${words.length}`} words: <List of={words} />.
          </b>
        )
      )}{' '}
      {missing.length + unquoted.length > 0 && (
        <>
          Nowhere in the body: <List of={missing} />
          {missing.length > 0 && unquoted.length > 0 && ', '}
          <List of={unquoted.map((quoted) => `“${quoted}”`)} />.{' '}
        </>
      )}
      <span className={css.rule}>
        Looked for in marked passages where {actors.length === 0 ? 'anyone' : <List of={actors} />}
        {actors.length > 0 && ', or one of their side,'} speaks or acts.
      </span>
    </p>
  );
}

function Group({ desk, telling, group, onMore }: Props & { group: BackingRows; onMore: () => void }) {
  const { words, byTie, rows, inAll } = group;
  return (
    <div>
      <dt>
        {words.length > 0 && (
          <p>
            shares the {words.length === 1 ? 'word' : 'words'}{' '}
            <b>
              <List of={words} />
            </b>
          </p>
        )}
        {byTie.length > 0 && (
          <p>
            shares, as a marked tie,{' '}
            <b>
              <List of={byTie} />
            </b>
          </p>
        )}
        {words.length + byTie.length === 0 && <p>shares only a topic</p>}
      </dt>
      <dd>
        {rows.map((row) => (
          <Row desk={desk} key={row.key} row={row} telling={telling} />
        ))}
        <Rest count={inAll - rows.length} onMore={onMore} step={FIRST_BACKING} what="passages" />
      </dd>
    </div>
  );
}

function Row({ desk, telling, row }: Props & { row: BackingRow }) {
  return (
    <p className={css.row}>
      <Place desk={desk} focusKey={`headline:${row.key}`} number={row.number} opened={row.opened} telling={telling} />
      <span>
        <Isolated className={css.text} text={row.runs.map(({ text }) => text).join('')}>
          {row.runs.map(({ text, shared }, index) => {
            const words = <Stacks text={text} />;
            // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a passage never change their order
            return <Fragment key={index}>{shared ? <b>{words}</b> : words}</Fragment>;
          })}
          {row.damage === 'truncated' && ' …'}
        </Isolated>{' '}
        <span className={css.by}>
          {row.speaker !== null && <Words>{row.speaker}</Words>}
          {row.unsettled && 'speaker not settled'}
          {row.topics.length > 0 && (
            <>
              , topic: <List of={row.topics} />
            </>
          )}
        </span>
        {row.damage !== null && (
          <span className={css.damage}>
            <Icon name="warning" size={12} /> {row.damage === 'truncated' ? 'cut off' : 'garbled'}
          </span>
        )}
      </span>
    </p>
  );
}
