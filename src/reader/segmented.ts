/** Shapes of a token's letters: what a linear model and the rules ask for. */
export const SHAPE = { other: 0, lower: 1, capital: 2, capitals: 3, number: 4 } as const;
export type Shape = (typeof SHAPE)[keyof typeof SHAPE];

/** What a token is as a quotation mark; inner marks of a quotation within a quotation are `none`. */
export const MARK = { none: 0, opening: 1, closing: 2 } as const;
type QuotationMark = (typeof MARK)[keyof typeof MARK];

/** One word, number or sign. `text === source.slice(start, end)`; offsets are UTF-16 code units, half open. */
export type Token = {
  start: number;
  end: number;
  text: string;
  lower: string;
  shape: Shape;
  /** Index into `sentences`. */
  sentence: number;
  /** Index into `paragraphs`. */
  paragraph: number;
  /** 0 outside quotations, else the number of the quotation; its marks belong to it. */
  quotation: number;
  mark: QuotationMark;
};

/** A run of tokens, `from` first, `to` after the last, and the characters they cover. */
export type Range = { start: number; end: number; from: number; to: number };

/** Words in quotation marks. `number` is what its tokens carry; numbers count from 1 and rise with the text. */
export type Quotation = Range & {
  number: number;
  /** One range a paragraph, without the marks: a quotation over several paragraphs repeats its opening mark. */
  pieces: Range[];
  /** Whether its closing mark stands in the text. */
  closed: boolean;
};

/** A text cut into paragraphs, sentences, quotations and tokens; every token is in exactly one sentence and paragraph. */
export type Segmented = {
  text: string;
  tokens: Token[];
  sentences: Range[];
  paragraphs: Range[];
  quotations: Quotation[];
  /** "BEIJING (Reuters) - " at a paragraph's start: each is a sentence of its own. */
  datelines: Range[];
};
