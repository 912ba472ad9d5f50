import type { KnownActor } from './actorUse.ts';
import { countries, fold } from './gazetteer.ts';

/** Collects actors under their fullest names. */
export class Book {
  constructor(readonly names: ReadonlySet<string>) {}

  private readonly byId = new Map<string, KnownActor & { aliases: string[] }>();
  private readonly idByWord = new Map<string, string>();

  state(code: string, surface: string): string {
    const name = countries.get(code)?.spot.name ?? code;
    return this.enter(`state-${code.toLowerCase()}`, name, surface, 'state');
  }

  /** The person who alone holds a title in the text: "the president". */
  private readonly holders = new Map<string, string | null>();

  hold(title: string, id: string): void {
    const known = this.holders.get(title);
    this.holders.set(title, known === undefined || known === id ? id : null);
  }

  group(noun: string): string {
    const holder = this.holders.get(noun);
    if (holder) return holder;
    return this.enter(`group-${noun}`, noun, noun, 'group');
  }

  /** A name of capitalised words; a bare surname or first word is the fuller name before it. */
  named(written: string, kind: 'person' | 'organisation'): string {
    const surface = written.replace(/^(?:U\.S\.|US) (?=\p{Lu})/u, 'United States ');
    const words = surface.split(/\s+/);
    const key = fold(surface);
    const fuller = this.idByWord.get(fold(words.at(-1) ?? ''));
    const known =
      words.length === 1 ||
      (fuller && kind === 'person' && words.every((word) => this.byId.get(fuller)?.name.split(' ').includes(word)))
        ? this.idByWord.get(fold(words.at(-1) ?? ''))
        : undefined;
    const id = known ?? `name-${key.replace(/[^\p{L}\p{N}]+/gu, '-')}`;
    if (words.length > 1 && kind === 'person') {
      const last = fold(words.at(-1) ?? '');
      if (!this.idByWord.has(last)) this.idByWord.set(last, id);
      // "Kim" of "Kim Jong Un": where the surname comes first.
      const first = fold(words[0] ?? '');
      if (!this.idByWord.has(first)) this.idByWord.set(first, id);
    }
    if (words.length > 1 && kind === 'organisation' && !this.idByWord.has(fold(words[0] ?? '')))
      this.idByWord.set(initials(words), id);
    return this.enter(id, surface, surface, kind);
  }

  /** The actor whose surname or short name a word is. */
  known(word: string): string | undefined {
    return this.idByWord.get(fold(word));
  }

  private enter(id: string, name: string, surface: string, kind: string): string {
    const actor = this.byId.get(id) ?? { id, name, aliases: [], metonyms: [], kind };
    this.byId.set(id, actor);
    if (surface !== actor.name && !actor.aliases.includes(surface)) actor.aliases.push(surface);
    return id;
  }

  actors(): KnownActor[] {
    return [...this.byId.values()];
  }
}

const initials = (words: readonly string[]) =>
  words
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0]?.toLowerCase())
    .join('');
