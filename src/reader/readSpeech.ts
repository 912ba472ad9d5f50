import { withInverted, withoutAppositions, withoutHearsay, withoutSource, withPassives } from './clauseOrder.ts';
import { evidenceOf, likely, speakerEvidence, sureness } from './confidence.ts';
import { withContentEdges } from './contentEdges.ts';
import { withoutDatelines } from './datelines.ts';
import { Entities } from './entities.ts';
import type { Entity } from './entity.ts';
import { type TokenFeatures, tokenFeatures } from './features.ts';
import { withFloating } from './float.ts';
import type { SpeechModel } from './modelFile.ts';
import { findNames } from './names.ts';
import { withoutNested, withoutOverlap } from './nest.ts';
import type { Segmented } from './segmented.ts';
import { withAppositions, withCited, withTrimmedSources } from './sourceEdges.ts';
import type { TokenRun } from './spans.ts';
import { type Attribution, attribute } from './speakers.ts';
import { contentSpans, kindOf, quotedSpans, spanOf } from './statementSpans.ts';
import { type RoughStatement, roughStatements } from './statements.ts';
import { withTrailing } from './trailing.ts';
import { withTurns } from './turns.ts';
import type { SpeechActor, SpeechContext, SpeechResult, SpeechSpeaker, SpeechStatement } from './types.ts';

/** Nobody is named below this sureness of the claim. */
const FEWEST_SURE = 50;

/** Turns of a transcript are a rule with no labelled texts to measure it by: this is set by hand. */
const TURN_SURE = 80;

/** Everything the stages found, before it is decided what to sign. */
export type RawSpeech = {
  f: TokenFeatures;
  entities: Entities;
  statements: RoughStatement[];
  attributions: Attribution[];
  evidence: number[][];
};

/** Runs the stages from cues to speakers. */
export function readRaw(segmented: Segmented, model: Pick<SpeechModel, 'cues' | 'spans' | 'pronouns'>): RawSpeech {
  const f = tokenFeatures(segmented);
  const rough = withoutHearsay(segmented, withTrailing(segmented, withPassives(segmented, roughStatements(f, model))));
  const mended = withoutAppositions(segmented, withInverted(segmented, rough));
  const cited = withCited(segmented, withTrimmedSources(segmented, withAppositions(segmented, mended)));
  const passed = withoutSource(withoutDatelines(segmented, cited)).filter(({ content }) => content.length > 0);
  const edged = withContentEdges(segmented, passed);
  const floating = withFloating(segmented, withoutOverlap(segmented, withoutNested(segmented, edged)));
  const statements = withTurns(segmented, floating).filter(
    ({ content }) => contentSpans(segmented, content).length > 0,
  );
  return { f, ...link(segmented, f, statements, model.pronouns) };
}

/** Finds the speakers of statements whose words are settled, and the evidence for both. */
function link(
  segmented: Segmented,
  f: TokenFeatures,
  statements: RoughStatement[],
  pronouns: SpeechModel['pronouns'],
): Omit<RawSpeech, 'f'> {
  const entities = new Entities(segmented, findNames(segmented));
  const attributions = attribute(segmented, entities, statements, pronouns);
  const evidence = statements.map((statement, i) => evidenceOf(f, statement, attributions[i] as Attribution));
  return { entities, statements, attributions, evidence };
}

/** Decides what to sign, and writes statements and actors in characters of the text. */
export function decide(
  segmented: Segmented,
  raw: RawSpeech,
  calibrations: Pick<SpeechModel, 'statement' | 'speaker'>,
): SpeechResult {
  const statements: SpeechStatement[] = [];
  const best = new Map<Entity, number>();
  for (const [i, rough] of raw.statements.entries()) {
    const content = contentSpans(segmented, rough.content);
    const attribution = raw.attributions[i] as Attribution;
    const evidence = raw.evidence[i] as number[];
    const turn = rough.floating === 'turn';
    const sure = turn ? TURN_SURE : sureness(evidence, calibrations.statement);
    // The speaker by itself has to be surer: a wrong name is worse than none.
    const signs =
      turn ||
      (sure >= FEWEST_SURE &&
        likely(speakerEvidence(evidence), calibrations.speaker) >= calibrations.speaker.bar &&
        !hangsOnWords(segmented, rough, attribution));
    const speaker = speakerOf(segmented, attribution, signs);
    if (speaker.status !== 'unresolved' && attribution.entity)
      best.set(attribution.entity, Math.max(sure, best.get(attribution.entity) ?? 0));
    const carrier = rough.relay ? relayEntity(raw.entities, rough.relay) : null;
    const cue = rough.floating ? [] : [spanOf(segmented, rough.cue)];
    statements.push({
      kind: kindOf(segmented, rough.content),
      content,
      quoted: quotedSpans(segmented, rough.content),
      cue,
      source: rough.source ? spanOf(segmented, rough.source) : null,
      speaker,
      relay: carrier && rough.relay ? { actor: carrier.id, span: spanOf(segmented, rough.relay) } : null,
      sure,
      why: [
        turn ? 'turn' : rough.floating ? 'floating' : `cue:${raw.entities.textOf(rough.cue).toLowerCase()}`,
        `source:${attribution.how}`,
        ...(rough.relay ? ['relay'] : []),
      ],
    });
  }
  return { statements, actors: raw.entities.all.map((entity) => actorOf(segmented, entity, best.get(entity))) };
}

/**
 * Reads who said what out of a segmented text: cues, spans, nesting, floating quotations, actors and speakers, each with its
 * sureness. The publisher of the article is never taken for a speaker.
 */
export function readSpeech(segmented: Segmented, model: SpeechModel, _context: SpeechContext): SpeechResult {
  return decide(segmented, readRaw(segmented, model), model);
}

/** Whether a description is the end of a longer phrase, "despite years of propaganda": then it is no subject, and speaks not. */
function hangsOnWords({ tokens }: Segmented, { source, cue }: RoughStatement, { entity }: Attribution): boolean {
  if (!source || !entity || entity.named) return false;
  const before = tokens[source.from - 1];
  if (!before || before.sentence !== tokens[source.from]?.sentence || source.from >= cue.from) return false;
  return /^(?:of|at|in|on|from|with|for|despite|than|between|against|over|under|into|about|during|without)$/.test(
    before.lower,
  );
}

function relayEntity(entities: Entities, run: TokenRun): Entity {
  const at = Array.from({ length: run.to - run.from }, (_, k) => entities.runAt[run.from + k] ?? -1).find(
    (name) => name >= 0,
  );
  const named = at === undefined ? undefined : entities.names[at];
  const entity = named ? entities.at(named) : undefined;
  return entity ?? entities.describe(run, entities.textOf(run).toLowerCase(), 'outlet', false, '');
}

const REASONS: Record<string, string> = {
  pronoun: 'The pronoun may mean several.',
  alone: 'The quotation stands by itself.',
  none: 'No words name a speaker.',
};

function speakerOf(
  segmented: Segmented,
  { how, entity, because, candidates }: Attribution,
  signs: boolean,
): SpeechSpeaker {
  if (!entity || !signs) {
    const all = [...new Set([...(entity ? [entity] : []), ...candidates])].slice(0, 4);
    return {
      status: 'unresolved',
      candidates: all.map(({ id }) => id),
      reason: REASONS[how] ?? 'The words do not settle it.',
    };
  }
  if (because.length === 0) return { status: 'named', actor: entity.id };
  return {
    status: 'resolved',
    actor: entity.id,
    method: 'coreference',
    because: because.map((run) => spanOf(segmented, run)),
  };
}

function actorOf(segmented: Segmented, entity: Entity, spoke: number | undefined): SpeechActor {
  const mentions = entity.mentions.map((run) => spanOf(segmented, run));
  const why = [spoke === undefined ? 'named' : 'speaks', ...(entity.aliases.size > 1 ? ['aliases'] : [])];
  return {
    id: entity.id,
    name: entity.name,
    kind: entity.kind,
    aliases: [...entity.aliases],
    mentions,
    named: entity.named,
    rivals: entity.rivals.map(({ id }) => id),
    sure: spoke ?? FEWEST_SURE,
    why,
  };
}
