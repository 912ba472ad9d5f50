import { clip } from '../corpus/problem.ts';
import { SHOWN, type Shown } from '../coverage/answers/shown.ts';
import type { Desk } from '../coverage/desk.ts';
import type { UnknownValue } from '../domain/facets.ts';
import { pinDifferences } from '../domain/pinDifferences.ts';
import type { Embed } from '../domain/view.ts';
import { Words } from '../ui/Words.tsx';
import type { LinkNote } from '../url/link.ts';
import css from './embed.module.css';

/** Things left out of a link that are named before the rest is counted. */
const NAMED = 4;

/** What there is of a panel's things. The wall says by itself that there is nothing. */
const THINGS: Record<Embed, { one: string; list: keyof Shown['sizes'] } | null> = {
  quotes: null,
  ties: { one: 'tie', list: 'ties' },
  map: { one: 'place', list: 'venues' },
  timeline: { one: 'event', list: 'events' },
};

/** Says that nothing of what the panel shows passes the filters. */
function emptyNote(panel: Embed, { head, answer }: Desk): string | null {
  const things = THINGS[panel];
  if (things === null || head.sizes[things.list] === 0 || answer(SHOWN, null).sizes[things.list] > 0) return null;
  return `No ${things.one} passes the filters; what is pale is the rest of the coverage.`;
}

/** The state of the coverage that was pinned, where it is not this one. */
function pinNote({ head, view: { pin } }: Desk): string | null {
  const differences = pin === null ? [] : pinDifferences(pin, head);
  return differences.length === 0 ? null : `This was made on another state of the coverage: ${differences.join('; ')}.`;
}

type Props = { desk: Desk; panel: Embed; notes: LinkNote[]; unknown: UnknownValue[] };

/** What somebody who reads the embed has to know: another state of the coverage, what was left out of the link, an empty view. */
export function EmbedNotes({ desk, panel, notes, unknown }: Props) {
  const pinned = pinNote(desk);
  const empty = emptyNote(panel, desk);
  const left = [
    ...notes.map(({ param, found }) => ({ name: param, value: clip(found) })),
    ...unknown.map(({ facet, value }) => ({ name: facet, value: clip(value) })),
  ];
  if (pinned === null && empty === null && left.length === 0) return null;
  return (
    <div className={css.notes} role="status">
      {pinned !== null && (
        <p>
          <Words>{pinned}</Words>
        </p>
      )}
      {left.length > 0 && (
        <p>
          Left out of this link:{' '}
          {left.slice(0, NAMED).map(({ name, value }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what is left out of one link never changes its order
            <span key={index}>
              {index > 0 && ', '}“<Words>{value}</Words>” (<Words>{clip(name)}</Words>)
            </span>
          ))}
          {left.length > NAMED && ` and ${left.length - NAMED} more`}.
        </p>
      )}
      {empty !== null && <p>{empty}</p>}
    </div>
  );
}
