import { type Entity, GENDER } from './entity.ts';
import { BODIES, FEMALE, MALE, PERSON_NOUNS, TITLES } from './lexicons/titles.ts';
import { isBody, kindOf } from './nameKinds.ts';
import { folded, isSurnameFirst, type NameRun } from './names.ts';
import { type Segmented, SHAPE, type Token } from './segmented.ts';
import type { TokenRun } from './spans.ts';
import type { ActorKind } from './types.ts';

/** Somebody without a name who is the subject of a sentence: "A clerk", "Two residents". */
export type NamelessSubject = { run: TokenRun; noun: string; plural: boolean; known: boolean };

/** Words that begin a clause about somebody. */
const RELATIVE = /^(?:who|whom|whose|which|where|that)$/;
const CLAUSE = /^(?:who|whom|whose|which|where|when|in|on|at|after|before)$/;

const SMALL = new Set(['of', 'the', 'and', 'for', 'in', 'on']);

/** The entities of a text, found from its names and from the words of its sources. */
export class Entities {
  readonly all: Entity[] = [];
  private readonly byWords = new Map<string, Entity>();
  private readonly byLast = new Map<string, Entity[]>();
  private readonly byFirst = new Map<string, Entity[]>();
  private readonly byInitials = new Map<string, Entity>();
  private readonly byNoun = new Map<string, Entity[]>();
  /** The entity that each name run belongs to. */
  private readonly ofRun = new Map<number, Entity>();
  /** The name run that each token belongs to, as its place in `names`; -1 for none. */
  readonly runAt: Int32Array;
  /** Mentions by description, in the order in which they were read. */
  readonly described: { run: TokenRun; entity: Entity }[] = [];

  constructor(
    private readonly segmented: Segmented,
    readonly names: readonly NameRun[],
  ) {
    this.runAt = new Int32Array(segmented.tokens.length).fill(-1);
    for (const [i, { from, to }] of names.entries()) this.runAt.fill(i, from, to);
    // Full names first: then a surname alone finds its person wherever it stands.
    const cores = names.map((run) => this.coreWords(run));
    // Short ones before long ones: "India Anna Novak" behind "the prime minister of" holds a name that is known from elsewhere.
    const full = names.flatMap((run, i) =>
      (cores[i] as string[]).length > 1 ? [{ run, words: cores[i] as string[] }] : [],
    );
    for (const { run, words } of full.sort((a, b) => a.words.length - b.words.length || a.run.from - b.run.from))
      this.place(run, words);
    for (const [i, run] of names.entries())
      if ((cores[i] as string[]).length === 1) this.placeShort(run, cores[i] as string[]);
    for (const entity of this.all) entity.mentions.sort((a, b) => a.from - b.from);
  }

  /** The entity of the name run that begins with token `from`. */
  at(run: NameRun): Entity | undefined {
    return this.ofRun.get(run.from);
  }

  /** Adds a nameless speaker, or a further mention of one with the same words. */
  describe(whole: TokenRun, given: string, kind: ActorKind, plural: boolean, noun: string): Entity {
    const run = this.withoutClause(whole);
    const words = run.to === whole.to ? given : this.wordsOf(run, given);
    const key = `~${words}`;
    let entity = this.byWords.get(key);
    if (!entity) {
      entity = this.add(run, this.textOf(run), [words], kind);
      entity.named = false;
      entity.plural = plural;
      this.byWords.set(key, entity);
    } else if (entity.mentions.at(-1)?.from !== run.from) entity.mentions.push(run);
    const after = this.described.findLastIndex((one) => one.run.from <= run.from);
    this.described.splice(after + 1, 0, { run, entity });
    if (noun) this.addNoun(entity, noun);
    return entity;
  }

  /** A description without the clause that tells more: "the government" of "the government, which pays for the service". */
  private withoutClause({ from, to }: TokenRun): TokenRun {
    const { tokens } = this.segmented;
    let end = from + 1;
    while (end < to) {
      const { lower } = tokens[end] as Token;
      const next = tokens[end + 1]?.lower ?? '';
      if (/^[,(—–-]$/.test(lower) && CLAUSE.test(next) && end + 1 < to) break;
      // "a man who": the clause has been cut off.
      if (RELATIVE.test(lower) && end === to - 1) break;
      end++;
    }
    while (end > from + 1 && tokens[end - 1]?.text === ',') end--;
    return { from, to: end };
  }

  /** The words that a shortened description is known by, with the place that keeps "a resident" apart from another one. */
  private wordsOf({ from, to }: TokenRun, given: string): string {
    const article = /^(?:the|an?)$/.test(this.segmented.tokens[from]?.lower ?? '') && to - from > 1 ? 1 : 0;
    const mark = given.indexOf('#');
    return folded(this.textOf({ from: from + article, to })) + (mark === -1 ? '' : given.slice(mark));
  }

  /** Adds a subject without a name to whom a pronoun leads back. */
  describeSubject({ run, noun, plural }: NamelessSubject): Entity {
    const article = /^(?:the|an?)$/.test(this.segmented.tokens[run.from]?.lower ?? '') ? 1 : 0;
    const words = folded(this.textOf({ from: run.from + article, to: run.to }));
    return this.describe(run, words, plural ? 'group' : 'person', plural, noun);
  }

  /** The entities that a noun describes: "minister", "agency". */
  withNoun(noun: string): readonly Entity[] {
    return this.byNoun.get(noun) ?? [];
  }

  private addNoun(entity: Entity, noun: string): void {
    if (entity.nouns.has(noun)) return;
    entity.nouns.add(noun);
    index(this.byNoun, noun, entity);
  }

  textOf({ from, to }: TokenRun): string {
    const first = this.segmented.tokens[from];
    const last = this.segmented.tokens[to - 1];
    return first && last ? this.segmented.text.slice(first.start, last.end) : '';
  }

  private coreWords({ core, to }: NameRun): string[] {
    return folded(this.textOf({ from: core, to }))
      .split(' ')
      .filter(Boolean);
  }

  private add(run: TokenRun, name: string, words: string[], kind: ActorKind): Entity {
    const entity: Entity = {
      id: this.all.length,
      name,
      words,
      kind,
      gender: GENDER.unknown,
      plural: false,
      aliases: new Set([name]),
      mentions: [run],
      nouns: new Set(),
      fullest: run,
      named: true,
      rivals: [],
    };
    this.all.push(entity);
    return entity;
  }

  private place(run: NameRun, words: string[]): void {
    const key = words.join(' ');
    let entity = this.byWords.get(key);
    for (let skip = 1; !entity && skip <= words.length - 2; skip++) {
      const known = this.byWords.get(words.slice(skip).join(' '));
      if (known?.kind === 'person') entity = known;
    }
    if (!entity) {
      const core = { from: run.core, to: run.to };
      entity = this.add(core, this.textOf(core), words, kindOf(this.segmented, run, words));
      entity.mentions = [];
      this.byWords.set(key, entity);
      index(this.byLast, words.at(-1) ?? '', entity);
      index(this.byFirst, words[0] ?? '', entity);
      const initials = words
        .filter((word) => !SMALL.has(word))
        .map((word) => word[0])
        .join('');
      if (words.length > 2 || entity.kind !== 'person') this.byInitials.set(initials, entity);
    }
    this.mention(entity, run);
  }

  private placeShort(run: NameRun, words: string[]): void {
    const word = words[0] ?? '';
    const token = this.segmented.tokens[run.core];
    const acronym = token?.shape === SHAPE.capitals ? this.byInitials.get(word.replace(/ /g, '')) : undefined;
    const last = this.byLast.get(word)?.filter(({ kind }) => kind === 'person' || run.core === run.from) ?? [];
    const persons = last.filter(({ kind }) => kind === 'person');
    const first = (this.byFirst.get(word) ?? []).filter(({ kind, words: all }) => kind === 'person' && all.length < 4);
    // "Kim" is as much Kim Jong Un as James Kim.
    const bearers = [...persons, ...first.filter((one) => !persons.includes(one) && isSurnameFirst(one.name))];
    const found =
      acronym ??
      only(bearers) ??
      only(introduced(bearers, run.from)) ??
      (bearers.length === 0 ? only(first) : undefined);
    if (found) this.mention(found, run);
    else if (bearers.length > 1) this.mention(this.anyOf(bearers, run, word), run);
    else this.place(run, words);
  }

  /** Somebody of whom only a surname stands there that several have. */
  private anyOf(rivals: readonly Entity[], run: NameRun, word: string): Entity {
    const key = `?${word}`;
    const known = this.byWords.get(key);
    if (known) return known;
    const core = { from: run.core, to: run.to };
    const entity = this.add(core, this.textOf(core), [word], 'person');
    entity.mentions = [];
    entity.rivals = rivals;
    this.byWords.set(key, entity);
    return entity;
  }

  private mention(entity: Entity, run: NameRun): void {
    const { tokens } = this.segmented;
    this.ofRun.set(run.from, entity);
    entity.mentions.push({ from: run.from, to: run.to });
    entity.aliases.add(this.textOf({ from: run.core, to: run.to }));
    entity.aliases.add(this.textOf(run));
    if (entity.kind !== 'person' && entity.kind !== 'state' && run.core > run.from) entity.kind = 'person';
    const before = tokens[run.from - 1];
    const described = before?.shape === SHAPE.lower && TITLES.has(before.lower) ? [before.lower] : [];
    for (let i = run.from; i < run.core; i++) described.push((tokens[i] as Token).lower);
    for (const word of [...described, (tokens[run.core] as Token).lower]) {
      if (TITLES.has(word)) this.addNoun(entity, word);
      if (entity.gender !== GENDER.unknown) continue;
      if (FEMALE.has(word)) entity.gender = GENDER.female;
      else if (MALE.has(word)) entity.gender = GENDER.male;
    }
    for (const word of entity.kind === 'person' ? [] : entity.words)
      if (BODIES.has(word) && word !== 'un') this.addNoun(entity, word);
    if (entity.kind === 'organisation' && described.length > 0) entity.kind = 'person';
    // "in South Ardenia" is a place.
    const whole = folded(this.textOf(run)) === entity.words.join(' ');
    const placed = whole && /^(?:in|at|near|across|throughout|into)$/.test(before?.lower ?? '');
    if (placed && entity.kind === 'person' && entity.gender === GENDER.unknown && entity.nouns.size === 0)
      entity.kind = 'organisation';
    // An apposition: "Bob Hughes, the executive director of …".
    if (tokens[run.to]?.text === ',')
      for (let i = run.to + 1; i < Math.min(run.to + 7, tokens.length) && tokens[i]?.shape !== SHAPE.other; i++) {
        const { lower } = tokens[i] as Token;
        if (PERSON_NOUNS.has(lower)) {
          this.addNoun(entity, lower);
          if (entity.words.length > 1 && !isBody(this.segmented, run)) entity.kind = 'person';
          break;
        }
        if (lower === 'who') break;
      }
  }
}

function index(map: Map<string, Entity[]>, key: string, entity: Entity): void {
  const list = map.get(key);
  if (list) list.push(entity);
  else map.set(key, [entity]);
}

const only = (entities: readonly Entity[]) => (entities.length === 1 ? entities[0] : undefined);

/** Those whose full name stands before a token. */
const introduced = (entities: readonly Entity[], before: number) =>
  entities.filter(({ mentions }) => mentions.some(({ from, to }) => from < before && to - from > 1));
