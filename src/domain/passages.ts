import { paragraphNumbers, paragraphsOf } from './article.ts';
import { type Dataset, itemById } from './corpus.ts';
import { type DatedEvent, surfaceParts } from './datedEvent.ts';
import type { Evidence } from './evidence.ts';
import { inverted, type Lists, listWriter } from './lists.ts';
import { ended } from './portions.ts';
import type { Relation } from './relation.ts';
import { folded } from './searchText.ts';
import type { Slug } from './slug.ts';
import { type Statement, spansOf, speakerOf } from './statement.ts';
import type { TextFlag } from './textFlag.ts';
import type { Venue } from './venue.ts';

/**
 * The smallest thing that a filter keeps or drops: one observation together with one of its passages. A relation told in three
 * passages is three told things; a statement is one, a venue is one per article that names it, a flag is one per span.
 */
export type Told = {
  article: Slug;
  evidence: Evidence[];
  /** Its own names, which the text filter finds beside the words of its evidence. */
  names: string[];
  /** False for a passage of an event that does not date it: it stays only beside one that does. */
  leads: boolean;
} & (
  | { list: 'statements'; item: Statement }
  | { list: 'relations'; item: Relation }
  | { list: 'venues'; item: Venue }
  | { list: 'events'; item: DatedEvent }
  | { list: 'flags'; item: TextFlag }
);

/**
 * All told things of a dataset by number, in the order of its lists, so that the n-th statement is number n. Items and paragraphs
 * are numbers, too: filters go over all of this at every click.
 */
export type ToldIndex = {
  things: Told[];
  itemOf: Int32Array;
  ofItem: Lists;
  leads: Uint8Array;
  /** The paragraphs that a thing's passage touches. */
  paragraphs: Lists;
  inParagraph: Lists;
  /** The words of each thing as they are compared, where they have been asked for already. */
  words: (string | undefined)[];
};

/** Things between two places where the work can be interrupted: few, for one may have 1,500 passages. */
const PORTION = 100;

function* thingsOf(dataset: Dataset): Generator<Told> {
  const base = (evidence: Evidence[], ...names: string[]) => ({
    article: evidence[0]?.article ?? '',
    evidence,
    names,
    leads: true,
  });
  for (const item of dataset.statements) {
    const speaker = itemById(dataset.actors, speakerOf(item) ?? '');
    yield { list: 'statements', item, ...base(spansOf(item), speaker?.name ?? '', speaker?.fullName ?? '') };
  }
  for (const item of dataset.relations)
    for (const passage of item.evidence) yield { list: 'relations', item, ...base([passage], item.summary) };
  for (const item of dataset.venues) {
    for (const article of new Set(item.evidence.map(({ article }) => article))) {
      const claims = item.claims.filter((claim) => claim.evidence.some((passage) => passage.article === article));
      const passages = [...item.evidence, ...claims.flatMap((claim) => claim.evidence)].filter(
        (passage) => passage.article === article,
      );
      const name = itemById(dataset.places, item.place)?.name ?? item.place;
      yield { list: 'venues', item, ...base(passages, name, ...claims.map(({ text }) => text)) };
    }
  }
  for (const item of dataset.events)
    for (const passage of item.evidence) {
      const leads = surfaceParts(item).some((words) => passage.exact.includes(words));
      yield { list: 'events', item, ...base([passage], item.label), leads };
    }
  for (const item of dataset.flags)
    for (const span of item.spans) yield { list: 'flags', item, ...base([span], item.note) };
}

const cache = new WeakMap<Dataset, ToldIndex>();

/** Makes the index in portions, for whoever has other things to do in between; afterwards `toldThings` has it. */
export function* indexing(dataset: Dataset): Generator<void, ToldIndex> {
  const known = cache.get(dataset);
  if (known) return known;
  const things: Told[] = [];
  const numbers = new Map<unknown, number>();
  const itemOf: number[] = [];
  const paragraphs = listWriter();
  /** Where the numbers of each article's paragraphs begin. */
  const bases = new Map<Slug, number>();
  /** The last thing that touched each paragraph. */
  const touchedBy: number[] = [];
  let size = 0;
  for (const thing of thingsOf(dataset)) {
    const at = things.push(thing) - 1;
    if (at % PORTION === PORTION - 1) yield;
    let number = numbers.get(thing.item);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(thing.item, number);
    }
    itemOf.push(number);
    for (const { article: id, start, end } of thing.evidence) {
      const article = itemById(dataset.articles, id);
      if (!article) continue;
      let base = bases.get(id);
      if (base === undefined) {
        base = size;
        bases.set(id, base);
        size += paragraphsOf(article).length;
      }
      for (const inArticle of paragraphNumbers(article, start, end)) {
        const paragraph = base + inArticle - 1;
        if (touchedBy[paragraph] === at) continue;
        touchedBy[paragraph] = at;
        paragraphs.put(paragraph);
      }
    }
    paragraphs.end();
  }
  yield;
  const lists = paragraphs.lists();
  const items = Int32Array.from(itemOf);
  const starts = new Int32Array(items.length + 1);
  const leads = new Uint8Array(items.length);
  for (let at = 0; at < items.length; at += 1) {
    starts[at + 1] = at + 1;
    leads[at] = Number(things[at]?.leads ?? false);
  }
  yield;
  const ofItem = inverted({ starts, items }, numbers.size);
  yield;
  const index: ToldIndex = {
    things,
    itemOf: items,
    ofItem,
    leads,
    paragraphs: lists,
    inParagraph: inverted(lists, size),
    words: new Array(things.length),
  };
  cache.set(dataset, index);
  return index;
}

/** All told things of a dataset. Computed once per dataset. */
export function toldThings(dataset: Dataset): ToldIndex {
  return ended(indexing(dataset));
}

/** The words and names of a told thing as the text filter compares them. */
export function toldWords({ things, words }: ToldIndex, at: number): string {
  const known = words[at];
  if (known !== undefined) return known;
  const thing = things[at];
  const made = thing ? folded([...thing.evidence.map(({ exact }) => exact), ...thing.names].join('\n')) : '';
  words[at] = made;
  return made;
}
