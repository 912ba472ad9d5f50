import type { GazetteerSpot, SpotKind } from './gazetteer.ts';

/** The name of a place in a text; `from` and `to` are tokens, half open. `spots` are what it may be, [] for what the gazetteer does not know. */
export type Mention = {
  start: number;
  end: number;
  from: number;
  to: number;
  name: string;
  kind: SpotKind;
  spots: readonly GazetteerSpot[];
  /** `government` when a country or capital stands for who rules it. */
  sense: 'literal' | 'government';
};
