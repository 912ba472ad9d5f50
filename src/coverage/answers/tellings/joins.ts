import { type Article, paragraphNumbers, paragraphsOf } from '../../../domain/article.ts';
import type { Dataset } from '../../../domain/corpus.ts';
import { type Evidence, overlaps } from '../../../domain/evidence.ts';
import { inArticle } from '../../../domain/inArticle.ts';
import { addTo } from '../../../domain/lists.ts';
import type { Statement } from '../../../domain/statement.ts';
import type { Opened } from '../../../domain/view.ts';
import { type Run, type Wording, wordingOf } from '../../../domain/wording.ts';

/** One article's end of a join. `numbers` are the paragraphs it touches; a line is drawn from the first. */
type JoinSide = {
  article: string;
  numbers: number[];
  spans: Evidence[];
  statement: Statement | null;
  opened: Opened;
  /** Words of its first paragraph that the other's lacks, as offsets into that paragraph. */
  onlyHere: Run[];
};

/** A passage that stands in both articles: the corpus says so, by `same` of two statements or by a flag. */
export type Join = {
  key: string;
  a: JoinSide;
  b: JoinSide;
  /** The passages compared word by word. */
  wording: Wording;
};

type Side = Omit<JoinSide, 'numbers' | 'onlyHere'>;

function sidesOf(whole: Dataset, article: Article): { same: Map<string, Side[]>; flags: Map<string, Side[]> } {
  const [same, flags] = [new Map<string, Side[]>(), new Map<string, Side[]>()];
  const here = inArticle(whole, article.id);
  for (const statement of here.statements) {
    if (statement.same === null || statement.content[0]?.article !== article.id) continue;
    const spans = [...statement.content].sort((x, y) => x.start - y.start);
    const opened = { mark: statement.id, passage: 1 };
    addTo(same, statement.same, { article: article.id, spans, statement, opened });
  }
  for (const flag of here.flags) {
    if (flag.kind !== 'shared-passage') continue;
    flag.spans.forEach((span, index) => {
      if (span.article !== article.id || span.start >= article.text.length) return;
      const opened = { mark: flag.id, passage: index + 1 };
      addTo(flags, flag.id, { article: article.id, spans: [span], statement: null, opened });
    });
  }
  return { same, flags };
}

/** The text of the first paragraph of a side, with its number; a span always touches one. */
function paragraphText(article: Article, side: Side): { numbers: number[]; text: string } {
  const numbers = [...new Set(side.spans.flatMap(({ start, end }) => paragraphNumbers(article, start, end)))];
  const first = paragraphsOf(article)[(numbers[0] ?? 1) - 1];
  return { numbers, text: first ? article.text.slice(first.start, first.end) : '' };
}

/** Most passages that are joined, and most steps of all their comparisons. */
const MOST_JOINS = 60;
const STEPS = 1_000_000;

function joined(a: Article, b: Article, sideA: Side, sideB: Side, steps: number, arounds: Map<string, Wording>): Join {
  const [inA, inB] = [paragraphText(a, sideA), paragraphText(b, sideB)];
  const paragraphs = `${inA.numbers[0]} ${inB.numbers[0]}`;
  const around = arounds.get(paragraphs) ?? wordingOf(inA.text, inB.text, steps);
  arounds.set(paragraphs, around);
  const words = (side: Side) => side.spans.map(({ exact }) => exact).join(' ');
  return {
    key: `${sideA.opened.mark}.${sideA.opened.passage}=${sideB.opened.mark}.${sideB.opened.passage}`,
    a: { ...sideA, numbers: inA.numbers, onlyHere: around.onlyA },
    b: { ...sideB, numbers: inB.numbers, onlyHere: around.onlyB },
    wording: wordingOf(words(sideA), words(sideB), steps),
  };
}

const touch = (side: Side, other: Side) => side.spans.some((span) => other.spans.some((one) => overlaps(span, one)));

/**
 * The passages that stand in both articles, in the order of the first. A flag that covers the passages of two joined statements
 * adds no second join. The order in the other article may be another one: joins may cross. At most `MOST_JOINS` are found.
 */
export function joinsOf(whole: Dataset, a: Article, b: Article): Join[] {
  const [inA, inB] = [sidesOf(whole, a), sidesOf(whole, b)];
  const pairs: [Side, Side][] = [];
  const pairUp = (ofA: Map<string, Side[]>, ofB: Map<string, Side[]>) => {
    for (const [key, sides] of ofA)
      for (const sideA of sides) {
        // Of the known joins, those on this side: few, where there are many sides of the other.
        const touching = pairs.filter(([known]) => touch(known, sideA));
        for (const sideB of ofB.get(key) ?? []) {
          if (pairs.length === MOST_JOINS) return;
          if (touching.some(([, known]) => touch(known, sideB))) continue;
          const pair: [Side, Side] = [sideA, sideB];
          touching.push(pair);
          pairs.push(pair);
        }
      }
  };
  pairUp(inA.same, inB.same);
  pairUp(inA.flags, inB.flags);
  const arounds = new Map<string, Wording>();
  const steps = Math.min(400_000, STEPS / Math.max(1, pairs.length * 2));
  return pairs
    .map(([sideA, sideB]) => joined(a, b, sideA, sideB, steps, arounds))
    .sort((x, y) => (x.a.spans[0]?.start ?? 0) - (y.a.spans[0]?.start ?? 0));
}
