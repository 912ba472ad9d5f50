/** Start and end in UTF-16 code units, half open. */
export type Offsets = [number, number];

/** A statement as people labelled it; the rules are those of the open set for quotation attribution in English news. */
export type LabelledStatement = {
  kind: 'direct' | 'mixed' | 'indirect';
  content: Offsets[];
  quoted?: Offsets[];
  cue: Offsets[];
  source: Offsets | null;
  speaker: { status: 'named' | 'resolved'; actor: string } | { status: 'unresolved'; candidates: string[] };
  relay: string | null;
  optional?: boolean;
  nested?: boolean;
};

export type LabelledActor = { id: string; name: string; kind: string; aliases: string[] };

/** A text with its labels. */
export type LabelledText = {
  id: string;
  title: string;
  url: string;
  licence: string;
  attribution: string;
  sha1: string;
  text: string;
  words: number;
  actors: LabelledActor[];
  statements: LabelledStatement[];
};
