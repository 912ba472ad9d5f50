import { CUE, type CueState, cueFeatures, passCue, startSentence } from '../cues.ts';
import { type TokenFeatures, tokenFeatures } from '../features.ts';
import type { FeatureBuffer } from '../hash.ts';
import { segment } from '../segment.ts';
import type { Token } from '../segmented.ts';
import { cueContext, localFeatures, pathFeatures, SIDE, SPAN } from '../spanFeatures.ts';
import { countedBefore } from '../spans.ts';
import type { LabelledStatement, LabelledText, Offsets } from './labels.ts';

/** What a pass learns at once: the features of each token in turn, and the label each should get. */
export type Lesson = { features: Int32Array[]; gold: Uint8Array };

/** What both passes learn from one text: its tokens as cues, and one window for each statement. */
export type Lessons = { cues: Lesson; spans: Lesson[] };

const overlaps = (token: Token, spans: readonly Offsets[]) =>
  spans.some(([start, end]) => token.start < end && token.end > start);

/** Widens the content of a quotation to its marks and the signs before them: the passes learn whole quotations. */
function withMarks(text: string, statement: LabelledStatement): Offsets[] {
  if (statement.kind === 'indirect') return statement.content;
  return statement.content.map(([start, end]) => {
    const from = /["“‘']/.test(text[start - 1] ?? '') ? start - 1 : start;
    let at = end;
    while (/[.,!?]/.test(text[at] ?? '')) at++;
    return [from, /["”’']/.test(text[at] ?? '') ? at + 1 : end];
  });
}

type CuedStatement = { from: number; to: number; statement: LabelledStatement };

/** Turns a labelled text into what both passes learn from. Nested statements and those without a cue are left out. */
export function lessonsOf(doc: LabelledText, out: FeatureBuffer): Lessons {
  const segmented = segment(doc.text);
  const { tokens } = segmented;
  const f = tokenFeatures(segmented);
  const labels = new Uint8Array(tokens.length);
  const cued: CuedStatement[] = [];
  for (const statement of doc.statements) {
    if (statement.nested || statement.cue.length === 0) continue;
    const at = tokens.flatMap((token, i) => (overlaps(token, statement.cue) ? [i] : []));
    const from = at[0];
    if (from === undefined) continue;
    for (const [k, i] of at.entries()) labels[i] = k === 0 || i !== (at[k - 1] as number) + 1 ? CUE.begin : CUE.inside;
    let to = from + 1;
    while (at.includes(to)) to++;
    cued.push({ from, to, statement });
  }
  const isCue = labels.map((label) => (label === CUE.none ? 0 : 1));
  const before = countedBefore(isCue);
  const spans = cued.map(({ from, to, statement }) => {
    const context = cueContext(f, from, to);
    const features: Int32Array[] = [];
    for (let token = context.low; token < context.high; token++) {
      const side = token < from ? SIDE.before : token >= to ? SIDE.after : SIDE.cue;
      localFeatures(f, token, side, out);
      const local = out.at.slice(0, out.size);
      pathFeatures(f, token, context, isCue, before, out);
      const row = new Int32Array(local.length + out.size);
      row.set(local);
      row.set(out.at.subarray(0, out.size), local.length);
      features.push(row);
    }
    return { features, gold: spanLabels(doc.text, tokens, context.low, context.high, from, to, statement) };
  });
  return { cues: { features: cueRows(f, labels, out), gold: labels }, spans };
}

function cueRows(f: TokenFeatures, labels: Uint8Array, out: FeatureBuffer): Int32Array[] {
  const state: CueState = { label: 0, lastCue: 0, since: 0 };
  return Array.from(labels, (label, i) => {
    startSentence(state, f, i);
    cueFeatures(f, i, state, out);
    passCue(state, f, i, label);
    return out.at.slice(0, out.size);
  });
}

/** The labels of the window's tokens for one statement. */
function spanLabels(
  text: string,
  tokens: readonly Token[],
  low: number,
  high: number,
  from: number,
  to: number,
  statement: LabelledStatement,
): Uint8Array {
  const content = withMarks(text, statement);
  const source = statement.source ? [statement.source] : [];
  const gold = new Uint8Array(high - low);
  const kinds = Array.from(gold, (_, k) => {
    const token = tokens[low + k] as Token;
    if (low + k >= from && low + k < to) return 0;
    return overlaps(token, source) ? 1 : overlaps(token, content) ? 2 : 0;
  });
  const begins = (token: Token) => content.some(([start]) => start >= token.start && start < token.end);
  for (const [k, kind] of kinds.entries()) {
    if (kind === 0) continue;
    const first = kinds[k - 1] !== kind || (kind === 2 && begins(tokens[low + k] as Token));
    const next = tokens[low + k + 1];
    const last = kinds[k + 1] !== kind || (kind === 2 && next !== undefined && begins(next));
    const base = kind === 1 ? SPAN.source : SPAN.content;
    gold[k] = last ? base + 2 : first ? base : base + 1;
  }
  return gold;
}
