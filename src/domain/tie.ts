import { once } from './once.ts';
import type { Relation } from './relation.ts';
import { isSlug, type Slug } from './slug.ts';

export const TIE_KINDS = ['cooperation', 'conflict', 'talks', 'mediation'] as const;
/** What the screen calls the kind of a relation. */
export type TieKind = (typeof TIE_KINDS)[number];

const COOPERATION: readonly string[] = ['AGREE', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT'];

/** The kind of a relation. PLOVER's printed scores are not used: ACCUSE has the wrong sign there. */
export function tieKind(relation: Pick<Relation, 'event' | 'mediator'>): TieKind {
  if (relation.mediator) return 'mediation';
  if (relation.event === 'CONSULT') return 'talks';
  return COOPERATION.includes(relation.event) ? 'cooperation' : 'conflict';
}

/**
 * One line of the network: a kind between two ends. `to` is empty for a mutual tie, whose two actors are both in `from`;
 * a mediation runs from one actor to the two it stands between.
 */
export type TieEnds = { kind: TieKind; from: Slug[]; to: Slug[] };

/** The name of a tie in a link: `talks_china~united-states`, `conflict_united-states_north-korea`. */
export type TieKey = string;

/** Writes the name of a tie; the order of mutual ends, and of the two sides of a mediation, does not matter. */
export function tieKey({ kind, from, to }: TieEnds): TieKey {
  const ends = [...from].sort().join('~');
  return to.length === 0 ? `${kind}_${ends}` : `${kind}_${ends}_${[...to].sort().join('~')}`;
}

/** Reads the name of a tie; null when it is not one. Says nothing about whether a corpus has such a tie. */
export function readTieKey(key: TieKey): TieEnds | null {
  const [kindText, fromText, toText, ...rest] = key.split('_');
  const kind = TIE_KINDS.find((known) => known === kindText);
  if (!kind || fromText === undefined || rest.length > 0) return null;
  const from = fromText.split('~');
  const to = toText === undefined ? [] : toText.split('~');
  const ends = [...from, ...to];
  if (!ends.every(isSlug) || new Set(ends).size !== ends.length) return null;
  const counts =
    kind === 'mediation'
      ? from.length === 1 && to.length >= 2
      : to.length === 0
        ? from.length === 2
        : from.length === 1 && to.length === 1;
  const tie = { kind, from, to };
  return counts && tieKey(tie) === key ? tie : null;
}

function pairs(ids: Slug[]): Slug[][] {
  return ids.flatMap((a, index) => ids.slice(index + 1).map((b) => [a, b]));
}

/** The ties that a relation draws: every actor with every recipient, or every pair of a joint relation. Talks are always mutual. */
export function tiesOf(relation: Relation): TieEnds[] {
  const kind = tieKind(relation);
  const { actors, recipients } = relation;
  if (kind === 'mediation') return actors.map((actor) => ({ kind, from: [actor], to: [...recipients].sort() }));
  if (recipients.length === 0) return pairs(actors).map((from) => ({ kind, from: from.sort(), to: [] }));
  return actors.flatMap((actor) =>
    recipients.map((recipient) =>
      kind === 'talks' ? { kind, from: [actor, recipient].sort(), to: [] } : { kind, from: [actor], to: [recipient] },
    ),
  );
}

/** A tie with its name. */
export type NamedTie = { ends: TieEnds; key: TieKey };

/** By the list of actors, which a relation shares with itself where only some of its passages are left. */
const keptFor = once((_: readonly Slug[]) => ({ ties: null as NamedTie[] | null }));

/** The ties that a relation draws, with their names. Computed once for a relation, also where only some of its passages are left. */
export function namedTies(relation: Relation): NamedTie[] {
  const kept = keptFor(relation.actors);
  kept.ties ??= tiesOf(relation).map((ends) => ({ ends, key: tieKey(ends) }));
  return kept.ties;
}
