import type { Entities } from './entities.ts';
import type { Entity } from './entity.ts';
import { SPEECH_FORMS } from './lexicons/speechVerbs.ts';
import { BODIES, DOCUMENTS, PERSON_NOUNS } from './lexicons/titles.ts';
import { folded, type NameRun } from './names.ts';
import { type Segmented, SHAPE, type Token } from './segmented.ts';
import type { Run } from './spans.ts';
import type { ActorKind } from './types.ts';

/** How source words name somebody. */
export const HOW = [
  'name',
  'surname',
  'description',
  'nominal',
  'pronoun',
  'joint',
  'none',
  'several',
  'group',
  'document',
  'definite',
] as const;
export type How = (typeof HOW)[number];

/** What source words say by themselves; a pronoun, and a noun that fits several, name nobody yet. */
export type SourceReading = { how: How; entity: Entity | null; because: Run[]; candidates: Entity[] };

export const PRONOUNS: ReadonlySet<string> = new Set(
  'he she it they we i him her them me us who himself herself'.split(' '),
);
const GRAMMAR = new Set(
  'the a an of to in on at by for with from that which and or but as if because while when where how not is are was were be been has have had do does did will would could should may might must can also then'.split(
    ' ',
  ),
);
const NEW = /^(?:an?|one|two|three|four|five|some|several|many|few|most|other|another|both|numerous|various|\d.*)$/;
const STOPS = new Set(
  'of from for at in with on who that which whose to by near based representing speaking'.split(' '),
);
const OUTLET_NOUNS = new Set(
  'newspaper magazine agency news network channel daily website station tabloid broadcaster paper service'.split(' '),
);
const PUBLIC_BODIES =
  /^(?:police|government|ministry|court|parliament|congress|senate|army|navy|military|department|authorities|cabinet|council|administration|commission|embassy)$/;

/** The source words of one text, read. */
export class Sources {
  constructor(
    private readonly segmented: Segmented,
    private readonly entities: Entities,
  ) {}

  /** Reads source words: a name, a pronoun, a description, or a noun that points back. */
  read(source: Run): SourceReading {
    const { tokens } = this.segmented;
    let { from } = source;
    while (from < source.to - 1 && tokens[from]?.shape === SHAPE.other) from++;
    const first = tokens[from] as Token;
    const shouted = first.shape === SHAPE.capitals && first.text.length > 1;
    if (source.to - from === 1 && PRONOUNS.has(first.lower) && !shouted) return reading('pronoun', null);
    const headEnd = this.headEnd(from, source.to);
    const head = this.namesIn(from, headEnd);
    const last = head.at(-1);
    // "and welcomed": words of grammar name nobody.
    if (this.isGrammar(from, source.to)) return reading('none', null);
    const isNew = NEW.test(first.lower);
    if (head.length > 1 && last && this.isJoined(head, last))
      return this.describe({ from, to: source.to }, 'joint', 'group');
    if (last && last.to >= headEnd && last.core < last.to) return this.named(last);
    const apposed = this.apposed(headEnd, source.to);
    if (apposed) return this.named(apposed);
    const outlet = head[0];
    if (outlet && outlet.core < outlet.to && outlet.from <= from + 1 && this.isOutlet(outlet.to, headEnd))
      return this.named(outlet);
    // Source words that go on into the sentence: "Novak later".
    const person = head[0];
    if (person && person.from === from && person.core < person.to && this.isPassing(person)) return this.named(person);
    const the = first.lower === 'the' || first.lower === 'this' || first.lower === 'that';
    const noun = (tokens[headEnd - 1] as Token).lower;
    if (the && !isNew && headEnd === source.to && head.length === 0) {
      const fits = this.entities.withNoun(noun).filter(({ mentions }) => (mentions[0]?.from ?? from) < from);
      if (fits.length > 1) return { how: 'several', entity: null, because: [], candidates: fits.slice(-4) };
      const [entity] = fits;
      if (entity) return { how: 'nominal', entity, because: [entity.fullest], candidates: [] };
    }
    const owner = head.at(-1);
    const owned = owner && owner.core < owner.to && tokens[owner.to]?.lower === "'s" && headEnd - owner.to === 2;
    if (owned && DOCUMENTS.has(noun)) return this.named(owner);
    const maker = this.namesIn(headEnd, source.to)[0];
    const by = /^(?:by|from|of)$/.test((tokens[headEnd] ?? first).lower);
    if (maker && by && DOCUMENTS.has(noun) && maker.core < maker.to && maker.from <= headEnd + 2)
      return this.named(maker);
    const how = this.howOf(noun, the, isNew);
    return this.describe({ from, to: source.to }, how, this.kindOf(noun), noun, isNew);
  }

  private named(run: NameRun): SourceReading {
    const entity = this.entities.at(run);
    if (!entity) return reading('none', null);
    if (entity.rivals.length > 0) return { how: 'several', entity: null, because: [], candidates: [...entity.rivals] };
    const short = run.to - run.core === 1 && entity.words.length > 1;
    if (short && run.core === run.from && entity.kind === 'person')
      return { how: 'surname', entity, because: [entity.fullest], candidates: [] };
    return reading('name', entity);
  }

  private describe(run: Run, how: How, kind: ActorKind, noun = '', isNew = false): SourceReading {
    const { tokens } = this.segmented;
    const article = /^(?:the|an?)$/.test((tokens[run.from] as Token).lower) ? 1 : 0;
    const words = folded(this.entities.textOf({ from: Math.min(run.from + article, run.to - 1), to: run.to }));
    const plural = how === 'joint' || isPlural(noun);
    // "A resident" said twice need not be one person.
    const key = isNew && !plural ? `${words}#${run.from}` : words;
    return reading(how, this.entities.describe(run, key, kind, plural, noun));
  }

  private howOf(noun: string, the: boolean, isNew: boolean): How {
    if (DOCUMENTS.has(noun)) return 'document';
    if (isPlural(noun) || PUBLIC_BODIES.test(noun)) return 'group';
    // "The president", of whom the text has said nothing before.
    return the && !isNew ? 'definite' : 'description';
  }

  private kindOf(noun: string): ActorKind {
    if (PUBLIC_BODIES.test(noun)) return 'government-body';
    if (PERSON_NOUNS.has(noun)) return 'person';
    return BODIES.has(noun) ? 'organisation' : 'group';
  }

  /** Where the head of source words ends: before a comma, a bracket or a preposition that is not part of a name. */
  private headEnd(from: number, to: number): number {
    const { tokens } = this.segmented;
    for (let i = from + 1; i < to; i++) {
      const token = tokens[i] as Token;
      if (this.entities.runAt[i] !== -1) continue;
      if (token.text === '(') {
        // "the Bureau of Fair Trade (BFT) director Anna Novak" goes on behind the bracket.
        const close = [1, 2, 3, 4, 5].map((k) => i + k).find((at) => at < to && tokens[at]?.text === ')');
        if (close === undefined || close + 1 >= to || tokens[close + 1]?.text === ',') return i;
        i = close;
        continue;
      }
      if (token.shape === SHAPE.other && /^[,\-–—:;]/.test(token.text)) return i;
      if (token.lower === 'and' && this.entities.runAt[i - 1] !== -1 && this.entities.runAt[i + 1] !== -1) continue;
      if (STOPS.has(token.lower)) return i;
    }
    return to;
  }

  private isGrammar(from: number, to: number): boolean {
    const { tokens } = this.segmented;
    return tokens.slice(from, to).every(({ lower, shape }) => shape === SHAPE.other || GRAMMAR.has(lower));
  }

  private namesIn(from: number, to: number): NameRun[] {
    const found: NameRun[] = [];
    for (let i = from; i < to; i++) {
      const at = this.entities.runAt[i] as number;
      const run = at === -1 ? undefined : this.entities.names[at];
      if (run && found.at(-1) !== run) found.push(run);
    }
    return found;
  }

  /** Whether "and" or a comma stands between two names that are no parts of one. */
  private isJoined(names: readonly NameRun[], last: NameRun): boolean {
    const { tokens } = this.segmented;
    return names.some(
      ({ core, to }) => core < to && to < last.from && tokens[to]?.lower === 'and' && to + 1 === last.from,
    );
  }

  /** A person's name that stands by itself between commas: "the mayor of the town, Dee Lee". */
  private apposed(from: number, to: number): NameRun | null {
    const { tokens } = this.segmented;
    for (const run of this.namesIn(from, to)) {
      const before = tokens[run.from - 1];
      if (before?.text !== ',' || run.core >= run.to) continue;
      if (run.to < to && tokens[run.to]?.text !== ',') continue;
      if (this.entities.at(run)?.kind === 'person' && run.to - run.core > 1) return run;
    }
    return null;
  }

  /** Whether a person's name is followed by a verb of speaking or an adverb rather than by a noun it describes. */
  private isPassing(run: NameRun): boolean {
    const next = this.segmented.tokens[run.to]?.lower ?? '';
    const adverb = /^(?:also|further|once|later|then|again|earlier|himself|herself|both|who|has|had|was|is)$|ly$/.test(
      next,
    );
    return this.entities.at(run)?.kind === 'person' && (adverb || SPEECH_FORMS.has(next));
  }

  private isOutlet(from: number, to: number): boolean {
    const { tokens } = this.segmented;
    for (let i = from; i < to; i++) if (!OUTLET_NOUNS.has((tokens[i] as Token).lower)) return false;
    return to > from;
  }
}

const reading = (how: How, entity: Entity | null): SourceReading => ({ how, entity, because: [], candidates: [] });

const isPlural = (noun: string) => /^(?:police|people|media|women|men|children)$/.test(noun) || /[^su]s$/.test(noun);
