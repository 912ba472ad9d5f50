import { MARK, type Quotation, type Range, type Token } from './segmented.ts';

/** A pair of marks. `opens` and `closes` are signs; straight marks do both. */
type Style = { name: string; opens: string; closes: string };
const STYLES: readonly Style[] = [
  { name: 'double', opens: '“„"', closes: '”“"' },
  { name: 'single', opens: '‘‚', closes: '’' },
  { name: 'straight single', opens: "'", closes: "'" },
  { name: 'guillemets', opens: '«»', closes: '»«' },
];
const SIGNS = new Set('“”„"‘’‚\'«»');

/** Words that lose their first letters: the sign before them is an apostrophe, not an opening mark. */
const ELIDED = /^(?:em|til|tis|twas|cause|bout|round|n|neath|im|er|ere|nuff|cept|\d0s)$/i;

const isWordEnd = (sign: string) => /[\p{L}\p{N}]/u.test(sign);
const isSpace = (sign: string) => sign === '' || /\s/.test(sign);

/** What the sign of a token could be, told from its neighbours alone. */
type Reading = { style: Style; opens: boolean; closes: boolean; strong: boolean };

/** Reads a token as a quotation mark; null when it is none. */
function readingOf(text: string, token: Token, next: Token | undefined): Reading | null {
  const sign = token.text;
  if (sign.length !== 1 || !SIGNS.has(sign)) return null;
  const before = text[token.start - 1] ?? '';
  const after = text[token.end] ?? '';
  const afterSpace = isSpace(before) || /[([{—–\-/"“„«‘']/.test(before);
  const canOpen = afterSpace && !isSpace(after);
  const canClose = !isSpace(before);
  const strong = /[.,?!…;:\-—)]/.test(before);
  switch (sign) {
    case '“':
      // Also the closing mark of „German“ quotations.
      return { style: style(0), opens: afterSpace || !canClose, closes: canClose && !canOpen, strong };
    case '„':
      return { style: style(0), opens: true, closes: false, strong };
    case '”':
      return { style: style(0), opens: false, closes: true, strong };
    case '"':
      return { style: style(0), opens: canOpen || !canClose, closes: canClose || !canOpen, strong };
    case '‘':
    case '‚':
      if (next && next.start === token.end && ELIDED.test(next.text)) return null;
      return afterSpace && !isSpace(after) ? { style: style(1), opens: true, closes: false, strong } : null;
    case '’':
      return canClose && !isWordEnd(after) ? { style: style(1), opens: false, closes: true, strong } : null;
    case "'": {
      const elided = next !== undefined && next.start === token.end && ELIDED.test(next.text);
      const opens = canOpen && !elided && (isWordEnd(after) || after === '.' || after === '"' || after === '“');
      const closes = canClose && !isWordEnd(after);
      return opens || closes ? { style: style(2), opens, closes, strong } : null;
    }
    default: {
      // « French », and »German«: the side with the word tells.
      const opens = sign === '«' ? afterSpace : afterSpace && isWordEnd(after);
      return { style: style(3), opens, closes: !opens, strong };
    }
  }
}

const style = (index: number): Style => STYLES[index] as Style;

/**
 * For each token that could close a single quotation: whether a surer closing mark follows before the next opening one. Then
 * this one is the apostrophe of "the boys' hats". One pass from behind.
 */
function laterClose(readings: (Reading | null)[]): boolean[] {
  const later: boolean[] = new Array(readings.length).fill(false);
  let ahead = false;
  for (let i = readings.length - 1; i >= 0; i--) {
    const reading = readings[i];
    if (!reading || reading.style === style(0) || reading.style === style(3)) continue;
    later[i] = ahead;
    if (reading.opens && !reading.closes) ahead = false;
    else if (reading.closes) ahead = true;
  }
  return later;
}

type Open = { style: Style; quotation: Quotation; piece: number };

/**
 * Finds the quotations and fills in `quotation` and `mark` of the tokens. A quotation goes on in the next paragraph when that
 * begins with its opening mark; else it ends with its paragraph, not closed. Quotations within one are part of it.
 * Each token is looked at a bounded number of times.
 */
export function findQuotations(text: string, tokens: Token[], paragraphs: readonly Range[]): Quotation[] {
  const quotations: Quotation[] = [];
  let carried: Open | null = null;
  for (const paragraph of paragraphs) {
    const part = tokens.slice(paragraph.from, paragraph.to);
    const readings = part.map((token, i) => readingOf(text, token, part[i + 1]));
    const later = laterClose(readings);
    let open: Open | null = null;
    let inner: Style | null = null;
    const first = readings[0];
    if (carried && first?.opens && first.style === carried.style) open = goOn(carried, paragraph.from);
    carried = null;
    for (const [i, token] of part.entries()) {
      const at = paragraph.from + i;
      if (open) token.quotation = open.quotation.number;
      const reading = readings[i];
      if (i === 0 && open) {
        token.mark = MARK.opening;
        continue;
      }
      if (!reading) continue;
      const single = reading.style === style(1) || reading.style === style(2);
      const apostrophe = single && reading.closes && !reading.strong && /s$/i.test(part[i - 1]?.text ?? '');
      if (!open) {
        if (
          reading.opens &&
          (!single || reading.style === style(1) || later[i] || nextBegins(text, paragraph, token))
        ) {
          open = opened(quotations, reading.style, token, at);
        } else if (reading.closes && !single && !/\d/.test(text[token.start - 1] ?? '')) token.mark = MARK.closing;
        continue;
      }
      if (inner && inner === reading.style && reading.closes && !(apostrophe && later[i])) {
        inner = null;
        // A straight mark that could end either: the outer one when nothing else ends it.
        continue;
      }
      if (reading.style !== open.style) {
        if (reading.opens && (!single || later[i])) inner = reading.style;
        continue;
      }
      if (reading.closes && !(apostrophe && later[i]) && !(reading.opens && !canEnd(reading, part, i))) {
        token.mark = MARK.closing;
        finish(open, tokens, at, true);
        open = null;
        inner = null;
      } else if (reading.opens && token.text === '"') {
        // An opening mark where a closing one was due: the quotation before it was never closed.
        finish(open, tokens, at, false);
        open = opened(quotations, reading.style, token, at);
        inner = null;
      }
    }
    if (open) {
      addPiece(open, tokens, paragraph.to);
      carried = open;
    }
  }
  return quotations;
}

/** Begins a quotation with its opening mark, the token at a place. */
function opened(quotations: Quotation[], style: Style, token: Token, at: number): Open {
  const number = quotations.length + 1;
  const quotation = { number, start: token.start, end: token.end, from: at, to: at + 1, pieces: [], closed: false };
  quotations.push(quotation);
  token.quotation = number;
  token.mark = MARK.opening;
  return { style, quotation, piece: at + 1 };
}

/** Whether a mark that could open as well ends a quotation: it has something before it on its side. */
function canEnd(reading: Reading, part: readonly Token[], i: number): boolean {
  return reading.strong || part[i - 1]?.mark === MARK.none;
}

function goOn(open: Open, from: number): Open {
  return { ...open, piece: from + 1 };
}

function addPiece(open: Open, tokens: readonly Token[], to: number): void {
  const { quotation, piece } = open;
  const last = tokens[to - 1];
  const first = tokens[piece];
  if (last) quotation.end = last.end;
  quotation.to = to;
  if (first && last && piece < to) quotation.pieces.push({ start: first.start, end: last.end, from: piece, to });
}

/** Ends a quotation: before token `at`, and with that token when it is the closing mark. */
function finish(open: Open, tokens: readonly Token[], at: number, closed: boolean): void {
  addPiece(open, tokens, at);
  const mark = tokens[at];
  if (!closed || !mark) return;
  open.quotation.closed = true;
  open.quotation.end = mark.end;
  open.quotation.to = at + 1;
}

/** Whether the paragraph begins with this mark and the next one does, too: then it may stay open. */
function nextBegins(text: string, paragraph: Range, token: Token): boolean {
  if (token.start !== paragraph.start) return false;
  let at = paragraph.end;
  while (at < text.length && /\s/.test(text[at] ?? '')) at++;
  return text[at] === token.text;
}
