import { paragraphNumbers } from './article.ts';
import { actorName, type Dataset, itemById } from './corpus.ts';
import { type DatedEvent, surfaceParts } from './datedEvent.ts';
import type { Evidence } from './evidence.ts';
import type { Relation } from './relation.ts';
import type { Slug } from './slug.ts';
import { type Statement, spansOf } from './statement.ts';
import type { TextFlag } from './textFlag.ts';
import type { Venue } from './venue.ts';

/**
 * The smallest thing that a filter keeps or drops: one observation together with one of its passages. A relation told in three
 * passages is three told things; a statement is one, a venue is one per article that names it, a flag is one per span.
 */
export type Told = {
  article: Slug;
  evidence: Evidence[];
  /** Paragraphs that the passage touches, as `article#number`. */
  paragraphs: string[];
  /** Its own words and names, for the text filter. */
  words: string;
  /** False for a passage of an event that does not date it: it stays only beside one that does. */
  leads: boolean;
} & (
  | { list: 'statements'; item: Statement }
  | { list: 'relations'; item: Relation }
  | { list: 'venues'; item: Venue }
  | { list: 'events'; item: DatedEvent }
  | { list: 'flags'; item: TextFlag }
);

const cache = new WeakMap<Dataset, Told[]>();

/** All told things of a dataset, in the order of its lists. Computed once per dataset. */
export function toldThings(dataset: Dataset): Told[] {
  const known = cache.get(dataset);
  if (known) return known;
  const base = (evidence: Evidence[], ...names: string[]) => {
    const paragraphs = new Set<string>();
    for (const { article: id, start, end } of evidence) {
      const article = itemById(dataset.articles, id);
      if (article) for (const number of paragraphNumbers(article, start, end)) paragraphs.add(`${id}#${number}`);
    }
    const words = [...evidence.map(({ exact }) => exact), ...names].join('\n');
    return { article: evidence[0]?.article ?? '', evidence, paragraphs: [...paragraphs], words, leads: true };
  };
  const things: Told[] = [
    ...dataset.statements.map((item): Told => {
      const speaker = item.speaker.status === 'unresolved' ? '' : actorName(dataset, item.speaker.actor);
      return {
        list: 'statements',
        item,
        ...base(spansOf(item), item.content.map(({ exact }) => exact).join(' '), speaker),
      };
    }),
    ...dataset.relations.flatMap((item) =>
      item.evidence.map((passage): Told => ({ list: 'relations', item, ...base([passage], item.summary) })),
    ),
    ...dataset.venues.flatMap((item) =>
      [...new Set(item.evidence.map(({ article }) => article))].map((article): Told => {
        const claims = item.claims.filter((claim) => claim.evidence.some((passage) => passage.article === article));
        const passages = [...item.evidence, ...claims.flatMap((claim) => claim.evidence)].filter(
          (passage) => passage.article === article,
        );
        const name = itemById(dataset.places, item.place)?.name ?? item.place;
        return { list: 'venues', item, ...base(passages, name, ...claims.map(({ text }) => text)) };
      }),
    ),
    ...dataset.events.flatMap((item) =>
      item.evidence.map((passage): Told => {
        const leads = surfaceParts(item).some((words) => passage.exact.includes(words));
        return { list: 'events', item, ...base([passage], item.label), leads };
      }),
    ),
    ...dataset.flags.flatMap((item) =>
      item.spans.map((span): Told => ({ list: 'flags', item, ...base([span], item.note) })),
    ),
  ];
  cache.set(dataset, things);
  return things;
}
