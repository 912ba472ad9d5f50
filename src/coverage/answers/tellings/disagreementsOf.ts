import { type Article, paragraphNumbers } from '../../../domain/article.ts';
import { actorName, type Dataset } from '../../../domain/corpus.ts';
import { surfaceParts } from '../../../domain/datedEvent.ts';
import { byPlaceInText, type Evidence, overlaps } from '../../../domain/evidence.ts';
import { inArticle } from '../../../domain/inArticle.ts';
import { type Statement, spansOf, speakerOf } from '../../../domain/statement.ts';
import type { Opened } from '../../../domain/view.ts';
import type { Disagreement, Remark, Voice } from './disagreement.ts';
import type { Join } from './joins.ts';
import { spellings } from './spellings.ts';

const firstNumber = (article: Article, span: Evidence | undefined) =>
  span ? (paragraphNumbers(article, span.start, span.end)[0] ?? 1) : 1;

/** The last speaker that is settled before a statement in its article, and the paragraph of those words; null when there is none. */
function speakerBefore(whole: Dataset, article: Article, statement: Statement) {
  const place = statement.content[0]?.start ?? 0;
  let last: { actor: string; span: Evidence } | null = null;
  for (const other of inArticle(whole, article.id).statements) {
    const [actor, span] = [speakerOf(other), other.content[0]];
    if (actor === null || span?.article !== article.id || span.start >= place) continue;
    if (last === null || span.start > last.span.start) last = { actor, span };
  }
  return last && { actor: last.actor, number: firstNumber(article, last.span) };
}

function speakerVoice(whole: Dataset, article: Article, statement: Statement): Voice {
  const { speaker } = statement;
  const before = speakerBefore(whole, article, statement);
  const after: Remark = before
    ? [', after words of ', { name: actorName(whole, before.actor) }, ` in ${article.badge} ${before.number}`]
    : [];
  const name = { name: speaker.status === 'unresolved' ? '' : actorName(whole, speaker.actor) };
  const remark: Remark =
    speaker.status === 'named'
      ? [name, ', named in the sentence']
      : speaker.status === 'unresolved'
        ? ['not settled', ...after]
        : speaker.method === 'sibling-article'
          ? [name, ', settled only by another article', ...after]
          : [name, ', settled by other words of this article'];
  return {
    words: speaker.status === 'named' ? null : (statement.source?.exact ?? null),
    remark,
    number: firstNumber(article, statement.content[0]),
    opened: { mark: statement.id, passage: 1 },
  };
}

/** Same words, but not the same certainty about who says them, or not after the same person. */
function bySpeaker(whole: Dataset, a: Article, b: Article, joins: readonly Join[]): Disagreement[] {
  return joins.flatMap((join) => {
    const [inA, inB] = [join.a.statement, join.b.statement];
    if (!inA || !inB) return [];
    const alike = inA.speaker.status === inB.speaker.status && speakerOf(inA) === speakerOf(inB);
    const neighbours = [speakerBefore(whole, a, inA)?.actor, speakerBefore(whole, b, inB)?.actor];
    if (alike && (inA.speaker.status !== 'unresolved' || neighbours[0] === neighbours[1])) return [];
    const spans = [...spansOf(inA), ...spansOf(inB)];
    const flags = whole.flags.filter(
      ({ kind, spans: own }) => kind === 'ambiguous-speaker' && own.some((x) => spans.some((y) => overlaps(x, y))),
    );
    return {
      key: `speaker:${join.key}`,
      about: 'speaker' as const,
      what: join.a.spans.map(({ exact }) => exact).join(' … '),
      a: [speakerVoice(whole, a, inA)],
      b: [speakerVoice(whole, b, inB)],
      flags,
    };
  });
}

/** Contested days, and sentences that a flag says contradict one another. Both may stand in one article. */
function byFact(whole: Dataset, a: Article, b: Article): Disagreement[] {
  const flags = whole.flags.filter(({ kind }) => kind === 'contradiction');
  const order = byPlaceInText(whole.articles.map(({ id }) => id));
  const told = new Set<string>();
  const voices = (article: Article, mark: string, spans: readonly Evidence[], surfaces: string[]): Voice[] =>
    spans.flatMap((span, index) => {
      if (span.article !== article.id || span.start >= article.text.length) return [];
      const words = surfaces.find((surface) => span.exact.includes(surface)) ?? span.exact;
      return { words, remark: [], number: firstNumber(article, span), opened: { mark, passage: index + 1 } };
    });
  const days = whole.events
    .filter(({ certainty }) => certainty === 'contested')
    .map((event): Disagreement => {
      const own = flags.filter(({ spans }) => spans.some((x) => event.evidence.some((y) => overlaps(x, y))));
      for (const { id } of own) told.add(id);
      const surfaces = surfaceParts(event);
      const passages = [...event.evidence].sort(order);
      return {
        key: `day:${event.id}`,
        about: 'day',
        what: event.label,
        a: voices(a, event.id, passages, surfaces),
        b: voices(b, event.id, passages, surfaces),
        flags: own,
      };
    });
  const others = flags
    .filter(({ id }) => !told.has(id))
    .map(
      (flag): Disagreement => ({
        key: `contradiction:${flag.id}`,
        about: 'contradiction',
        what: flag.note,
        a: voices(a, flag.id, flag.spans, []),
        b: voices(b, flag.id, flag.spans, []),
        flags: [],
      }),
    );
  // One voice of this pair alone disagrees with a third article, not here.
  return [...days, ...others].filter((one) => one.a.length + one.b.length > 1);
}

/** What the two articles do not tell alike: who speaks, on which day, and how names are spelt. In this order. */
export function disagreementsOf(
  whole: Dataset,
  a: Article,
  b: Article,
  joins: readonly Join[],
  opened: ReadonlyMap<string, Opened>,
): Disagreement[] {
  return [...bySpeaker(whole, a, b, joins), ...byFact(whole, a, b), ...spellings(whole, a, b, opened)];
}
