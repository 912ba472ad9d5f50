/** The bounds of what is read: this is the one place to change them. */
export const READ_LIMITS = {
  /** Bytes of a file (1 MB = 1,000,000 bytes). */
  bytes: 64_000_000,
  /** Articles that one file may hold. */
  articles: 10_000,
  /** Characters of the text of one article, in UTF-16 code units. */
  text: 5_000_000,
  /** Characters of a web page, of an item of a feed. */
  page: 16_000_000,
  /** Elements inside one another in a page that the extractor is asked about. */
  pageDepth: 200,
  /** Elements of a page that the extractor is asked about; larger ones are read by simpler rules. */
  extracted: 20_000,
  /** Elements of XML inside one another. */
  xmlDepth: 100,
  /** Files in a Word document. */
  zipEntries: 4_000,
  /** Bytes of the unpacked parts of a Word document. */
  unpacked: 60_000_000,
  /** Pieces that are listed as left out; the rest is one more. */
  leftOut: 500,
  /** Problems that are listed of one file; the rest is one more. */
  problems: 500,
  /** Columns of a table. */
  columns: 500,
  /** Characters of a headline or a publisher. */
  name: 1_000,
} as const;
