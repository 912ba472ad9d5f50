import { actorName, type Dataset } from '../../domain/corpus.ts';
import type { Slug } from '../../domain/slug.ts';
import { type Statement, type StatementKind, speakerOf } from '../../domain/statement.ts';

/** Statements of one speaker by kind. Unresolved speakers are grouped by the words that stand for them, and have no actor. */
export type SpeakerRow = {
  key: string;
  name: string;
  actor: Slug | null;
  shown: boolean;
  statements: { id: string; kind: StatementKind; shown: boolean }[];
} & Record<StatementKind, number>;

const KIND_ORDER: StatementKind[] = ['direct', 'mixed', 'indirect'];

function speakerWords(statement: Statement): string {
  return statement.source === null ? 'nobody named' : `“${statement.source.exact}”`;
}

/** Every speaker of the coverage, most statements first, unresolved ones last; counts are those of the slice. */
export function speakerRows(whole: Dataset, slice: Dataset): SpeakerRow[] {
  const present = new Set(slice.statements.map(({ id }) => id));
  const groups = new Map<string, { actor: Slug | null; name: string; statements: Statement[] }>();
  for (const statement of whole.statements) {
    const actor = speakerOf(statement);
    const words = speakerWords(statement);
    const key = actor ?? `unresolved ${words}`;
    const group = groups.get(key) ?? { actor, name: actor === null ? words : actorName(whole, actor), statements: [] };
    group.statements.push(statement);
    groups.set(key, group);
  }
  const rows = [...groups].map(([key, { actor, name, statements }]): SpeakerRow => {
    const shown = statements.filter(({ id }) => present.has(id));
    const count = (kind: StatementKind) => shown.filter((statement) => statement.kind === kind).length;
    const sorted = [...statements].sort((a, b) => KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind));
    return {
      key,
      name,
      actor,
      shown: shown.length > 0,
      statements: sorted.map(({ id, kind }) => ({ id, kind, shown: present.has(id) })),
      direct: count('direct'),
      mixed: count('mixed'),
      indirect: count('indirect'),
    };
  });
  return rows.sort(
    (a, b) =>
      Number(a.actor === null) - Number(b.actor === null) ||
      b.statements.length - a.statements.length ||
      (a.name < b.name ? -1 : 1),
  );
}

/** The actors that ties name and that never speak in the coverage, in the order of its table; `shown` says whether the slice still has them. */
export function spokenAbout(whole: Dataset, slice: Dataset): { id: Slug; name: string; shown: boolean }[] {
  const speakers = new Set(whole.statements.map(speakerOf));
  const namedIn = ({ relations }: Dataset) =>
    new Set(relations.flatMap(({ actors, recipients }) => [...actors, ...recipients]));
  const named = namedIn(whole);
  const present = namedIn(slice);
  return whole.actors
    .filter(({ id }) => named.has(id) && !speakers.has(id))
    .map(({ id, name }) => ({ id, name, shown: present.has(id) }));
}
