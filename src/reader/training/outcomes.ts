import { speakerEvidence } from '../confidence.ts';
import type { Entity } from '../entity.ts';
import type { RawSpeech } from '../readSpeech.ts';
import type { Segmented } from '../segmented.ts';
import { contentSpans } from '../statementSpans.ts';
import type { Span } from '../types.ts';
import type { SignedOutcome } from './calibrate.ts';
import type { LabelledText, Offsets } from './labels.ts';
import { sameActor } from './learnPronouns.ts';

const covered = (spans: readonly Offsets[], others: readonly Span[]) =>
  spans.reduce(
    (sum, [start, end]) =>
      sum + others.reduce((n, other) => n + Math.max(0, Math.min(end, other.end) - Math.max(start, other.start)), 0),
    0,
  );
const sizeOf = (spans: readonly Span[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0);

/**
 * Compares what was read with the labels. `statements` tells of each statement whether a labelled one has its words and its speaker,
 * `speakers` of each that was found and has a speaker, whether that is the right one. Statements that are neither asked for nor
 * counted against are left out.
 */
export function outcomesOf(
  doc: LabelledText,
  segmented: Segmented,
  raw: RawSpeech,
): { statements: SignedOutcome[]; speakers: SignedOutcome[] } {
  const taken = new Set<number>();
  const statements: SignedOutcome[] = [];
  const speakers: SignedOutcome[] = [];
  for (const [i, rough] of raw.statements.entries()) {
    const evidence = raw.evidence[i] as number[];
    const spans = contentSpans(segmented, rough.content);
    const fits = doc.statements.flatMap((statement, at) => {
      const shared = covered(statement.content, spans);
      const size = statement.content.reduce((sum, [start, end]) => sum + end - start, 0);
      const found = shared > 0.3 * size && shared > 0.3 * sizeOf(spans) && !taken.has(at);
      return found ? [{ statement, at, share: shared / (size + sizeOf(spans) - shared) }] : [];
    });
    const [best] = fits.sort((a, b) => b.share - a.share);
    if (!best) {
      statements.push({ at: i, evidence, right: false });
      continue;
    }
    taken.add(best.at);
    const { statement } = best;
    if (statement.optional || statement.nested) continue;
    const entity: Entity | null = raw.attributions[i]?.entity ?? null;
    const { speaker } = statement;
    const actor = speaker.status === 'unresolved' ? undefined : doc.actors.find(({ id }) => id === speaker.actor);
    const right = entity !== null && actor !== undefined && sameActor(entity, actor);
    statements.push({ at: i, evidence, right });
    if (entity) speakers.push({ at: i, evidence: speakerEvidence(evidence), right });
  }
  return { statements, speakers };
}
