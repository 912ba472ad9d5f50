import type { Article } from '../../domain/article.ts';
import type { Why } from '../../domain/mark.ts';
import type { Segmented } from '../segmented.ts';
import type { SpeechResult, SpeechStatement } from '../types.ts';
import type { ActorUse } from '../world/actorUse.ts';
import type { DateMention } from '../world/dates.ts';
import { findSaid, type Said } from '../world/said.ts';
import type { IndexedSpan, SpanIndex } from '../world/spanIndex.ts';
import { plainName } from './ids.ts';
import type { LocalActors } from './localActors.ts';
import { outside } from './spans.ts';
import { whyOfStatement } from './why.ts';
import { fittedWords, type Words } from './words.ts';

/** Who speaks, by places in the actors of the article. */
type LocalSpeaker =
  | { status: 'named'; actor: number }
  | { status: 'resolved'; actor: number; because: IndexedSpan[] }
  | { status: 'unresolved'; candidates: number[]; reason: string };

/** A statement of one article, before the articles are joined. */
export type LocalStatement = Words & {
  cue: IndexedSpan[];
  source: IndexedSpan | null;
  speaker: LocalSpeaker;
  relay: { actor: number; span: IndexedSpan } | null;
  addressee: number | null;
  said: Said | null;
  sure: number;
  why: Why[];
};

type Beside = {
  article: Article;
  text: Segmented;
  actors: LocalActors;
  dates: readonly DateMention[];
  /** What is no part of the article: nothing is read from it. */
  cut: SpanIndex<IndexedSpan>;
};

/** The statements of an article in English. */
export function localStatements(speech: SpeechResult, beside: Beside): LocalStatement[] {
  const useAt = new Map(beside.actors.uses.map((use) => [use.start, use]));
  const { article, text, cut, dates } = beside;
  // Whom only lines of the page name is nobody.
  const isHere = speech.actors.map(({ mentions }) => mentions.some((span) => !cut.touches(span)));
  return speech.statements.flatMap((one) => {
    const words = fittedWords(article, one.content, one.quoted, cut);
    if (!words) return [];
    const clear = (span: IndexedSpan) => outside(article.text, span, cut);
    const cue = one.cue.flatMap(clear);
    const source = one.source ? (clear(one.source)[0] ?? null) : null;
    const { speaker, relay } = carried(one, speakerOf(one, speech, isHere, beside), isHere, beside);
    const before = source !== null && (cue[0] === undefined || source.start < cue[0].start);
    return [
      {
        ...words,
        cue,
        source,
        speaker,
        relay,
        addressee: cue[0] ? addresseeOf(article.text, cue, useAt, beside.actors, speaker) : null,
        said: cue[0] ? clearOf(findSaid(text, dates, cue[0], one.content), cut) : null,
        sure: one.sure,
        why: whyOfStatement(one.why, before),
      },
    ];
  });
}

const clearOf = (said: Said | null, cut: SpanIndex<IndexedSpan>) => (said && cut.touches(said.evidence) ? null : said);

function speakerOf(
  one: SpeechStatement,
  speech: SpeechResult,
  isHere: readonly boolean[],
  { article, actors, cut }: Beside,
): LocalSpeaker {
  const { speaker } = one;
  if (speaker.status === 'unresolved') {
    const here = speaker.candidates.filter((id) => isHere[id]);
    return { status: 'unresolved', candidates: candidatesOf(here, speech, actors), reason: speaker.reason };
  }
  if (!isHere[speaker.actor])
    return {
      status: 'unresolved',
      candidates: [],
      reason: 'Who is named stands only in a line that is no part of the article.',
    };
  const rivals = speech.actors[speaker.actor]?.rivals ?? [];
  if (rivals.length > 0)
    return { status: 'unresolved', candidates: candidatesOf(rivals, speech, actors), reason: 'Several are called so.' };
  const actor = actors.ofSpeech[speaker.actor] as number;
  if (speaker.status === 'named') return { status: 'named', actor };
  const because = speaker.because.flatMap((span) => outside(article.text, span, cut));
  if (because.length > 0) return { status: 'resolved', actor, because };
  // The fullest form may stand in a repeated headline: another mention of it settles as much.
  const other = fullestOf(speech.actors[speaker.actor]?.mentions ?? [], cut);
  if (other && other.end - other.start > (one.source ? one.source.end - one.source.start : 0))
    return { status: 'resolved', actor, because: [other] };
  return { status: 'unresolved', candidates: [actor], reason: 'The words that settle it are no part of the article.' };
}

/** The first of the longest mentions in the article itself. */
function fullestOf(mentions: readonly IndexedSpan[], cut: SpanIndex<IndexedSpan>): IndexedSpan | null {
  const size = ({ start, end }: IndexedSpan) => end - start;
  return mentions.reduce<IndexedSpan | null>(
    (best, one) => (cut.touches(one) || (best && size(best) >= size(one)) ? best : one),
    null,
  );
}

/** Candidates are people and bodies that the text names; a description counts only where it is of people. */
function candidatesOf(candidates: readonly number[], speech: SpeechResult, actors: LocalActors): number[] {
  const all = candidates.flatMap((id) => {
    const rivals = speech.actors[id]?.rivals ?? [];
    return rivals.length > 0 ? rivals : [id];
  });
  const fit = all.filter((id) => {
    const actor = speech.actors[id];
    return actor && (actor.named || actor.kind === 'person' || actor.kind === 'government-body');
  });
  return [...new Set(fit.map((id) => actors.ofSpeech[id] as number))];
}

/** The outlet that publishes an article carries words and does not speak them. */
function carried(
  one: SpeechStatement,
  speaker: LocalSpeaker,
  isHere: readonly boolean[],
  { article, actors, cut }: Beside,
): Pick<LocalStatement, 'speaker' | 'relay'> {
  const relay =
    one.relay && isHere[one.relay.actor] && !cut.touches(one.relay.span)
      ? { actor: actors.ofSpeech[one.relay.actor] as number, span: one.relay.span }
      : null;
  if (speaker.status === 'unresolved' || !article.publisher || !one.source) return { speaker, relay };
  const actor = actors.actors[speaker.actor];
  const own =
    actor && [actor.name, ...actor.aliases].some((name) => plainName(name) === plainName(article.publisher ?? ''));
  if (!own) return { speaker, relay };
  const reason = 'Only the outlet that publishes the article is named: it carries the words.';
  return {
    speaker: { status: 'unresolved', candidates: [], reason },
    relay: relay ?? (cut.touches(one.source) ? null : { actor: speaker.actor, span: one.source }),
  };
}

/** Whom the words are said to, where the name follows the verb: "told Xi". An outlet is told for others. */
function addresseeOf(
  text: string,
  cue: readonly IndexedSpan[],
  useAt: ReadonlyMap<number, ActorUse>,
  { actors }: LocalActors,
  speaker: LocalSpeaker,
): number | null {
  const last = cue.at(-1);
  if (
    !last ||
    !/\b(?:told|tells|telling|assured|reminded|informed|warned|urged)$/.test(text.slice(last.start, last.end))
  )
    return null;
  const gap = /^ (?:the )?/.exec(text.slice(last.end, last.end + 5))?.[0].length ?? 0;
  const use = gap > 0 ? (useAt.get(last.end + gap) ?? useAt.get(last.end + 1)) : undefined;
  const actor = use ? Number(use.actor) : -1;
  // "Told reporters" is how a press conference is told of: they are nobody in particular.
  if (!actors[actor]?.named || actors[actor].kind === 'outlet') return null;
  return speaker.status !== 'unresolved' && speaker.actor === actor ? null : actor;
}

/** A quotation of fewer words is a title or a term. */
const FEWEST_WORDS = 4;

/** The quotations of an article in another language: found by their marks, and nobody is named. */
export function quotationsOnly({ article, text, cut }: Pick<Beside, 'article' | 'text' | 'cut'>): LocalStatement[] {
  return text.quotations.flatMap(({ pieces, closed }) => {
    const spans = pieces.map(({ start, end }) => ({ start, end }));
    const size = spans.reduce((sum, { start, end }) => sum + wordsIn(article.text.slice(start, end)), 0);
    const words = closed && size >= FEWEST_WORDS ? fittedWords(article, spans, spans, cut) : null;
    if (!words) return [];
    const reason = 'The article is not in English, and this reader knows only English.';
    return [
      {
        ...words,
        cue: [],
        source: null,
        speaker: { status: 'unresolved', candidates: [], reason },
        relay: null,
        addressee: null,
        said: null,
        sure: OTHER_LANGUAGE,
        why: ['floating', 'language'],
      },
    ];
  });
}

/** How sure it is that words in quotation marks in an unknown language are speech. */
const OTHER_LANGUAGE = 40;

/** Words of a text; where a script writes none apart, every second letter counts as one. */
function wordsIn(text: string): number {
  const letters = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  return letters > 0 ? letters / 2 : (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0);
}
