import type { Entities, NamelessSubject } from './entities.ts';
import { type Entity, GENDER } from './entity.ts';
import { hashWord, mix } from './hash.ts';
import { PRONOUNS, STOPS } from './lexicons/sourceWords.ts';
import { SPEECH_FORMS } from './lexicons/speechVerbs.ts';
import { PEOPLES } from './lexicons/titles.ts';
import { isFirst, lastMentioned } from './mentions.ts';
import { type Segmented, SHAPE, type Token } from './segmented.ts';
import type { TokenRun } from './spans.ts';
import { namelessSubjects } from './subjects.ts';

/** The size of the pronoun model, in bits of its hashed features. */
export const PRONOUN_BITS = 13;
const MASK = 2 ** PRONOUN_BITS - 1;
/** How many sentences back a pronoun may point, unless to the last speaker, and among how many. */
const FARTHEST = 8;
const MOST = 12;
/** How many of the last speeches count. */
const RECENT = 20;

/** Who has spoken so far, in order. */
export type Speeches = { entity: Entity; sentence: number; paragraph: number }[];

/** Somebody whom a pronoun or noun may mean, with the features of that guess; null for somebody new. */
export type Candidate = { entity: Entity | null; features: number[]; mention: TokenRun; subject?: NamelessSubject };

const SORTS: Record<string, number> = {
  he: 0,
  him: 0,
  himself: 0,
  she: 1,
  her: 1,
  herself: 1,
  it: 2,
  they: 3,
  them: 3,
  person: 5,
  body: 6,
  document: 7,
  plural: 8,
  who: 9,
  which: 10,
};
/** Numbers the sort of a pronoun, or of a noun: "person", "body", "document", "plural"; 4 for what points to nobody here. */
export const sortOf = (word: string): number => SORTS[word] ?? 4;

/** What a text has told so far of somebody: whether the words fit a person at all. */
function standingOf(entity: Entity): number {
  const titled = entity.nouns.size > 0 ? 1 : 0;
  const short = [...entity.aliases].some((alias) => !alias.includes(' ')) && entity.words.length > 1 ? 1 : 0;
  return (entity.gender === GENDER.unknown ? 0 : 4) + titled * 2 + short;
}

/**
 * Lists whom a pronoun or a noun with "the" may mean: in reach, and of the right number and gender where those are known.
 * With a noun, somebody whom the text has not named yet is a candidate, too: its entity is null.
 */
export function candidatesOf(
  segmented: Segmented,
  entities: Entities,
  speeches: Speeches,
  { sort, noun, at, run }: { sort: number; noun: string; at: number; run: TokenRun },
): Candidate[] {
  const { tokens } = segmented;
  const here = tokens[at] as Token;
  const near = lastMentioned(segmented, entities, at, here.sentence - FARTHEST, 3 * MOST);
  const reach = near.filter(({ entity }) => agrees(entity, sort, noun)).slice(0, MOST);
  const recent = speeches.slice(-RECENT);
  const add = (entity: Entity | undefined) => {
    const mention = entity?.mentions.findLast(({ to }) => to <= at);
    if (entity && mention && agrees(entity, sort, noun) && !reach.some((one) => one.entity === entity))
      reach.push({ entity, mention });
  };
  add(recent.at(-1)?.entity);
  if (noun) for (const entity of entities.withNoun(noun).slice(0, MOST)) add(entity);
  const speakers = [...new Set(recent.map(({ entity }) => entity).reverse())];
  const said = new Set(tokens.slice(run.from, run.to).map(({ lower }) => lower));
  const found: Candidate[] = reach.map(({ entity, mention }, order) => {
    const token = tokens[mention.from] as Token;
    const apart = Math.min(5, here.sentence - token.sentence);
    const paragraphs = Math.min(3, here.paragraph - token.paragraph);
    const rank = speakers.indexOf(entity);
    const spoke = rank === -1 ? 3 : Math.min(2, rank);
    const speech = recent.findLast((one) => one.entity === entity);
    const since = speech ? Math.min(4, here.sentence - speech.sentence) : 5;
    const sameGender = entity.gender === GENDER.unknown ? 0 : 1;
    const first = isFirst(segmented, entities, mention) ? 1 : 0;
    const quoted = token.quotation > 0 ? 1 : 0;
    const often = Math.min(4, entity.mentions.slice(0, 5).filter(({ to }) => to <= at).length);
    const own = entity.kind === 'person' ? 0 : entity.plural ? 1 : entity.kind === 'group' ? 2 : 3;
    const standing = standingOf(entity);
    const called = noun !== '' && (entity.nouns.has(noun) || entity.words.includes(noun)) ? 1 : 0;
    const shared = noun !== '' && entity.words.some((word) => said.has(word)) ? 1 : 0;
    const touches = Math.min(2, Math.max(0, at - mention.to));
    const subject = isSubject(segmented, mention) ? 1 : 0;
    const opens = subject && paragraphs === 0 && opensParagraph(segmented, mention) ? 1 : 0;
    const values = [
      sort * 8 + apart,
      sort * 8 + spoke,
      sort * 8 + since,
      sort * 8 + sameGender,
      (sort * 2 + first) * 8 + apart,
      sort * 2 + quoted,
      sort * 8 + often,
      sort * 4 + own,
      sort * 4 + Math.min(3, order),
      spoke * 8 + apart,
      (first * 4 + spoke) * 4 + paragraphs,
      sort * 4 + paragraphs,
      (spoke * 4 + Math.min(3, order)) * 2 + sameGender,
      (own * 4 + spoke) * 8 + apart,
      (since * 8 + apart) * 2 + first,
      entity.words.length > 1 ? 1 : 0,
      sort * 8 + standing,
      (sort * 8 + standing) * 4 + spoke,
      (sort * 2 + called) * 2 + shared,
      ((sort * 2 + called) * 2 + shared) * 4 + spoke,
      (sort * 2 + called) * 8 + often,
      (sort * 2 + called) * 4 + own,
      sort * 4 + touches,
      (subject * 8 + apart) * 4 + spoke,
      (subject * 8 + apart) * 4 + paragraphs,
      ((subject * 2 + opens) * 4 + Math.min(3, order)) * 16 + sort,
      ((subject * 8 + standing) * 4 + own) * 2 + (apart <= 1 ? 1 : 0),
    ];
    return { entity, mention, features: values.map((value, i) => mix(i + 1, value) & MASK) };
  });
  if (noun === '' && (sort === 0 || sort === 1 || sort === 3))
    for (const subject of namelessSubjects(segmented, entities, at)) {
      const taken = reach.some(({ mention }) => mention.from < subject.run.to && mention.to > subject.run.from);
      if (!taken && subject.plural === (sort === 3)) found.push(unnamed(segmented, subject, sort, here, found.length));
    }
  if (noun) found.push(newcomer(segmented, entities, { sort, noun, at, run }, found));
  return found;
}

/** The guess that a pronoun means a subject without a name, which no statement has told of yet. */
function unnamed(
  { tokens }: Segmented,
  subject: NamelessSubject,
  sort: number,
  here: Token,
  others: number,
): Candidate {
  const first = tokens[subject.run.from] as Token;
  const apart = here.sentence - first.sentence;
  const paragraphs = Math.min(2, here.paragraph - first.paragraph);
  const article = /^an?$/.test(first.lower) ? 1 : first.lower === 'the' ? 2 : 0;
  const known = subject.known ? 1 : 0;
  const values = [
    sort,
    sort * 8 + apart,
    (sort * 4 + paragraphs) * 8 + apart,
    (sort * 4 + article) * 2 + known,
    hashWord(subject.noun),
    sort * 4 + Math.min(3, others),
    apart * 4 + article,
  ];
  return {
    entity: null,
    mention: subject.run,
    subject,
    features: values.map((value, i) => mix(i + 201, value) & MASK),
  };
}

const VERB = /^(?:is|are|was|were|has|have|had|will|would|could|can|did|does|do|who|also|later|then)$|(?:[^e]ed|s)$/;

/** Whether a mention is the subject of its sentence: nothing but words about it stands before it, and a verb or a comma behind it. */
function isSubject({ tokens, sentences }: Segmented, { from, to }: TokenRun): boolean {
  const sentence = sentences[(tokens[from] as Token).sentence];
  if (!sentence) return false;
  for (let i = sentence.from; i < from; i++) {
    const { shape, lower } = tokens[i] as Token;
    if (shape === SHAPE.other || STOPS.has(lower) || PRONOUNS.has(lower)) return false;
  }
  const next = tokens[to];
  return next !== undefined && (next.text === ',' || SPEECH_FORMS.has(next.lower) || VERB.test(next.lower));
}

/** Whether a mention stands in the first sentence of its paragraph. */
function opensParagraph({ tokens, paragraphs }: Segmented, { from }: TokenRun): boolean {
  const { sentence, paragraph } = tokens[from] as Token;
  return tokens[paragraphs[paragraph]?.from ?? 0]?.sentence === sentence;
}

/** The guess that a noun with "the" names somebody by itself whom nothing before has named. */
function newcomer(
  { tokens }: Segmented,
  entities: Entities,
  { sort, noun, at, run }: { sort: number; noun: string; at: number; run: TokenRun },
  others: readonly Candidate[],
): Candidate {
  const called = others.filter(({ entity }) => entity?.nouns.has(noun) || entity?.words.includes(noun)).length;
  const before = tokens[at]?.lower === 'the' ? 1 : 0;
  const size = Math.min(5, run.to - run.from);
  const values = [
    sort,
    sort * 8 + size,
    (sort * 4 + Math.min(3, called)) * 2 + (size > 2 ? 1 : 0),
    sort * 4 + Math.min(3, others.length),
    hashWord(noun),
    sort * 2 + before,
    entities.withNoun(noun).length > 0 ? 1 : 0,
  ];
  return { entity: null, mention: run, features: values.map((value, i) => mix(i + 101, value) & MASK) };
}

/** Whether an entity agrees with a sort of pronoun or noun in number and gender, as far as they are known. */
function agrees(entity: Entity, sort: number, noun: string): boolean {
  const person = entity.kind === 'person' && !entity.plural;
  const many = entity.plural || entity.kind === 'group';
  const called = noun !== '' && (entity.nouns.has(noun) || entity.words.includes(noun));
  // "Egyptian" says of what people something is, and is nobody.
  if (entity.words.length === 1 && PEOPLES.has(entity.words[0] ?? '')) return false;
  switch (sort) {
    case 0:
      return person && entity.gender !== GENDER.female;
    case 1:
      return person && entity.gender !== GENDER.male;
    case 2:
    case 10:
      return entity.kind !== 'person' && !entity.plural;
    case 3:
      return entity.kind !== 'person' || entity.plural;
    case 5:
      return person;
    case 6:
      return called || (entity.kind !== 'person' && !many);
    case 8:
      return called || many;
    case 9:
      return entity.kind === 'person' || entity.plural;
    default:
      return sort === 7;
  }
}

/** Ranks candidates, best first, by the sum of their weights. */
export function ranked(
  candidates: readonly Candidate[],
  weights: Int8Array | Float32Array,
): { candidate: Candidate; score: number }[] {
  return candidates
    .map((candidate) => ({
      candidate,
      score: candidate.features.reduce((sum, at) => sum + (weights[at] as number), 0),
    }))
    .sort((a, b) => b.score - a.score);
}
