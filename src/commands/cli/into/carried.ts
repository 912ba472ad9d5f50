import type { DatedEvent } from '../../../domain/datedEvent.ts';
import type { Evidence } from '../../../domain/evidence.ts';
import type { Relation } from '../../../domain/relation.ts';
import type { Statement } from '../../../domain/statement.ts';
import type { TextFlag } from '../../../domain/textFlag.ts';
import type { Venue } from '../../../domain/venue.ts';
import { type Relocate, relocateAll } from './relocate.ts';

/** Words that a claim names are no longer there. */
class Gone extends Error {}

const one = (evidence: Evidence, relocate: Relocate): Evidence => {
  const found = relocate(evidence);
  if (!found) throw new Gone();
  return found;
};
const all = (passages: readonly Evidence[], relocate: Relocate): Evidence[] => {
  const found = relocateAll(passages, relocate);
  if (!found) throw new Gone();
  return found;
};

const statement = (item: Statement, relocate: Relocate): Statement => ({
  ...item,
  content: all(item.content, relocate),
  quoted: all(item.quoted, relocate),
  cue: all(item.cue, relocate),
  source: item.source && one(item.source, relocate),
  speaker:
    item.speaker.status === 'resolved'
      ? { ...item.speaker, because: all(item.speaker.because, relocate) }
      : item.speaker,
  relay: item.relay && { ...item.relay, evidence: one(item.relay.evidence, relocate) },
  said: item.said && { ...item.said, evidence: one(item.said.evidence, relocate) },
});
const withEvidence = <T extends Relation | DatedEvent>(item: T, relocate: Relocate): T => ({
  ...item,
  evidence: all(item.evidence, relocate),
});
const venue = (item: Venue, relocate: Relocate): Venue => ({
  ...item,
  claims: item.claims.map((claim) => ({ ...claim, evidence: all(claim.evidence, relocate) })),
  evidence: all(item.evidence, relocate),
});
const flag = (item: TextFlag, relocate: Relocate): TextFlag => ({ ...item, spans: all(item.spans, relocate) });

/** How a claim of each list is taken over to where its words stand now. */
export const CARRY = {
  statements: statement,
  relations: withEvidence<Relation>,
  venues: venue,
  events: withEvidence<DatedEvent>,
  flags: flag,
} as const;

/** A claim with its words where they stand now; null when any of them cannot be found for sure. */
export function carried<T>(item: T, carry: (item: T, relocate: Relocate) => T, relocate: Relocate): T | null {
  try {
    return carry(item, relocate);
  } catch (error) {
    if (error instanceof Gone) return null;
    throw error;
  }
}
