import { MARK, type Range, SHAPE, type Token } from './segmented.ts';
import { LEADING, TRAILING } from './tokenise.ts';

const LEADS = new RegExp(`^(?:${LEADING})\\.$`);
const TRAILS = new RegExp(`^(?:(?:${TRAILING})\\.|No\\.|e\\.g\\.|i\\.e\\.|[ap]\\.m\\.|(?:\\p{Lu}\\.){2,})$`, 'u');
/** Words that begin sentences and no names: after "U.S." they tell that a sentence has ended. */
const STARTERS = new Set(
  'the a an this that these those he she it they we i you his her its their our my there here but and or so yet if when while as after before since although though because in on at by for from with under over during despite according however meanwhile some many most several both all each no not what who how why where it’s one two also another more other such then thus only'.split(
    ' ',
  ),
);
const SPEAKS = new Set('said says asked asks added adds told tells replied wrote writes shouted cried'.split(' '));
const CLOSERS = new Set(['”', '’', '"', "'", '»', '«', ')', ']', '“']);

/**
 * Fills in `sentence` of the tokens of each paragraph and returns the sentences. A sentence ends after a full stop, question or
 * exclamation mark with the closing marks that cling to it, when what follows could begin one; and after a dateline.
 */
export function findSentences(tokens: Token[], paragraphs: readonly Range[], datelines: readonly Range[]): Range[] {
  const sentences: Range[] = [];
  const datelineEnds = new Set(datelines.map((dateline) => dateline.to));
  for (const paragraph of paragraphs) {
    let from = paragraph.from;
    const cut = (to: number) => {
      const first = tokens[from];
      const last = tokens[to - 1];
      if (!first || !last || to <= from) return;
      for (let i = from; i < to; i++) (tokens[i] as Token).sentence = sentences.length;
      sentences.push({ start: first.start, end: last.end, from, to });
      from = to;
    };
    for (let i = paragraph.from; i < paragraph.to; i++) {
      if (datelineEnds.has(i)) cut(i);
      const end = endAfter(tokens, i, paragraph.to);
      if (end === 0) continue;
      cut(end);
      i = end - 1;
    }
    cut(paragraph.to);
  }
  return sentences;
}

/** The token after which the sentence ends if it does at token `i`, else 0. */
function endAfter(tokens: readonly Token[], i: number, limit: number): number {
  const token = tokens[i] as Token;
  const stop = token.text === '.' || token.text === '?' || token.text === '!' || token.text === '…';
  const dots = !stop && /^\.{2,}$/.test(token.text);
  const abbreviation = !stop && !dots && token.text.length < 9 && TRAILS.test(token.text);
  if (!stop && !dots && !abbreviation) return 0;
  let next = i + 1;
  let closed = false;
  for (; next < limit; next++) {
    const sign = tokens[next] as Token;
    if (sign.start !== (tokens[next - 1] as Token).end) {
      // A closing mark that lost its place: `end. "`
      if (sign.mark !== MARK.closing) break;
    } else if (!(CLOSERS.has(sign.text) && sign.mark !== MARK.opening) && !/^[.?!…]+$/.test(sign.text)) break;
    closed ||= sign.mark === MARK.closing;
  }
  const after = tokens[next];
  if (!after || next >= limit) return limit;
  const before = tokens[next - 1] as Token;
  const glued = after.start === before.end;
  if (
    glued &&
    !(stop && !closed && after.shape === SHAPE.capital && after.text.length > 1 && isLowerWord(tokens[i - 1]))
  )
    return 0;
  if (after.shape === SHAPE.lower) return 0;
  if (after.shape === SHAPE.other && /^[,;:)\]%]/.test(after.text)) return 0;
  if (abbreviation) return beginsSentence(tokens, next, token) ? next : 0;
  if (token.text === '.' && isInitial(tokens, i)) return STARTERS.has(after.lower) ? next : 0;
  // `"Why?" Smith asked.` is one sentence.
  if (closed && token.text !== '.' && speaksNext(tokens, next, limit)) return 0;
  return next;
}

const isLowerWord = (token: Token | undefined) => token !== undefined && token.shape === SHAPE.lower;

/** Whether a full stop follows a single capital: "George W. Bush". */
function isInitial(tokens: readonly Token[], i: number): boolean {
  const letter = tokens[i - 1];
  return (
    letter !== undefined && letter.end === tokens[i]?.start && /^\p{Lu}$/u.test(letter.text) && letter.text !== 'I'
  );
}

/** Whether a sentence begins at `next`, after an abbreviation that may end one. */
function beginsSentence(tokens: readonly Token[], next: number, abbreviation: Token): boolean {
  if (LEADS.test(abbreviation.text) || /^(?:e\.g\.|i\.e\.|vs\.|No\.)$/.test(abbreviation.text)) return false;
  const after = tokens[next] as Token;
  if (after.mark === MARK.opening)
    return STARTERS.has(tokens[next + 1]?.lower ?? '') && tokens[next + 1]?.shape === SHAPE.capital;
  if (after.shape === SHAPE.capital) return STARTERS.has(after.lower);
  return false;
}

/** Whether one to four words of a name and a verb of speaking follow. */
function speaksNext(tokens: readonly Token[], next: number, limit: number): boolean {
  for (let i = next; i < Math.min(limit, next + 5); i++) {
    const token = tokens[i] as Token;
    if (SPEAKS.has(token.lower)) return i > next;
    if (token.shape === SHAPE.other || token.shape === SHAPE.number) return false;
  }
  return false;
}
