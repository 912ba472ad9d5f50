import Graph from 'graphology';
import write from 'graphology-gexf/browser/writer.js';
import type { Question } from '../coverage/coverage.ts';
import { actorName, type Dataset, itemById } from '../domain/corpus.ts';
import type { Evidence } from '../domain/evidence.ts';
import { isChecked } from '../domain/mark.ts';
import { MODALITIES, type Relation } from '../domain/relation.ts';
import { statementCounts } from '../domain/statementCounts.ts';
import { type TieEnds, type TieKey, tieKey, tiesOf } from '../domain/tie.ts';
import type { Provenance } from './provenance.ts';

/** What XML 1.0 cannot hold, not even escaped: most control characters, halves of surrogate pairs, two noncharacters. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A text with U+FFFD, the replacement character, in place of each character that XML cannot hold. */
const xmlText = (text: string) => text.replace(NOT_XML, '\uFFFD');

type Attributes = Record<string, string | number | boolean>;

const textsOf = (attributes: Attributes): Attributes =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, typeof value === 'string' ? xmlText(value) : value]),
  );

/** A tie with the passages that tell of it. */
type Told = { ends: TieEnds; passages: { relation: Relation; evidence: Evidence }[] };

function tiesWithPassages({ relations }: Dataset): Map<TieKey, Told> {
  const ties = new Map<TieKey, Told>();
  for (const relation of relations)
    for (const ends of tiesOf(relation)) {
      const key = tieKey(ends);
      const tie = ties.get(key) ?? { ends, passages: [] };
      tie.passages.push(...relation.evidence.map((evidence) => ({ relation, evidence })));
      ties.set(key, tie);
    }
  return ties;
}

const listed = (values: Iterable<string>) => [...new Set(values)].join(' | ');

function tieAttributes(key: TieKey, { ends, passages }: Told, dataset: Dataset): Attributes {
  const told = new Set(passages.map(({ relation }) => relation.modality));
  const claimed = passages.flatMap(({ relation: { claimedBy } }) => (claimedBy === null ? [] : [claimedBy]));
  return textsOf({
    label: ends.kind,
    kind: ends.kind,
    weight: passages.length,
    tie: key,
    modalities: MODALITIES.filter((modality) => told.has(modality)).join(' | '),
    events: listed(passages.map(({ relation }) => relation.event)),
    summaries: listed(passages.map(({ relation }) => relation.summary)),
    claimedBy: listed(claimed.map((id) => actorName(dataset, id))),
    topics: listed(
      passages.flatMap(({ relation }) => relation.topics.map((id) => itemById(dataset.topics, id)?.label ?? id)),
    ),
    until: listed(passages.flatMap(({ relation: { until } }) => until ?? [])),
    by: listed(passages.map(({ relation }) => relation.mark.by)),
    checked: passages.filter(({ relation }) => isChecked(relation.mark)).length,
    sure: listed(passages.flatMap(({ relation: { mark } }) => (mark.by === 'machine' ? String(mark.sure) : []))),
    words: passages.map(({ evidence }) => evidence.exact).join(' | '),
    spans: passages.map(({ evidence: { article, start, end } }) => `${article}:${start}-${end}`).join(' | '),
  });
}

/** The network of a view: actors that have a tie or speak, and their ties, parallel ones of different kinds beside each other. */
function networkOf(dataset: Dataset): Graph {
  const graph = new Graph({ type: 'mixed', multi: true });
  const ties = tiesWithPassages(dataset);
  const tied = new Set([...ties.values()].flatMap(({ ends: { from, to } }) => [...from, ...to]));
  const counts = statementCounts(dataset);
  for (const { id, name, fullName, kind, side, mark } of dataset.actors) {
    if (!tied.has(id) && !counts.has(id)) continue;
    const sideName = side === null ? '' : (itemById(dataset.actors, side)?.name ?? side);
    graph.addNode(
      id,
      textsOf({
        label: name,
        fullName: fullName ?? '',
        actorKind: kind,
        side: side ?? '',
        sideName,
        statements: counts.get(id) ?? 0,
        by: mark.by,
        checked: isChecked(mark),
      }),
    );
  }
  for (const [key, tie] of ties) {
    const [first = '', second = ''] = tie.ends.from;
    const attributes = tieAttributes(key, tie, dataset);
    if (tie.ends.kind === 'mediation')
      for (const party of tie.ends.to) graph.addDirectedEdgeWithKey(`${key}:${party}`, first, party, attributes);
    else if (tie.ends.to.length === 0) graph.addUndirectedEdgeWithKey(key, first, second, attributes);
    else for (const recipient of tie.ends.to) graph.addDirectedEdgeWithKey(key, first, recipient, attributes);
  }
  return graph;
}

/**
 * The network of a view as GEXF 1.3, for Gephi and the like. A node is an actor; an edge is a tie, undirected when it is mutual, and
 * weighs as many passages as tell of it; `checked` is how many of them a person stands behind. A mediation is one directed edge from the mediator to each party, which share the attribute
 * `tie`: a node of its own would be counted as an actor. Characters that XML cannot hold are written as U+FFFD.
 */
function networkGexf(slice: Dataset, { band, title, asOf, pin, filters, shown, link, made }: Provenance): string {
  const graph = networkOf(slice);
  graph.mergeAttributes({
    lastModifiedDate: made,
    creator: 'Dateline',
    description: xmlText(
      `${band === null ? '' : `${band}. `}${title}. ${filters}. Shown: ${shown}. As of ${asOf}, coverage ${pin.coverage}, digest ${pin.digest}. Exported ${made} from ${link}`,
    ),
    keywords: xmlText([pin.coverage, pin.digest, asOf, filters].join(', ')),
  });
  return write(graph, { version: '1.3', pedantic: true });
}

/** The text of that file. */
export const NETWORK_FILE: Question<Provenance, string> = {
  name: 'network-file',
  passing: true,
  answer: ({ slice }, told) => networkGexf(slice, told),
};
