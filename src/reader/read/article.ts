/** A value with the words for where it was found: "JSON-LD", "og:title", "column “date”". */
export type Finding = { value: string; found: string };

/**
 * A piece of the file that is not in the text. `where` says what it stood in; `at` is the place in the text, in UTF-16 code units, that it
 * stood before: always 0, the end, or the gap between two paragraphs.
 */
export type LeftOut = { text: string; where: string; at: number };

/** Something that was decided while reading, and is said on screen: an encoding, a headline that is a guess. */
export type ReadNote = { code: string; words: string };

/**
 * An article as it was read. `text` is verbatim; what is not known is null. `published` is EDTF. `language` is a tag, "und" when nothing tells.
 * `from.sha256` is of the whole file, in hexadecimal digits; `from.read` is for those who have a clock.
 */
export type RawArticle = {
  text: string;
  headline: Finding | null;
  publisher: Finding | null;
  published: Finding | null;
  url: Finding | null;
  language: Finding;
  leftOut: LeftOut[];
  notes: ReadNote[];
  from: { format: 'text' | 'html' | 'feed' | 'table' | 'docx'; name: string; sha256: string; read: null };
};

/** Why a file, or a part of it, became no article. `where` is the name of the file and, inside of it, the place. */
export type ReadProblem = { code: string; expected: string; found: string; where: string };

/** What a column of a table can be. */
export type ColumnField = 'headline' | 'text' | 'url' | 'published' | 'publisher' | 'language' | 'summary';

/** One column of a table, or one key of rows: what it was taken for (null: for nothing) and a short example. */
export type ColumnUse = { column: string; as: ColumnField | null; example: string };

/** What came of a file. `columns` is there for tables, in their order. */
export type ReadResult = { articles: RawArticle[]; problems: ReadProblem[]; columns: ColumnUse[] | null };

/** What every reader of a format is given: the decoded file, where it is from, and the notes that all of its articles share. */
export type Source = { text: string; name: string; sha256: string; notes: ReadNote[] };

/** A result that is nothing but problems. */
export const refused = (...problems: ReadProblem[]): ReadResult => ({ articles: [], problems, columns: null });
