import type { Entities } from './entities.ts';
import { FUNCTION_WORDS } from './lexicons/functionWords.ts';
import { NEW, OUTLET_NOUNS, OWNERS, POINTS, PRONOUNS, PUBLIC_BODIES, STOPS, SUBJECTS } from './lexicons/sourceWords.ts';
import { SPEECH_FORMS } from './lexicons/speechVerbs.ts';
import { BODIES, DOCUMENTS, PERSON_NOUNS } from './lexicons/titles.ts';
import { folded, type NameRun } from './names.ts';
import { type Segmented, SHAPE, type Token } from './segmented.ts';
import { type How, pointing, reading, type SourceReading } from './sourceReading.ts';
import type { TokenRun } from './spans.ts';
import type { ActorKind } from './types.ts';

/** Source words with a pronoun: "he himself", "she later". */
const LONGEST_WITH_PRONOUN = 4;

/** The source words of one text, read. */
export class Sources {
  constructor(
    private readonly segmented: Segmented,
    private readonly entities: Entities,
  ) {}

  /** Reads source words: a name, a pronoun, a description, or a noun that points back. */
  read(source: TokenRun): SourceReading {
    const { tokens } = this.segmented;
    let { from } = source;
    while (from < source.to - 1 && tokens[from]?.shape === SHAPE.other) from++;
    const first = tokens[from] as Token;
    const pronoun = this.pronounIn(from, source.to);
    if (pronoun !== -1) {
      const { lower } = tokens[pronoun] as Token;
      return pointing('pronoun', OWNERS[lower] ?? lower, '', pronoun, source);
    }
    const headEnd = this.headEnd(from, source.to);
    const head = this.namesIn(from, headEnd);
    const last = head.at(-1);
    // "and welcomed": words of grammar name nobody.
    if (this.isGrammar(from, source.to)) return reading('none', null);
    const isNew = NEW.test(first.lower);
    if (head.length > 1 && last && this.isJoined(head, last))
      return this.describe({ from, to: source.to }, 'joint', 'group');
    if (last && last.to >= headEnd && last.core < last.to) return this.named(last);
    // A body's name that goes on behind a preposition: "Zimbabwe's Ministry of Health".
    const body = this.namesIn(from, source.to).at(-1);
    if (body && body.from < headEnd && body.to === source.to && body.core < body.to) return this.named(body);
    const apposed = this.apposed(headEnd, source.to);
    if (apposed) return this.named(apposed);
    const outlet = head[0];
    if (outlet && outlet.core < outlet.to && outlet.from <= from + 1 && this.isOutlet(outlet.to, headEnd))
      return this.named(outlet);
    // Source words that go on into the sentence: "Novak later".
    const person = head.find((run) => run.core < run.to && this.isPassing(run));
    if (person && (person.from === from || person.core > person.from)) return this.named(person);
    const closing = this.closing(from, source.to);
    if (closing) return this.named(closing);
    const noun = (tokens[headEnd - 1] as Token).lower;
    if (
      headEnd - from === 1 &&
      !isNew &&
      (FUNCTION_WORDS.has(noun) || first.shape === SHAPE.other) &&
      head.length === 0
    )
      return reading('none', null);
    if (last && last.core < last.to && DOCUMENTS.has(noun)) {
      // "NATO press release", "Novak's latest statement": who is named before the document says it.
      const owned = tokens[last.to]?.lower === "'s" && headEnd - last.to <= 4;
      if (owned || headEnd - last.to <= 2) return this.named(last);
    }
    const maker = this.namesIn(headEnd, source.to)[0];
    const by = /^(?:by|from|of)$/.test((tokens[headEnd] ?? first).lower);
    if (maker && by && DOCUMENTS.has(noun) && maker.core < maker.to && maker.from <= headEnd + 2)
      return this.named(maker);
    const owner = OWNERS[first.lower];
    if (owner && DOCUMENTS.has(noun) && headEnd - from <= 4) return pointing('pronoun', owner, noun, from, source);
    const the = POINTS.test(first.lower) && !isNew;
    const how = this.howOf(noun, the);
    const described = this.describe({ from, to: source.to }, how, this.kindOf(noun), noun, isNew);
    if (!the || headEnd < source.to || head.length > 0) return described;
    const sort = isPlural(noun)
      ? 'plural'
      : DOCUMENTS.has(noun)
        ? 'document'
        : PERSON_NOUNS.has(noun)
          ? 'person'
          : 'body';
    return { ...described, points: pointing(how, sort, noun, from, source).points };
  }

  /** The pronoun that the source words are, or that begins or ends them; -1 when there is none. */
  private pronounIn(from: number, to: number): number {
    const { tokens } = this.segmented;
    const first = tokens[from] as Token;
    const shouted = first.shape === SHAPE.capitals && first.text.length > 1;
    if (to - from === 1) return (PRONOUNS.has(first.lower) || OWNERS[first.lower]) && !shouted ? from : -1;
    // A clause that begins with a pronoun is no pronoun: "they kept each other at arm's length".
    if (SUBJECTS.test(first.lower) && to - from <= LONGEST_WITH_PRONOUN) return from;
    return SUBJECTS.test((tokens[to - 1] as Token).lower) ? to - 1 : -1;
  }

  private named(run: NameRun): SourceReading {
    const entity = this.entities.at(run);
    if (!entity) return reading('none', null);
    if (entity.rivals.length > 0) return { ...reading('several', null), candidates: [...entity.rivals] };
    const short = run.to - run.core === 1 && entity.words.length > 1;
    if (short && run.core === run.from && entity.kind === 'person')
      return { ...reading('surname', entity), because: [entity.fullest] };
    return reading('name', entity);
  }

  private describe(run: TokenRun, how: How, kind: ActorKind, noun = '', isNew = false): SourceReading {
    const { tokens } = this.segmented;
    const article = /^(?:the|an?)$/.test((tokens[run.from] as Token).lower) ? 1 : 0;
    const words = folded(this.entities.textOf({ from: Math.min(run.from + article, run.to - 1), to: run.to }));
    const plural = how === 'joint' || isPlural(noun);
    // "A resident" said twice need not be one person.
    const key = isNew && !plural ? `${words}#${run.from}` : words;
    return { ...reading(how, null), fresh: () => this.entities.describe(run, key, kind, plural, noun) };
  }

  private howOf(noun: string, the: boolean): How {
    if (DOCUMENTS.has(noun)) return 'document';
    if (isPlural(noun) || PUBLIC_BODIES.test(noun)) return 'group';
    // "The president", of whom the text has said nothing before.
    return the ? 'definite' : 'description';
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
    return tokens
      .slice(from, to)
      .every(({ lower, shape }) => shape === SHAPE.other || (FUNCTION_WORDS.has(lower) && !POINTS.test(lower)));
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
    return names.some(({ core, to }) => {
      if (core >= to || to >= last.from) return false;
      const and = tokens[to]?.text === ',' ? to + 1 : to;
      if (tokens[and]?.lower !== 'and') return false;
      // "Larry Sharpe and former governor William Weld": only words about the second stand between.
      let next = and + 1;
      while (next < last.from && tokens[next]?.shape === SHAPE.lower && !STOPS.has(tokens[next]?.lower ?? '')) next++;
      return next === last.from || this.entities.runAt[next] !== -1;
    });
  }

  /** A person's name that stands by itself between commas: "the mayor of the town, Dee Lee". */
  private apposed(from: number, to: number): NameRun | null {
    const { tokens } = this.segmented;
    for (const run of this.namesIn(from, to)) {
      const before = tokens[run.from - 1];
      if (before?.text !== ',' || run.core >= run.to) continue;
      if (run.to < to && tokens[run.to]?.text !== ',') continue;
      const entity = this.entities.at(run);
      if (entity?.kind === 'person' && run.to - run.core > 1) return run;
      // "her daughter, Naomi": behind a noun for a person one word names that person.
      const noun = PERSON_NOUNS.has(tokens[run.from - 2]?.lower ?? '');
      if (noun && entity && run.to - run.from === 1 && run.to === to) return run;
    }
    return null;
  }

  /** A person's full name that ends source words behind a noun: "speaker of the parliament Ali Larijani". */
  private closing(from: number, to: number): NameRun | null {
    const { tokens } = this.segmented;
    const last = this.namesIn(from, to).at(-1);
    if (!last || last.to < to || last.core >= last.to || this.entities.at(last)?.kind !== 'person') return null;
    const before = tokens[last.from - 1];
    const titled = last.core > last.from || (before?.shape === SHAPE.lower && PERSON_NOUNS.has(before.lower));
    const full = last.to - last.core > 1 && last.from > from && before?.shape === SHAPE.lower;
    return titled || (full && !FUNCTION_WORDS.has(before.lower)) ? last : null;
  }

  /** Whether a person's name is followed by a verb of speaking or an adverb rather than by a noun it describes. */
  private isPassing(run: NameRun): boolean {
    const next = this.segmented.tokens[run.to]?.lower ?? '';
    const adverb = /^(?:also|further|once|later|then|again|earlier|himself|herself|both|who|has|had|was|is)$|ly$/.test(
      next,
    );
    return this.entities.at(run)?.kind === 'person' && (adverb || SPEECH_FORMS.has(next) || next.endsWith('ed'));
  }

  private isOutlet(from: number, to: number): boolean {
    const { tokens } = this.segmented;
    for (let i = from; i < to; i++) if (!OUTLET_NOUNS.has((tokens[i] as Token).lower)) return false;
    return to > from;
  }
}

const isPlural = (noun: string) => /^(?:police|people|media|women|men|children)$/.test(noun) || /[^su]s$/.test(noun);
