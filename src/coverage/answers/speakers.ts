import { actorName, type Dataset } from '../../domain/corpus.ts';
import { firstRows } from '../../domain/lists.ts';
import { isChecked } from '../../domain/mark.ts';
import { lookalikesIn } from '../../domain/names.ts';
import { once } from '../../domain/once.ts';
import { hasSigns } from '../../domain/signs.ts';
import type { Slug } from '../../domain/slug.ts';
import { type Statement, type StatementKind, speakerOf } from '../../domain/statement.ts';
import type { Question } from '../coverage.ts';

/** Most squares that a row draws; of more statements, each square is an equal share. */
export const MOST_SQUARES = 12;

/**
 * Statements of one speaker by kind. Unresolved speakers are grouped by the words that stand for them, and have no actor. `statements`
 * are those that squares are drawn for, of `total` in the coverage: all of few, and of many as many of each kind as its share.
 */
export type SpeakerRow = {
  key: string;
  name: string;
  actor: Slug | null;
  /** Whether another actor's name looks like this one. */
  alike: boolean;
  shown: boolean;
  total: number;
  statements: { id: string; kind: StatementKind; shown: boolean; checked: boolean }[];
  /** How many of `total` a person stands behind; null where nothing has a sign. */
  checked: number | null;
} & Record<StatementKind, number>;

const KIND_ORDER: StatementKind[] = ['direct', 'mixed', 'indirect'];

function speakerWords(statement: Statement): string {
  return statement.source === null ? 'nobody named' : `“${statement.source.exact}”`;
}

function keyOf(statement: Statement): string {
  return speakerOf(statement) ?? `unresolved ${speakerWords(statement)}`;
}

/** A speaker of the coverage, whatever is shown of it. */
type Speaker = { key: string; actor: Slug | null; name: string; total: number; checked: number; first: Statement[] };

/** How many of `squares` each kind gets: all of it where there are no more, else its share, and one at least of a kind that there is. */
function sharesOf(
  counts: Record<StatementKind, number>,
  total: number,
  squares: number,
): Record<StatementKind, number> {
  if (total <= squares) return counts;
  const shares = { direct: 0, mixed: 0, indirect: 0 };
  for (const kind of KIND_ORDER)
    shares[kind] = counts[kind] === 0 ? 0 : Math.max(1, Math.round((counts[kind] * squares) / total));
  const largest = KIND_ORDER.reduce((a, b) => (counts[b] > counts[a] ? b : a));
  shares[largest] += squares - KIND_ORDER.reduce((sum, kind) => sum + shares[kind], 0);
  return shares;
}

/** Every speaker, most statements first, unresolved ones last, each with the statements that squares are drawn for. */
const speakersOf = once((whole: Dataset): Speaker[] => {
  type Group = Record<StatementKind, Statement[]> & {
    total: number;
    checked: number;
    first: Statement;
    counts: Record<StatementKind, number>;
  };
  const groups = new Map<string, Group>();
  for (const statement of whole.statements) {
    const key = keyOf(statement);
    let group = groups.get(key);
    if (!group) {
      const counts = { direct: 0, mixed: 0, indirect: 0 };
      group = { direct: [], mixed: [], indirect: [], total: 0, checked: 0, first: statement, counts };
      groups.set(key, group);
    }
    group.total += 1;
    group.checked += Number(isChecked(statement.mark));
    group.counts[statement.kind] += 1;
    const ofKind = group[statement.kind];
    if (ofKind.length < MOST_SQUARES) ofKind.push(statement);
  }
  return [...groups]
    .map(([key, { total, checked, first, counts, ...kinds }]): Speaker => {
      const shares = sharesOf(counts, total, MOST_SQUARES);
      const actor = speakerOf(first);
      const name = actor === null ? speakerWords(first) : actorName(whole, actor);
      return {
        key,
        actor,
        name,
        total,
        checked,
        first: KIND_ORDER.flatMap((kind) => kinds[kind].slice(0, shares[kind])),
      };
    })
    .sort(
      (a, b) => Number(a.actor === null) - Number(b.actor === null) || b.total - a.total || (a.name < b.name ? -1 : 1),
    );
});

/** Every speaker of the coverage, most statements first, unresolved ones last; counts are those of the slice. */
function speakerRows(whole: Dataset, slice: Dataset): SpeakerRow[] {
  const present = new Set<Statement>(slice === whole ? [] : slice.statements);
  const isShown = (statement: Statement) => slice === whole || present.has(statement);
  const counts = new Map<string, Record<StatementKind, number>>();
  for (const statement of slice.statements) {
    const key = keyOf(statement);
    let own = counts.get(key);
    if (!own) {
      own = { direct: 0, mixed: 0, indirect: 0 };
      counts.set(key, own);
    }
    own[statement.kind] += 1;
  }
  const signed = hasSigns(whole);
  const alike = lookalikesIn(whole);
  return speakersOf(whole).map(({ first, ...speaker }): SpeakerRow => {
    const own = counts.get(speaker.key);
    return {
      ...speaker,
      alike: speaker.actor !== null && alike.has(speaker.actor),
      checked: signed ? speaker.checked : null,
      shown: own !== undefined,
      statements: first.map((statement, index) => ({
        id: statement.id,
        kind: statement.kind,
        shown: isShown(statement),
        // Squares that stand for several statements have lines in proportion.
        checked:
          signed &&
          (speaker.total > first.length
            ? index < Math.floor((speaker.checked * first.length) / speaker.total)
            : isChecked(statement.mark)),
      })),
      ...(own ?? { direct: 0, mixed: 0, indirect: 0 }),
    };
  });
}

/** An actor that ties name and that never speaks in the coverage; `shown` says whether what is selected still has it. */
export type SpokenAbout = { id: Slug; name: string; alike: boolean; shown: boolean };

/** Those who are only spoken about, in the order of the table of actors. */
function spokenAbout(whole: Dataset, slice: Dataset): SpokenAbout[] {
  const speaking = new Set(speakersOf(whole).map(({ actor }) => actor));
  const namedIn = ({ relations }: Dataset) =>
    new Set(relations.flatMap(({ actors, recipients }) => [...actors, ...recipients]));
  const named = namedIn(whole);
  const present = slice === whole ? named : namedIn(slice);
  const alike = lookalikesIn(whole);
  return whole.actors
    .filter(({ id }) => named.has(id) && !speaking.has(id))
    .map(({ id, name }) => ({ id, name, alike: alike.has(id), shown: present.has(id) }));
}

/** The first speakers and the first of those who are only spoken about, each with how many there are; those that are selected come first. */
export type SpeakersAnswer = {
  speakers: SpeakerRow[];
  speakersInAll: number;
  /** Most statements that one of all speakers has. */
  most: number;
  about: SpokenAbout[];
  aboutInAll: number;
};

/** Who speaks, and who is only spoken about: so many of each. */
export const SPEAKERS: Question<{ speakers: number; about: number }, SpeakersAnswer> = {
  name: 'speakers',
  answer: ({ whole, slice }, wants) => {
    const speakers = speakerRows(whole, slice);
    const about = spokenAbout(whole, slice);
    return {
      speakers: firstRows(speakers, wants.speakers),
      speakersInAll: speakers.length,
      most: Math.max(
        0,
        ...speakersOf(whole)
          .slice(0, 1)
          .map(({ total }) => total),
      ),
      about: firstRows(about, wants.about),
      aboutInAll: about.length,
    };
  },
};
