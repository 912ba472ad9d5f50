/** The bounds of what the door looks at. They are checked before a text is parsed; this is the one place to change them. */
export const LIMITS = {
  /** Bytes of UTF-8 (1 MB = 1,000,000 bytes). */
  bytes: 80_000_000,
  /** Lists and objects inside one another; a corpus needs 6. */
  depth: 32,
  /** Items in any one list of the file: statements, relations, articles … */
  items: 100_000,
  /** Values in the whole file, names of keys not counted. */
  values: 8_000_000,
  /** Paragraphs of all articles together. */
  paragraphs: 400_000,
  /** UTF-16 code units in the names of all actors, and of all places. */
  nameLetters: 2_000_000,
  /** Places in all articles at which a name of an actor stands, and of a place. */
  mentions: 4_000_000,
  /** Actors who bear a name that stands in a passage, over all passages. */
  namedInPassages: 8_000_000,
  /** Passages of the ties that all relations draw: a relation of 12 actors, 12 recipients and 2 passages has 288. */
  ties: 200_000,
  /** Passages of the relations, events, venues and flags: each of them is filtered for itself. */
  passages: 200_000,
  /** Passages of everything. */
  spans: 600_000,
  /** Paragraphs that passages touch, counted for each passage. */
  touched: 1_000_000,
  /** Statements with the same words, in as many articles. */
  twins: 200,
  /** Problems that are kept; how many more there were is said. */
  problems: 10_000,
} as const;
