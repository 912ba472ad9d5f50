import type { Piece } from '../../domain/pieces.ts';
import type { Place } from '../../domain/place.ts';
import type { Slug } from '../../domain/slug.ts';
import type { TieKey, TieKind } from '../../domain/tie.ts';
import type { View } from '../../domain/view.ts';
import type { Disagreement, Voice } from './tellings/disagreement.ts';

/** The letter of an article, and its place among the articles. */
type Badge = { text: string; place: number };
/** An article by all that a screen from afar can say of it; a publisher that nobody knows is null. */
export type SceneArticle = Badge & { headline: string; publisher: string | null };
type Named = { id: Slug; name: string };
type Spot = Pick<Place, 'id' | 'name' | 'point' | 'area'>;

/** Direct words of a settled speaker. `checked` is null where nothing has a sign. */
export type QuoteContent = {
  kind: 'quote';
  words: string;
  speaker: string;
  role: string | null;
  /** Who told them on. */
  relay: string | null;
  /** Whether the speaker follows from other words of the article. */
  resolved: boolean;
  article: SceneArticle;
  checked: boolean | null;
};

/** A candidate among all candidates. How far it is from the origins depends on a map, and is for whoever has one. */
export type VenueContent = {
  kind: 'venue';
  place: Spot;
  number: number;
  candidates: Named[];
  origins: Spot[];
  claim: { text: string; verbatim: boolean; badge: Badge } | null;
  /** Whether it can be reached by train; null where the coverage says this of no venue. */
  byTrain: 'yes' | 'no' | 'not stated' | null;
  checked: boolean | null;
};

/** A tie in the picture of its kind. */
export type SceneTie = {
  key: TieKey;
  from: Slug[];
  to: Slug[];
  /** Whom it joins, in words. */
  names: { from: string; to: string | null };
  passages: number;
  /** The number on its line. */
  count: string;
  /** How many of its passages a person stands behind; null where nothing has a sign. */
  checked: number | null;
  past: boolean;
  tentative: boolean;
};

/** Most ties that are listed beside their picture. */
export const MOST_ROWS = 6;

/** Ties of one kind, those with most passages first; `left` are those that the picture has no room for. */
export type TiesContent = {
  kind: 'ties';
  tieKind: TieKind;
  actors: (Named & { person: boolean })[];
  rows: SceneTie[];
  left: number;
};

/** Words on whose speaker the articles leave us alone. */
export type UnsettledContent = {
  kind: 'unsettled';
  pieces: Piece[];
  candidates: Named[];
  /** The first article that has the words, and how many more have them. */
  article: SceneArticle;
  more: number;
  /** The words that name the speaker; null when there are none. */
  sourceWords: string | null;
};

/** What the first two articles tell differently, with what each says. */
export type TellingsContent = {
  kind: 'tellings';
  about: Exclude<Disagreement['about'], 'spelling'>;
  what: string;
  voices: (Pick<Voice, 'words' | 'remark'> & { badge: Badge })[];
};

/** What a scene shows. Of `words` it is the sentence of a step alone. */
export type Content =
  | QuoteContent
  | VenueContent
  | TiesContent
  | UnsettledContent
  | TellingsContent
  | { kind: 'words' }
  | { kind: 'nothing' };

/** A scene without its time: how many words it has to be read, and the way to the same thing on the desk. */
export type UntimedScene = { id: string; content: Content; words: number; patch: Partial<View> };
