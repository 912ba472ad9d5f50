import { actorName, type Dataset, itemById } from '../../domain/corpus.ts';
import { type DatedEvent, surfaceParts } from '../../domain/datedEvent.ts';
import { dateWords } from '../../domain/dateWords.ts';
import { readEdtf } from '../../domain/edtf.ts';
import { FLAG_WORDS } from '../../domain/flagNames.ts';
import { isChecked, type Mark } from '../../domain/mark.ts';
import { voiceOf } from '../../domain/reading.ts';
import type { Relation } from '../../domain/relation.ts';
import { checkedWords, hasSigns } from '../../domain/signs.ts';
import type { TextFlag } from '../../domain/textFlag.ts';
import type { TieKind } from '../../domain/tie.ts';
import { modalityWords, tieNames } from '../../domain/tieNames.ts';
import { type TieRow, tieRows } from '../../domain/tieRows.ts';
import { STANDING_ORDER } from '../../domain/travel.ts';
import type { Standing, Venue } from '../../domain/venue.ts';
import type { PrintedVoice } from './editionStatements.ts';
import type { Cite, NoteBook } from './footnotes.ts';

/** What is told of a tie in one way: the summary, in whose voice, and where. */
export type ToldLine = {
  summary: string;
  modality: string;
  voice: PrintedVoice | 'reporter';
  relay: string | null;
  cites: Cite[];
};

export type TieLine = {
  key: string;
  from: string;
  kind: TieKind;
  /** Null for a mutual tie, whose two ends are both in `from`. */
  to: string | null;
  passages: number;
  modality: string;
  /** How much of it is checked, in words; null where nothing has a sign. */
  sign: string | null;
  told: ToldLine[];
};

/** `verbatim` says that the words stand in the article like this; only such words go into quotation marks. */
export type ClaimLine = { text: string; verbatim: boolean; cites: Cite[] };
export type VenueLine = {
  place: string;
  standing: Standing;
  claims: ClaimLine[];
  attributedTo: string;
  sign: string | null;
  named: Cite[];
};

export type EventLine = {
  id: string;
  label: string;
  date: string;
  /** The words that date it, as they stand in the articles. */
  surfaces: string[];
  certainty: DatedEvent['certainty'];
  place: string | null;
  sign: string | null;
  cites: Cite[];
};

/** What the sign of a mark says; null where nothing has one. */
const signOf = (whole: Dataset, mark: Mark) => (hasSigns(whole) ? checkedWords(Number(isChecked(mark)), 1) : null);

/** Flags of one kind. */
export type FlagGroup = { kind: TextFlag['kind']; name: string; flags: { id: string; note: string; cites: Cite[] }[] };

/** Passages of one tie that are looked at for its lines; its number says how many there are. */
const MOST_PASSAGES = 40;

/** What is told of a tie, in the order of its passages: one line for each relation and each voice it is told in. */
function toldLines({ passages }: TieRow, slice: Dataset, book: NoteBook): ToldLine[] {
  const lines = new Map<string, { relation: Relation; voice: ToldLine['voice']; evidence: Relation['evidence'] }>();
  for (const { relation, evidence } of passages.slice(0, MOST_PASSAGES)) {
    const told = voiceOf(relation, evidence, slice);
    const voice =
      told === 'reporter'
        ? told
        : 'actor' in told
          ? { actor: actorName(slice, told.actor) }
          : { words: told.unresolved.source?.exact ?? null };
    const key = JSON.stringify([relation.id, voice]);
    const line = lines.get(key) ?? { relation, voice, evidence: [] };
    line.evidence.push(evidence);
    lines.set(key, line);
  }
  return [...lines.values()].map(({ relation, voice, evidence }) => ({
    summary: relation.summary,
    modality: relation.modality,
    voice,
    relay: relation.relay === null ? null : actorName(slice, relation.relay),
    cites: book.cite(evidence),
  }));
}

/** The first `limit` ties of a slice, most passages first. `whole` settles in whose voice a passage is told. */
export function tieLines(whole: Dataset, slice: Dataset, book: NoteBook, limit: number): TieLine[] {
  return tieRows(slice)
    .slice(0, limit)
    .map((row) => ({
      ...tieNames(row, whole),
      key: row.key,
      kind: row.kind,
      passages: row.passages.length,
      modality: modalityWords(row),
      sign: hasSigns(whole) ? checkedWords(row.checked, row.passages.length) : null,
      told: toldLines(row, whole, book),
    }));
}

/** The first `limit` venues of a slice, in the order of their standings. */
export function venueLines(whole: Dataset, slice: Dataset, book: NoteBook, limit: number): VenueLine[] {
  const sorted = [...slice.venues].sort(
    (a, b) => STANDING_ORDER.indexOf(a.standing) - STANDING_ORDER.indexOf(b.standing),
  );
  return sorted.slice(0, limit).map(({ place, standing, claims, attributedTo, evidence, mark }: Venue) => ({
    place: itemById(whole.places, place)?.name ?? place,
    standing,
    named: book.cite(evidence),
    claims: claims.map(({ text, evidence: passages }) => ({
      text,
      verbatim: passages.some(({ exact }) => exact.includes(text)),
      cites: book.cite(passages),
    })),
    attributedTo,
    sign: signOf(whole, mark),
  }));
}

/** The first `limit` events of a slice by their first day; those with an open end last. */
export function eventLines(whole: Dataset, slice: Dataset, book: NoteBook, limit: number): EventLine[] {
  const dated = slice.events.flatMap((event) => {
    const span = readEdtf(event.date);
    return span ? [{ event, span }] : [];
  });
  const isOpen = ({ span }: (typeof dated)[number]) => Number(span.first === null || span.last === null);
  const first = ({ span }: (typeof dated)[number]) => `${span.first ?? span.last} ${span.last ?? span.first}`;
  const sorted = dated.sort(
    (a, b) => isOpen(a) - isOpen(b) || (first(a) < first(b) ? -1 : Number(first(a) > first(b))),
  );
  return sorted.slice(0, limit).map(({ event, span }) => ({
    id: event.id,
    label: event.label,
    date: dateWords(span),
    surfaces: surfaceParts(event),
    certainty: event.certainty,
    place: event.place === null ? null : (itemById(whole.places, event.place)?.name ?? event.place),
    sign: signOf(whole, event.mark),
    cites: book.cite(event.evidence),
  }));
}

/** What weighs most comes first: where the articles contradict, then where words are missing or broken. */
const FLAG_ORDER: TextFlag['kind'][] = [
  'contradiction',
  'truncated',
  'garbled',
  'ambiguous-speaker',
  'dangling-reference',
  'typo',
  'shared-passage',
  'repeated',
  'boilerplate',
];

/** The first `limit` flags of a slice by kind. */
export function flagGroups(slice: Dataset, book: NoteBook, limit: number): FlagGroup[] {
  let left = limit;
  return FLAG_ORDER.flatMap((kind) => {
    const flags = slice.flags.filter((flag) => flag.kind === kind).slice(0, left);
    left -= flags.length;
    if (flags.length === 0) return [];
    return [
      {
        kind,
        name: FLAG_WORDS[kind],
        flags: flags.map(({ id, note, spans }) => ({ id, note, cites: book.cite(spans) })),
      },
    ];
  });
}
