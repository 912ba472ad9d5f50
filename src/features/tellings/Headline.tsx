import { Fragment, useState } from 'react';
import type { Desk } from '../../coverage/desk.ts';
import { actorName } from '../../domain/corpus.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Isolated } from '../../ui/Isolated.tsx';
import { Rest } from '../../ui/Rest.tsx';
import { Stacks } from '../../ui/Stacks.tsx';
import { Words } from '../../ui/Words.tsx';
import { FlagNote } from './FlagNote.tsx';
import { type Backing, type BackingGroup, backingGroups, type HeadlineCheck } from './headline.ts';
import type { Telling } from './model.ts';
import { Place } from './Place.tsx';
import css from './tellings.module.css';

/** Passages of a group, groups and flags that stand there at once, and how many more each asking brings. */
const FIRST = 12;

type Props = { desk: Desk; telling: Telling };

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
export function Headline({ desk, telling }: Props) {
  const { article, place, headline } = telling;
  const groups = backingGroups(headline);
  return (
    <section className={css.headline}>
      <h3>
        <Badge place={place} text={article.badge} /> <Words>{article.headline}</Words>
      </h3>
      <Verdict check={headline} desk={desk} />
      {headline.flags.slice(0, FIRST).map((flag) => (
        <FlagNote desk={desk} flag={flag} focusKey={`headline:${article.id}`} key={flag.id} />
      ))}
      {groups.length > 0 && (
        <dl className={css.backing}>
          {groups.slice(0, FIRST).map((group) => (
            <Group desk={desk} group={group} key={group.key} telling={telling} />
          ))}
        </dl>
      )}
      {groups.length > FIRST && (
        <p className={css.verdict}>{groups.length - FIRST} more groups of passages share less.</p>
      )}
    </section>
  );
}

/** What the rule looked for and did not find, in words that claim no more than the rule knows. */
function Verdict({ check, desk }: { check: HeadlineCheck; desk: Desk }) {
  const { words, actors, backing, missing, unquoted } = check;
  if (words.length === 0)
    return <p className={css.verdict}>Beside names, the headline has no word to look for in the body.</p>;
  const most = Math.max(0, ...backing.map(({ shares }) => shares.length));
  return (
    <p className={css.verdict}>
      {backing.length === 0 ? (
        <b>No sentence of this article says it, as far as words can tell.</b>
      ) : (
        most < words.length && (
          <b>
            No marked passage has {words.length === 2 ? 'both' : `all ${words.length}`} words:{' '}
            <List of={words.map(({ shown }) => shown)} />.
          </b>
        )
      )}{' '}
      {missing.length + unquoted.length > 0 && (
        <>
          Nowhere in the body: <List of={missing.map(({ shown }) => shown)} />
          {missing.length > 0 && unquoted.length > 0 && ', '}
          <List of={unquoted.map((quoted) => `“${quoted}”`)} />.{' '}
        </>
      )}
      <span className={css.rule}>
        Looked for in marked passages where{' '}
        {actors.length === 0 ? 'anyone' : <List of={actors.map((id) => actorName(desk.whole, id))} />}
        {actors.length > 0 && ', or one of their side,'} speaks or acts.
      </span>
    </p>
  );
}

function Group({ desk, telling, group }: Props & { group: BackingGroup }) {
  const { words, byTie, rows } = group;
  const [limit, setLimit] = useState(FIRST);
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
        {rows.slice(0, limit).map((row) => (
          <Row desk={desk} key={row.key} row={row} telling={telling} />
        ))}
        <Rest count={rows.length - limit} onMore={() => setLimit(limit + FIRST)} step={FIRST} what="passages" />
      </dd>
    </div>
  );
}

function Row({ desk, telling, row }: Props & { row: Backing }) {
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
          {row.speaker !== null && <Words>{actorName(desk.whole, row.speaker)}</Words>}
          {row.unsettled && 'speaker not settled'}
          {row.shares.length === 0 && (
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
