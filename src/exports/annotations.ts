import type { Question } from '../coverage/coverage.ts';
import type { Article } from '../domain/article.ts';
import { actorName, type Dataset, itemById } from '../domain/corpus.ts';
import type { Evidence } from '../domain/evidence.ts';
import { isChecked, type Mark } from '../domain/mark.ts';
import type { Slug } from '../domain/slug.ts';
import { type Statement, speakerOf } from '../domain/statement.ts';
import { tieKind } from '../domain/tie.ts';
import type { Venue } from '../domain/venue.ts';
import type { Provenance } from './provenance.ts';
import { type Selectors, selectorsOf } from './textSelectors.ts';

/** The motivations of the Web Annotation vocabulary that our passages have. */
type Motivation = 'assessing' | 'classifying' | 'describing' | 'identifying';

/** What one passage is words for: an item of a list, and the part of the item that it is. */
type Marked = {
  list: 'statements' | 'relations' | 'venues' | 'events' | 'flags';
  item: string;
  part: string;
  motivation: Motivation;
  label: string;
  evidence: Evidence;
  extra: Extra;
};

/** What an item says of itself beyond its label: who made it, and what the vocabulary has no word for. */
type Extra = Record<`dateline:${string}`, string>;

type Annotation = {
  id: string;
  type: 'Annotation';
  motivation: Motivation;
  created: string;
  body: { type: 'TextualBody'; value: string; format: 'text/plain'; [extension: `dateline:${string}`]: string };
  target: { source: string; selector: Selectors };
};

function speakerWords({ speaker }: Statement, dataset: Dataset): string {
  if (speaker.status !== 'unresolved') return actorName(dataset, speaker.actor);
  const names = speaker.candidates.map((id) => actorName(dataset, id)).join(' or ');
  return names === '' ? 'an unresolved speaker' : `an unresolved speaker (${names})`;
}

/** The marks of one item: the same label for each passage of a part. */
function marksFor(list: Marked['list'], item: string, { mark }: { mark: Mark }, more: Extra = {}) {
  const sure: Extra = mark.by === 'machine' ? { 'dateline:sure': String(mark.sure) } : {};
  const extra = { 'dateline:by': mark.by, 'dateline:checked': isChecked(mark) ? 'yes' : 'no', ...sure, ...more };
  return (part: string, motivation: Motivation, label: string, evidence: readonly Evidence[]): Marked[] =>
    evidence.map((one) => ({ list, item, part, motivation, label, evidence: one, extra }));
}

function topicWords({ topics }: { topics: readonly Slug[] }, dataset: Dataset): Extra {
  const labels = topics.map((id) => itemById(dataset.topics, id)?.label ?? id);
  return labels.length === 0 ? {} : { 'dateline:topics': labels.join(' | ') };
}

function statementMarks(statement: Statement, dataset: Dataset): Marked[] {
  const { kind, content, quoted, cue, source, relay, speaker, said } = statement;
  const who = speakerWords(statement, dataset);
  const fullName = itemById(dataset.actors, speakerOf(statement) ?? '')?.fullName ?? null;
  const mark = marksFor('statements', statement.id, statement, {
    ...topicWords(statement, dataset),
    ...(fullName === null ? {} : { 'dateline:speakerFullName': fullName }),
  });
  const because = speaker.status === 'resolved' ? speaker.because : [];
  const carrier = relay ? actorName(dataset, relay.actor) : '';
  return [
    ...mark('content', 'classifying', `Content of a ${kind} statement by ${who}`, content),
    ...mark('quoted', 'classifying', `Quoted words of a ${kind} statement by ${who}`, quoted),
    ...mark('cue', 'classifying', `Cue of a statement by ${who}`, cue),
    ...mark('source', 'identifying', `Source of a statement: ${who}`, source ? [source] : []),
    ...mark('because', 'identifying', `Words that settle who speaks: ${who}`, because),
    ...mark(
      'said',
      'describing',
      `Day of a statement by ${who}: ${said?.date} (${said?.certainty})`,
      said ? [said.evidence] : [],
    ),
    ...mark('relay', 'identifying', `Relay of a statement by ${who}: ${carrier}`, relay ? [relay.evidence] : []),
  ];
}

function venueMarks(venue: Venue, dataset: Dataset): Marked[] {
  const { place, standing, evidence, claims } = venue;
  const name = itemById(dataset.places, place)?.name ?? place;
  const mark = marksFor('venues', place, venue);
  return [
    ...mark('evidence', 'identifying', `Venue, ${standing}: ${name}`, evidence),
    ...claims.flatMap((claim, index) =>
      mark(`claim-${index + 1}`, 'describing', `Claim about ${name} (${claim.about}): ${claim.text}`, claim.evidence),
    ),
  ];
}

/** Every passage of a dataset that is words for something, in the order of its lists. */
function marksOf(dataset: Dataset): Marked[] {
  const { statements, relations, venues, events, flags } = dataset;
  return [
    ...statements.flatMap((statement) => statementMarks(statement, dataset)),
    ...relations.flatMap((relation) => {
      const label = `${relation.summary} (${tieKind(relation)}, ${relation.event}, ${relation.modality})`;
      const until: Extra = relation.until === null ? {} : { 'dateline:until': relation.until };
      const mark = marksFor('relations', relation.id, relation, { ...topicWords(relation, dataset), ...until });
      return mark('evidence', 'describing', label, relation.evidence);
    }),
    ...venues.flatMap((venue) => venueMarks(venue, dataset)),
    ...events.flatMap((event) => {
      const { id, label, date, certainty, evidence } = event;
      const mark = marksFor('events', id, event, topicWords(event, dataset));
      return mark('evidence', 'describing', `${label}: ${date} (${certainty})`, evidence);
    }),
    ...flags.flatMap((flag) =>
      marksFor('flags', flag.id, flag)('span', 'assessing', `Flag, ${flag.kind}: ${flag.note}`, flag.spans),
    ),
  ];
}

function sourceOf(article: Article, coverage: string): string {
  return article.url ?? `urn:dateline:${coverage}:article:${article.id}`;
}

/** The name of each annotation: the same passage of the same item has the same one in every view of one state of a coverage. */
function idsFor(base: string): (marked: Marked) => string {
  const taken = new Map<string, number>();
  return ({ list, item, part, evidence: { article, start, end } }) => {
    const id = `${base}:${list}:${item}:${part}:${article}:${start}-${end}`;
    const before = taken.get(id) ?? 0;
    taken.set(id, before + 1);
    return before === 0 ? id : `${id}:${before + 1}`;
  };
}

function annotationsOf(dataset: Dataset, base: string, made: string): Annotation[] {
  const idOf = idsFor(base);
  return marksOf(dataset).flatMap((marked): Annotation[] => {
    const article = itemById(dataset.articles, marked.evidence.article);
    if (!article) return [];
    const { list, item, part, motivation, label, evidence, extra } = marked;
    return [
      {
        id: idOf(marked),
        type: 'Annotation',
        motivation,
        created: made,
        body: {
          type: 'TextualBody',
          value: label,
          format: 'text/plain',
          'dateline:list': list,
          'dateline:item': item,
          'dateline:part': part,
          ...extra,
        },
        target: { source: sourceOf(article, dataset.id), selector: selectorsOf(article, evidence) },
      },
    ];
  });
}

function extensions({
  band,
  title,
  asOf,
  pin,
  filters,
  shown,
  link,
  made,
}: Provenance): Record<`dateline:${string}`, string> {
  return {
    ...(band === null ? {} : { 'dateline:from': band }),
    'dateline:title': title,
    'dateline:coverage': pin.coverage,
    'dateline:asOf': asOf,
    'dateline:digest': pin.digest,
    'dateline:filters': filters,
    'dateline:shown': shown,
    'dateline:made': made,
    'dateline:link': link,
  };
}

/**
 * Every passage of a view as W3C Web Annotations (JSON-LD): an AnnotationCollection of one page, an annotation for each passage.
 * An article without an address is `urn:dateline:<coverage>:article:<id>`, and its text is `text` of the corpus file. What the
 * vocabulary has no word for stands under `dateline:`.
 */
function webAnnotations(slice: Dataset, provenance: Provenance): string {
  const { band, title, filters, shown, asOf, pin, made } = provenance;
  const base = `urn:dateline:${slice.id}:${pin.digest}`;
  // A time, as the vocabulary wants it; only the day is known.
  const created = `${made}T00:00:00Z`;
  const items = annotationsOf(slice, base, created);
  const collection = {
    '@context': ['http://www.w3.org/ns/anno.jsonld', { dateline: 'urn:dateline:terms:' }],
    id: `${base}:annotations`,
    type: 'AnnotationCollection',
    label: `${band === null ? '' : `${band}. `}${title}. ${filters}. Shown: ${shown}. As of ${asOf}.`,
    created,
    generator: { id: 'urn:dateline:software', type: 'Software', name: 'Dateline' },
    ...extensions(provenance),
    total: items.length,
    first: { id: `${base}:annotations:1`, type: 'AnnotationPage', startIndex: 0, items },
  };
  return `${JSON.stringify(collection, null, 2)}\n`;
}

/** The text of that file. */
export const ANNOTATION_FILE: Question<Provenance, string> = {
  name: 'annotation-file',
  passing: true,
  answer: ({ slice }, told) => webAnnotations(slice, told),
};
