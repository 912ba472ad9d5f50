/** Start and end in UTF-16 code units into the text, half open. */
export type Span = { start: number; end: number };

export type ActorKind = 'person' | 'state' | 'government-body' | 'organisation' | 'outlet' | 'group';

/** What is known beside the text. */
export type SpeechContext = { publisher: string | null };

/** Somebody who speaks, carries words, or is named. `id` is its place in the list of actors. */
export type SpeechActor = {
  id: number;
  name: string;
  kind: ActorKind;
  aliases: string[];
  mentions: Span[];
  /** Whether a name of it stands in the text, or only a description such as "a spokesman". */
  named: boolean;
  /** Those whom a bare surname may mean, by their ids; [] for everybody else. */
  rivals: number[];
  sure: number;
  why: string[];
};

/** Who speaks. `because` holds the words that settle it; nobody is named below a sureness of 50. */
export type SpeechSpeaker =
  | { status: 'named'; actor: number }
  | { status: 'resolved'; actor: number; method: 'coreference'; because: Span[] }
  | { status: 'unresolved'; candidates: number[]; reason: string };

/** One attribution. Spans stand in the order of the text; content is without its quotation marks. */
export type SpeechStatement = {
  kind: 'direct' | 'mixed' | 'indirect';
  content: Span[];
  /** The parts of the content that stand in quotation marks. */
  quoted: Span[];
  cue: Span[];
  source: Span | null;
  speaker: SpeechSpeaker;
  /** Who carries the words inside the text, and where it says so. */
  relay: { actor: number; span: Span } | null;
  /** 0 to 100, calibrated: of the statements at 80, eight in ten have the right words and the right speaker. */
  sure: number;
  /** Codes of what led here: 'cue:said', 'source:surname', 'floating'. */
  why: string[];
};

export type SpeechResult = { statements: SpeechStatement[]; actors: SpeechActor[] };
