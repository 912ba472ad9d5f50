import type { Actor } from '../domain/actor.ts';
import type { Corpus } from '../domain/corpus.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { Relation } from '../domain/relation.ts';
import type { Slug } from '../domain/slug.ts';
import type { Statement } from '../domain/statement.ts';
import { plainName } from '../reader/assemble/ids.ts';

/** One difference between a corpus by hand and one that was read; `grave` where the reader says something that is not so. */
export type CorpusDifference = { what: string; hand: string; read: string; grave: boolean };

/** A corpus by hand laid against one that was read of the same texts. */
export type Comparison = {
  differences: CorpusDifference[];
  /** Statements of the hand-made corpus with the one of the reader that has most of their words. */
  pairs: { hand: Statement; read: Statement | null }[];
  /** Signed to somebody whom the hand-made corpus does not name there. */
  wrongSpeakers: CorpusDifference[];
};

const formsOf = ({ name, aliases, metonyms }: Actor) => new Set([name, ...aliases, ...metonyms].map(plainName));
const quoted = (words: string) => `“${words.length > 70 ? `${words.slice(0, 69)}…` : words}”`;
const wordsOf = (spans: readonly Evidence[]) => quoted(spans.map(({ exact }) => exact).join(' … '));

/** Characters that two lists of passages share. */
function shared(a: readonly Evidence[], b: readonly Evidence[]): number {
  let sum = 0;
  for (const one of a)
    for (const two of b)
      if (one.article === two.article) sum += Math.max(0, Math.min(one.end, two.end) - Math.max(one.start, two.start));
  return sum;
}
const sizeOf = (spans: readonly Evidence[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0);

/** Articles of the corpus that was read, by the id of the one with the same text. */
function renamed(read: Corpus, hand: Corpus): Corpus {
  const ids = new Map(
    read.articles.map(({ id, text }) => [id, hand.articles.find((one) => one.text === text)?.id ?? id]),
  );
  return JSON.parse(JSON.stringify(read), (key, value) =>
    key === 'article' && typeof value === 'string' ? (ids.get(value) ?? value) : value,
  ) as Corpus;
}

/** The actor by hand that an actor of the reader is: the one with whom it shares most forms of its name; null for nobody. */
function actorsOf(hand: Corpus, read: Corpus): Map<Slug, Slug | null> {
  return new Map(
    read.actors.map((actor) => {
      const forms = formsOf(actor);
      const scored = hand.actors
        .map((one) => ({ id: one.id, score: [...formsOf(one)].filter((form) => forms.has(form)).length }))
        .sort((a, b) => b.score - a.score);
      return [actor.id, scored[0] && scored[0].score > 0 ? scored[0].id : null];
    }),
  );
}

/** Lays a corpus that was read against one by hand of the same texts, and lists every difference. */
export function compare(hand: Corpus, other: Corpus): Comparison {
  const read = renamed(other, hand);
  const actorOf = actorsOf(hand, read);
  const differences: CorpusDifference[] = [];
  const tell = (what: string, byHand: string, byReader: string, grave = false) => {
    const difference = { what, hand: byHand, read: byReader, grave };
    differences.push(difference);
    return difference;
  };
  const wrongSpeakers: CorpusDifference[] = [];
  const taken = new Set<Statement>();
  const pairs = hand.statements.map((one) => {
    const [best] = read.statements
      .filter((two) => !taken.has(two))
      .map((two) => ({ two, size: shared(one.content, two.content) }))
      .sort((a, b) => b.size - a.size);
    const fits = best && best.size * 2 >= Math.min(sizeOf(one.content), sizeOf(best.two.content)) && best.size > 0;
    if (fits) taken.add(best.two);
    return { hand: one, read: fits ? best.two : null };
  });
  for (const { hand: one, read: two } of pairs) {
    const words = wordsOf(one.content);
    if (!two) {
      tell('statement', words, 'not found');
      continue;
    }
    const [own, found] = [speakerOf(one), two.speaker.status === 'unresolved' ? null : two.speaker.actor];
    const named = found && (actorOf.get(found) ?? found);
    if (named !== own) {
      const grave = named !== null;
      const difference = tell(`speaker of ${words}`, own ?? 'open', named ?? 'open', grave);
      if (grave) wrongSpeakers.push(difference);
    }
    if (wordsOf(one.content) !== wordsOf(two.content)) tell('words', words, wordsOf(two.content));
    if (one.kind !== two.kind) tell(`kind of ${words}`, one.kind, two.kind);
    const relay = two.relay && (actorOf.get(two.relay.actor) ?? two.relay.actor);
    if ((one.relay?.actor ?? null) !== relay) tell(`relay of ${words}`, one.relay?.actor ?? 'none', relay ?? 'none');
    const to = two.addressee && (actorOf.get(two.addressee) ?? two.addressee);
    if (one.addressee !== to) tell(`addressee of ${words}`, one.addressee ?? 'none', to ?? 'none');
    if ((one.said?.date ?? null) !== (two.said?.date ?? null))
      tell(`day of ${words}`, one.said?.date ?? 'none', two.said?.date ?? 'none');
  }
  for (const two of read.statements)
    if (!taken.has(two)) tell('statement', 'none', `${wordsOf(two.content)}, ${two.speaker.status}`);
  compareActors(hand, read, actorOf, tell);
  compareTies(hand, read, actorOf, tell);
  comparePlaces(hand, read, tell);
  for (const [list, evidence] of [
    ['events', 'evidence'],
    ['flags', 'spans'],
  ] as const)
    compareMarked(hand, read, list, evidence, tell);
  return { differences, pairs, wrongSpeakers };
}

const speakerOf = ({ speaker }: Statement) => (speaker.status === 'unresolved' ? null : speaker.actor);

type Tell = (what: string, hand: string, read: string, grave?: boolean) => void;

function compareActors(hand: Corpus, read: Corpus, actorOf: ReadonlyMap<Slug, Slug | null>, tell: Tell): void {
  const found = new Set(actorOf.values());
  for (const { id, name } of hand.actors) if (!found.has(id)) tell('actor', name, 'not made');
  for (const actor of read.actors) {
    const own = hand.actors.find(({ id }) => id === actorOf.get(actor.id));
    if (!own) tell('actor', 'none', `${actor.name} (${actor.kind})`);
    else if (own.kind !== actor.kind) tell(`kind of ${own.name}`, own.kind, actor.kind);
  }
}

function tieKey({ actors, recipients, event }: Relation, nameOf: (id: Slug) => Slug): string {
  const ids = (list: readonly Slug[]) => list.map(nameOf).sort().join(' and ');
  return recipients.length === 0 ? `${ids(actors)} ${event}` : `${ids(actors)} ${event} ${ids(recipients)}`;
}

function compareTies(hand: Corpus, read: Corpus, actorOf: ReadonlyMap<Slug, Slug | null>, tell: Tell): void {
  const ours = new Map(hand.relations.map((one) => [tieKey(one, (id) => id), one]));
  const theirs = new Map(read.relations.map((one) => [tieKey(one, (id) => actorOf.get(id) ?? id), one]));
  for (const [key, { modality }] of ours) {
    const other = theirs.get(key);
    if (!other) tell('tie', `${key}, ${modality}`, 'not found');
    else if (other.modality !== modality) tell(`modality of ${key}`, modality, other.modality);
  }
  for (const [key, { modality, evidence }] of theirs)
    if (!ours.has(key)) tell('tie', 'none', `${key}, ${modality}: ${wordsOf(evidence)}`);
}

function comparePlaces(hand: Corpus, read: Corpus, tell: Tell): void {
  const standings = ({ places, venues }: Corpus) =>
    new Map(
      places.map(({ id, name, country, kind }) => [
        `${plainName(name)} ${country} ${kind}`,
        venues.find(({ place }) => place === id)?.standing ?? 'named only',
      ]),
    );
  const [ours, theirs] = [standings(hand), standings(read)];
  for (const [key, standing] of ours) {
    const other = theirs.get(key);
    if (other !== standing) tell(`place ${key}`, standing, other ?? 'not found');
  }
  for (const [key, standing] of theirs) if (!ours.has(key)) tell(`place ${key}`, 'none', standing);
}

type Marked = { label?: string; date?: string; kind?: string; evidence?: Evidence[]; spans?: Evidence[] };

function compareMarked(
  hand: Corpus,
  read: Corpus,
  list: 'events' | 'flags',
  spans: 'evidence' | 'spans',
  tell: Tell,
): void {
  const keyOf = ({ date, kind }: Marked) => date ?? kind ?? '';
  const left = new Set<Marked>(read[list]);
  for (const one of hand[list] as Marked[]) {
    const other = [...left].find((two) => keyOf(two) === keyOf(one) && shared(one[spans] ?? [], two[spans] ?? []) > 0);
    if (other) left.delete(other);
    else tell(list.slice(0, -1), `${keyOf(one)} ${one.label ?? wordsOf(one[spans] ?? [])}`, 'not found');
  }
  for (const two of left) tell(list.slice(0, -1), 'none', `${keyOf(two)} ${wordsOf(two[spans] ?? [])}`);
}
