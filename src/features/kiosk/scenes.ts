import { type Dataset, itemById } from '../../domain/corpus.ts';
import type { Filters } from '../../domain/filters.ts';
import { placeById } from '../../domain/placeById.ts';
import { type Statement, speakerOf } from '../../domain/statement.ts';
import type { TieKind } from '../../domain/tie.ts';
import { TIE_KINDS } from '../../domain/tie.ts';
import { type TieRow, tieRows } from '../../domain/tieRows.ts';
import type { View } from '../../domain/view.ts';
import type { Disagreement } from '../tellings/disagreement.ts';
import { tellingsOf } from '../tellings/model.ts';
import { MOST_VENUES } from '../venues/model.ts';
import { type Card, cardOf, quoteHeads } from '../wall/model.ts';

/** What a scene shows. Venues are named by their place; what is said of them is looked up when the base map is there. */
export type Content =
  | { kind: 'quote'; statement: Statement; words: string }
  | { kind: 'venue'; place: string; number: number; candidates: string[] }
  | { kind: 'ties'; tieKind: TieKind; rows: TieRow[]; left: number }
  | { kind: 'unsettled'; card: Card }
  | { kind: 'tellings'; disagreement: Disagreement; articles: [string, string] }
  | { kind: 'words' }
  | { kind: 'nothing' };

/** One picture of the wall: `seconds` on screen, and the way to the same thing on the desk. */
export type Scene = {
  id: string;
  content: Content;
  seconds: number;
  /** The sentence of a playlist's step; null for scenes that are made from the slice. */
  says: string | null;
  filters: Filters;
  patch: Partial<View>;
};

/** Longest words that are set, in characters: longer ones are left out of the wall, never cut. */
const LONGEST = { quote: 140, unsettled: 140, telling: 110, said: 60 } as const;
/** Most actors that a picture of ties holds, and most of its ties that are listed beside it. */
const MOST_ACTORS = 7;
export const MOST_ROWS = 6;
/** Most scenes of one kind: more of them would not come round within hours. */
export const MOST_SCENES = 200;

/** Words a second that somebody reads who has just looked up, and the seconds before that. */
const READING = 2.4;
const LOOKING_UP = 4;

/**
 * How long a scene stays: the time to read its words, but not less than three quarters and not more than one and a half times what the
 * link asks for.
 *
 * @param words how many words it shows
 * @param around seconds, from the link
 */
export function secondsFor(words: number, around: number): number {
  const reading = LOOKING_UP + words / READING;
  return Math.round(Math.min(around * 1.5, Math.max(around * 0.75, reading)));
}

export const countWords = (...texts: (string | null)[]) =>
  texts.reduce((sum, text) => sum + (text?.split(/\s+/).filter(Boolean).length ?? 0), 0);

/** A scene without its time. */
export type UntimedScene = { id: string; content: Content; words: number; patch: Partial<View> };

/** Direct words of a settled speaker that are quoted whole. Words that stand in several articles come once. */
function quotes(slice: Dataset): UntimedScene[] {
  const told = new Set<string>();
  return slice.statements.flatMap((statement): UntimedScene[] => {
    if (told.size === MOST_SCENES || statement.kind !== 'direct' || speakerOf(statement) === null) return [];
    const words = statement.content.map(({ exact }) => exact).join(' … ');
    if (words.length > LONGEST.quote || told.has(words)) return [];
    told.add(words);
    return [
      {
        id: `quote:${statement.id}`,
        content: { kind: 'quote', statement, words },
        words: countWords(words) + 8,
        patch: { opened: { mark: statement.id, passage: 1 } },
      },
    ];
  });
}

function venues(slice: Dataset): UntimedScene[] {
  const candidates = slice.venues
    .filter(({ standing }) => standing === 'candidate')
    .slice(0, MOST_VENUES)
    .map(({ place }) => place);
  return candidates.map((place, index) => ({
    id: `venue:${place}`,
    content: { kind: 'venue', place, number: index + 1, candidates },
    words: 30,
    patch: { opened: { mark: place, passage: 1 } },
  }));
}

/** One kind of tie: those with most passages first, for as long as all their actors fit. */
function ties(slice: Dataset): UntimedScene[] {
  const all = tieRows(slice);
  return TIE_KINDS.flatMap((tieKind): UntimedScene[] => {
    const ofKind = all.filter(
      ({ kind, modalities }) => kind === tieKind && modalities.some(({ modality }) => modality !== 'negated'),
    );
    const actors = new Set<string>();
    const rows = ofKind.filter(({ from, to }) => {
      const more = [...from, ...to].filter((id) => !actors.has(id));
      if (actors.size + more.length > MOST_ACTORS) return false;
      for (const id of more) actors.add(id);
      return true;
    });
    if (rows.length === 0) return [];
    return [
      {
        id: `ties:${tieKind}`,
        content: { kind: 'ties', tieKind, rows, left: ofKind.length - rows.length },
        words: 12 + 5 * Math.min(MOST_ROWS, rows.length),
        patch: {},
      },
    ];
  });
}

/** Words on whose speaker the articles leave us alone. */
function unsettled(slice: Dataset, whole: Dataset): UntimedScene[] {
  let made = 0;
  return quoteHeads(slice, whole).flatMap((head): UntimedScene[] => {
    if (made === MOST_SCENES || head.speaker !== null || head.candidates.length === 0) return [];
    const card = cardOf(head, whole);
    const words = card.pieces.map(({ text }) => text).join(' ');
    if (words.length > LONGEST.unsettled) return [];
    made += 1;
    const mark = card.tellings[0]?.statement.id ?? '';
    return [
      {
        id: `unsettled:${mark}`,
        content: { kind: 'unsettled', card },
        words: countWords(words, card.reason) + 8,
        patch: { opened: { mark, passage: 1 } },
      },
    ];
  });
}

/** What the first two articles tell differently; both have to be in the slice. */
function tellings(slice: Dataset, whole: Dataset, filters: Filters): UntimedScene[] {
  const pair = tellingsOf(whole);
  if (!pair) return [];
  const articles: [string, string] = [pair.a.article.id, pair.b.article.id];
  if (filters.articles.length > 0 && !articles.every((id) => filters.articles.includes(id))) return [];
  const present = new Set([...slice.statements, ...slice.events, ...slice.flags].map(({ id }) => id));
  return pair.disagreements.flatMap((disagreement): UntimedScene[] => {
    const { key, what, a, b } = disagreement;
    const voices = [...a, ...b];
    const shown = voices.some(({ opened }) => opened !== null && present.has(opened.mark));
    const fits = what.length <= LONGEST.telling && voices.every(({ words }) => (words ?? '').length <= LONGEST.said);
    if (!shown || !fits || voices.length !== 2 || disagreement.about === 'spelling') return [];
    return [
      {
        id: `tellings:${key}`,
        content: { kind: 'tellings', disagreement, articles },
        words: countWords(what, ...voices.map(({ words }) => words)) + 16,
        patch: { page: 'tellings' },
      },
    ];
  });
}

/** One after another from each list, so that no kind of scene stays away for long. */
function interleaved(lists: UntimedScene[][]): UntimedScene[] {
  const total = lists.reduce((sum, list) => sum + list.length, 0);
  const dealt = lists.flatMap((list, place) =>
    list.map((made, index) => ({ made, at: ((index + 0.5) / list.length) * total + place / 100 })),
  );
  return dealt.sort((a, b) => a.at - b.at).map(({ made }) => made);
}

/** The scenes of a slice, without their times. */
export function madeFrom(slice: Dataset, whole: Dataset, filters: Filters): UntimedScene[] {
  return interleaved([
    quotes(slice),
    venues(slice),
    ties(slice),
    unsettled(slice, whole),
    tellings(slice, whole, filters),
  ]);
}

/** The scenes of a slice, at least one. `around` is seconds a scene. */
export function scenesOf(whole: Dataset, slice: Dataset, filters: Filters, around: number): Scene[] {
  const made = madeFrom(slice, whole, filters);
  if (made.length === 0)
    return [{ id: 'nothing', content: { kind: 'nothing' }, seconds: around, says: null, filters, patch: {} }];
  return made.map(({ id, content, words, patch }) => ({
    id,
    content,
    seconds: secondsFor(words, around),
    says: null,
    filters,
    patch,
  }));
}

/** The badge of an article and its place among the articles. */
export function badgeOf(whole: Dataset, id: string): { text: string; place: number } {
  const article = itemById(whole.articles, id);
  return { text: article?.badge ?? id, place: Math.max(0, placeById(whole.articles, id)) };
}
