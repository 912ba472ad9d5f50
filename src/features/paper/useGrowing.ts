import { useEffect, useState } from 'react';
import type { Edition } from '../../coverage/answers/edition.ts';
import { MOST_NOTES } from '../../coverage/answers/footnotes.ts';

/** Rows that are drawn at once, and of more than that, how many of each kind are drawn each time. */
const AT_ONCE = 500;
const STEP = 25;

/** How many rows of everything are drawn: all at once, or more and more, so that drawing them is no long task. */
export function useGrowing(gradually: boolean, edition: Edition): number {
  const [grown, setGrown] = useState({ edition, limit: STEP });
  const limit = grown.edition === edition ? grown.limit : STEP;
  const { settled, unresolved, ties, venues, events, flags, notes, sources } = edition;
  const lists = [settled, unresolved, ties, venues, events, notes, sources, ...flags.map((group) => group.flags)];
  const few = lists.reduce((sum, { length }) => sum + length, 0) <= AT_ONCE;
  const done = !gradually || few || lists.every(({ length }) => length <= limit);
  useEffect(() => {
    if (done) return;
    const timer = setTimeout(() => setGrown({ edition, limit: limit + STEP }), 0);
    return () => clearTimeout(timer);
  }, [done, edition, limit]);
  return done ? MOST_NOTES : limit;
}

/** The first rows of everything in an edition, for a screen that draws it bit by bit. */
export function firstOf(edition: Edition, limit: number): Edition {
  const cut = <T>(rows: T[]) => (rows.length > limit ? rows.slice(0, limit) : rows);
  const { settled, unresolved, ties, venues, events, flags, notes, sources } = edition;
  return {
    ...edition,
    settled: cut(settled),
    unresolved: cut(unresolved),
    ties: cut(ties),
    venues: cut(venues),
    events: cut(events),
    flags: flags.map((group) => ({ ...group, flags: cut(group.flags) })),
    notes: cut(notes),
    sources: cut(sources),
  };
}
