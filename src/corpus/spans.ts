import type { Evidence } from '../domain/evidence.ts';
import { clip, describe, type Problem, step } from './problem.ts';
import type { Shaped } from './shape.ts';

export type Placed = { span: Evidence; path: string };

function listOf(spans: Evidence[], path: string): Placed[] {
  return spans.map((span, index) => ({ span, path: step(path, index) }));
}

/** Every span of a file with its JSON path, by the kind of thing that it belongs to. */
export function allSpans({
  lists,
}: Shaped): Record<'actors' | 'statements' | 'relations' | 'venues' | 'events' | 'flags', Placed[]> {
  return {
    actors: lists.actors.flatMap(({ item, path }) =>
      item.role ? [{ span: item.role.evidence, path: step(step(path, 'role'), 'evidence') }] : [],
    ),
    statements: lists.statements.flatMap(({ item, path }) => [
      ...listOf(item.content, step(path, 'content')),
      ...listOf(item.quoted, step(path, 'quoted')),
      ...listOf(item.cue, step(path, 'cue')),
      ...(item.source ? [{ span: item.source, path: step(path, 'source') }] : []),
      ...(item.speaker.status === 'resolved'
        ? listOf(item.speaker.because, step(step(path, 'speaker'), 'because'))
        : []),
      ...(item.relay ? [{ span: item.relay.evidence, path: step(step(path, 'relay'), 'evidence') }] : []),
      ...(item.said ? [{ span: item.said.evidence, path: step(step(path, 'said'), 'evidence') }] : []),
    ]),
    relations: lists.relations.flatMap(({ item, path }) => listOf(item.evidence, step(path, 'evidence'))),
    venues: lists.venues.flatMap(({ item, path }) => [
      ...listOf(item.evidence, step(path, 'evidence')),
      ...item.claims.flatMap((claim, index) =>
        listOf(claim.evidence, step(step(step(path, 'claims'), index), 'evidence')),
      ),
    ]),
    events: lists.events.flatMap(({ item, path }) => listOf(item.evidence, step(path, 'evidence'))),
    flags: lists.flags.flatMap(({ item, path }) => listOf(item.spans, step(path, 'spans'))),
  };
}

/** Looking for lost words reads a whole article, so only so many problems of so many characters in so long a text get the hint. */
const HINTS = { problems: 200, words: 200, text: 200_000 } as const;

/** Where the words do stand, for the person who has to mend a drifted span. */
function hint(text: string, exact: string, before: number): string {
  if (before >= HINTS.problems || exact.length > HINTS.words || text.length > HINTS.text) return '';
  const at = text.indexOf(exact);
  if (at < 0) return '; these words are nowhere in the article';
  return `; they stand at ${at} to ${at + exact.length}${text.includes(exact, at + 1) ? ' and elsewhere' : ''}`;
}

/** True where a place in a text lies between the two halves of one character. */
function splitsPair(text: string, at: number): boolean {
  const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

/** `text.slice(start, end) === exact` for every span, whose end lies in the text, and the article exists. */
export function checkSpans(shaped: Shaped, spans: Placed[], problems: Problem[]): void {
  const texts = new Map(shaped.lists.articles.map(({ item }) => [item.id, item.text]));
  for (const { span, path } of spans) {
    const text = texts.get(span.article);
    if (text === undefined) {
      if (shaped.idsOfFailed.has(span.article)) continue;
      problems.push({
        code: 'dangling-reference',
        path: step(path, 'article'),
        expected: 'the id of an article',
        found: `"${clip(span.article)}"`,
      });
    } else if (splitsPair(text, span.start) || splitsPair(text, span.end)) {
      const found = `${span.start} to ${span.end}, inside a surrogate pair`;
      problems.push({ code: 'drifted-span', path, expected: 'a span that begins and ends between characters', found });
    } else if (span.end > text.length) {
      // A slice would end with the text, and say nothing.
      const expected = `an end of at most ${text.length}, where the article ends`;
      problems.push({ code: 'drifted-span', path, expected, found: String(span.end) });
    } else if (text.slice(span.start, span.end) !== span.exact) {
      const found = `${describe(text.slice(span.start, span.end))} at ${span.start} to ${span.end}${hint(text, span.exact, problems.length)}`;
      problems.push({ code: 'drifted-span', path, expected: `"${clip(span.exact)}"`, found });
    }
  }
}
