import type { Corpus } from '../../domain/corpus.ts';
import type { Evidence } from '../../domain/evidence.ts';
import type { Mark, Review } from '../../domain/mark.ts';
import type { Slug } from '../../domain/slug.ts';
import type { Statement } from '../../domain/statement.ts';
import type { Target } from '../decisions.ts';
import { allAt } from './quotes.ts';

/** A corpus while decisions are replayed over it, whose lists are copies of its own. */
export type Work = Corpus & {
  /** The words that statements had in the draft, by id: later decisions may still speak of them. */
  first: ReadonlyMap<Slug, readonly Evidence[]>;
  /** Actors that became others. */
  into: Map<Slug, Slug>;
};

/** Why a decision is lost; null when it was carried over. */
export type LostReason = string | null;

export const NOT_FOUND = 'The words do not stand exactly once in these articles.';
export const NO_CLAIM = 'No claim of the draft has these words.';
export const NO_ACTOR = 'An actor that it names is not there.';

export function workOn(corpus: Corpus): Work {
  const { actors, places, statements, relations, venues, events, flags } = corpus;
  return {
    ...corpus,
    actors: [...actors],
    places: [...places],
    statements: [...statements],
    relations: [...relations],
    venues: [...venues],
    events: [...events],
    flags: [...flags],
    first: new Map(statements.map(({ id, content }) => [id, content])),
    into: new Map(),
  };
}

/** The corpus of what was worked on. */
export function corpusOf({ first: _, into: __, ...corpus }: Work): Corpus {
  return corpus;
}

/** The actor that an id stands for by now; null when there is none. */
export function actorNow({ actors, into }: Work, id: Slug): Slug | null {
  let now = id;
  for (let steps = 0; into.has(now) && steps <= into.size; steps += 1) now = into.get(now) ?? now;
  return actors.some((actor) => actor.id === now) ? now : null;
}

const same = (a: readonly Evidence[], b: readonly Evidence[]) =>
  a.length === b.length &&
  a.every(({ article, start, end }, i) => b[i]?.article === article && b[i]?.start === start && b[i]?.end === end);

/** The place of the one statement that has these words now, or had them in the draft; -1 when none or several do. */
export function statementAt({ statements, first }: Work, words: readonly Evidence[]): number {
  const now = onlyOne(statements, ({ content }) => same(content, words));
  return now >= 0 ? now : onlyOne(statements, ({ id }) => same(first.get(id) ?? [], words));
}

function onlyOne<T>(list: readonly T[], fits: (item: T) => boolean): number {
  const at = list.findIndex(fits);
  return at >= 0 && list.findIndex((item, i) => i > at && fits(item)) < 0 ? at : -1;
}

const sameIds = (a: readonly Slug[], b: readonly (Slug | null)[]) =>
  a.length === b.length && a.every((id) => b.includes(id));

/** Where a claim stands in its list; a sentence when it is not found. */
export function placeOf(work: Work, target: Target): number | string {
  const placed = (at: number) => (at >= 0 ? at : NO_CLAIM);
  switch (target.list) {
    case 'actors': {
      const id = actorNow(work, target.id);
      return id === null ? NO_ACTOR : placed(work.actors.findIndex((one) => one.id === id));
    }
    case 'places':
      return placed(work.places.findIndex(({ id }) => id === target.id));
    case 'venues':
      return placed(work.venues.findIndex(({ place }) => place === target.place));
    default: {
      const words = allAt(work.articles, target.words);
      if (!words) return NOT_FOUND;
      if (target.list === 'statements') return placed(statementAt(work, words));
      if (target.list === 'events')
        return placed(onlyOne(work.events, (one) => one.surface === target.surface && same(one.evidence, words)));
      if (target.list === 'flags')
        return placed(onlyOne(work.flags, ({ kind, spans }) => kind === target.kind && same(spans, words)));
      const [actors, recipients] = [target.actors, target.recipients].map((ids) => ids.map((id) => actorNow(work, id)));
      return placed(
        onlyOne(
          work.relations,
          (one) =>
            one.event === target.event &&
            same(one.evidence, words) &&
            sameIds(one.actors, actors ?? []) &&
            sameIds(one.recipients, recipients ?? []),
        ),
      );
    }
  }
}

/** A mark that people have looked at. A closer look is not undone by accepting in bulk. */
export function reviewed(mark: Mark, review: Exclude<Review, 'none'>): Mark {
  if (mark.by === 'person') return mark;
  if (review === 'bulk' && mark.review !== 'none') return mark;
  if (review === 'accepted' && mark.review === 'corrected') return mark;
  return { ...mark, review };
}

/** The order of statements: by article, then by place in the text. */
export function statementOrder({ articles }: Pick<Corpus, 'articles'>): (a: Statement, b: Statement) => number {
  const rank = new Map(articles.map(({ id }, i) => [id, i]));
  const article = ({ content }: Statement) => rank.get(content[0]?.article ?? '') ?? 0;
  const start = ({ content }: Statement) => content[0]?.start ?? 0;
  const cue = (one: Statement) => one.cue[0]?.start ?? 0;
  return (a, b) => article(a) - article(b) || start(a) - start(b) || cue(a) - cue(b) || (a.id < b.id ? -1 : 1);
}
