import { hashWord } from './hash.ts';
import { FUNCTION_WORDS } from './lexicons/functionWords.ts';
import { SPEECH_FORMS } from './lexicons/speechVerbs.ts';
import { MARK, type Segmented, SHAPE, type Token } from './segmented.ts';
import { classOf } from './wordClasses.ts';

/** How far the features look beyond the first and the last token: the arrays have so much room at both ends. */
export const PAD = 3;

/** What the learnt passes look at, one number a token in flat arrays; token `i` stands at `i + PAD`. */
export type TokenFeatures = {
  count: number;
  word: Int32Array;
  suffix3: Int32Array;
  suffix2: Int32Array;
  /** The word itself for words of grammar and signs, else ending and shape. */
  form: Int32Array;
  shape: Uint8Array;
  /** Coarse part of speech, by `classOf`. */
  kind: Uint8Array;
  mark: Uint8Array;
  quoted: Uint8Array;
  /** 1 when the word is a form of a verb that reports speech. */
  says: Uint8Array;
  /** 1 for "that". */
  that: Uint8Array;
  /** Numbers of sentence and paragraph. */
  sentence: Int32Array;
  paragraph: Int32Array;
  /** How many there are before token `i`: commas and the like, verbs, quotation marks, "that". */
  commas: Int32Array;
  verbs: Int32Array;
  marks: Int32Array;
  thats: Int32Array;
};

const AUXILIARY = /^(?:is|are|was|were|has|have|had|will|would|could|can|did|does|do)$/;
const COMMA = /^(?:[,;:—–-]|-{2,})$/;

/** The class of a token, looked up once for each of its forms. */
function kindOf({ text, lower, shape }: Token, kinds: Map<string, number>): number {
  let kind = kinds.get(text);
  if (kind === undefined) {
    kind = classOf(lower, shape);
    kinds.set(text, kind);
  }
  return kind;
}

/** Looks up what the learnt passes need of every token. */
export function tokenFeatures(segmented: Segmented): TokenFeatures {
  const { tokens } = segmented;
  const count = tokens.length;
  const size = count + 2 * PAD;
  const ints = () => new Int32Array(size);
  const bytes = () => new Uint8Array(size);
  const f: TokenFeatures = {
    count,
    word: ints().fill(1),
    suffix3: ints().fill(1),
    suffix2: ints().fill(1),
    form: ints().fill(1),
    shape: bytes(),
    kind: bytes(),
    mark: bytes(),
    quoted: bytes(),
    says: bytes(),
    that: bytes(),
    sentence: ints().fill(-1),
    paragraph: ints().fill(-1),
    commas: new Int32Array(size + 1),
    verbs: new Int32Array(size + 1),
    marks: new Int32Array(size + 1),
    thats: new Int32Array(size + 1),
  };
  const kinds = new Map<string, number>();
  const seen = new Map<string, { word: number; s3: number; s2: number; says: number; fn: boolean; aux: number }>();
  for (let i = 0; i < size; i++) {
    const token = tokens[i - PAD];
    let comma = 0;
    let verb = 0;
    if (i >= PAD && token) {
      const { lower } = token;
      let known = seen.get(lower);
      if (!known) {
        known = {
          word: hashWord(lower),
          s3: hashWord(lower.slice(-3)),
          s2: hashWord(lower.slice(-2)),
          says: SPEECH_FORMS.has(lower) ? 1 : 0,
          fn: FUNCTION_WORDS.has(lower),
          aux: AUXILIARY.test(lower) ? 1 : 0,
        };
        seen.set(lower, known);
      }
      f.word[i] = known.word;
      f.suffix3[i] = known.s3;
      f.suffix2[i] = known.s2;
      f.says[i] = known.says;
      f.shape[i] = token.shape;
      f.kind[i] = kindOf(token, kinds);
      f.form[i] = known.fn || token.shape === SHAPE.other ? known.word : known.s2 ^ (token.shape * 7919);
      f.mark[i] = token.mark;
      f.quoted[i] = token.quotation > 0 ? 1 : 0;
      f.that[i] = lower === 'that' ? 1 : 0;
      f.sentence[i] = token.sentence;
      f.paragraph[i] = token.paragraph;
      comma = token.shape === SHAPE.other && COMMA.test(token.text) ? 1 : 0;
      verb = known.aux;
    }
    f.commas[i + 1] = (f.commas[i] ?? 0) + comma;
    f.verbs[i + 1] = (f.verbs[i] ?? 0) + verb;
    f.marks[i + 1] = (f.marks[i] ?? 0) + (f.mark[i] === MARK.none ? 0 : 1);
    f.thats[i + 1] = (f.thats[i] ?? 0) + (f.that[i] ?? 0);
  }
  return f;
}
