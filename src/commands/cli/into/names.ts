import type { Actor } from '../../../domain/actor.ts';
import { isChecked } from '../../../domain/mark.ts';
import type { Place } from '../../../domain/place.ts';
import type { Slug } from '../../../domain/slug.ts';

const namesOf = ({ name, aliases }: { name: string; aliases: readonly string[] }) => new Set([name, ...aliases]);
const within = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].every((name) => b.has(name));

/** Whom an actor or a place of a draft stands for, of those that decisions are about; null when that is not sure. */
function known<T extends Actor | Place>(made: T, kept: readonly T[], alike: (a: T, b: T) => boolean): T | null {
  const fitting = kept.filter((one) => alike(one, made));
  const ways = [
    (one: T) => one.name === made.name,
    // A person has said that these names are one's.
    (one: T) => isChecked(one.mark) && within(namesOf(made), namesOf(one)),
    // Now more is known of whom the reader had found.
    (one: T) => !isChecked(one.mark) && within(namesOf(one), namesOf(made)),
  ];
  for (const way of ways) {
    const [found, ...more] = fitting.filter(way);
    if (found) return more.length === 0 ? found : null;
  }
  return null;
}

/** What became of a list of names: the list, the new ids of the draft's items, and the ids of those that are as people left them. */
export type Met<T> = { list: T[]; ids: Map<Slug, Slug>; asKept: Set<Slug> };

/** What the articles now say themselves is no longer a name from outside. */
const withoutGiven = <T extends Actor | Place>(one: T): T =>
  'fullName' in one && one.fullName !== null && namesOf(one).has(one.fullName) ? { ...one, fullName: null } : one;

/**
 * Puts those whom decisions are about, in the words of whoever decided, into the list of a draft. What was checked is taken as it was, with the
 * further names that the draft found; what was not is the draft's, under its earlier id. `fresh` gives an id that nobody has.
 */
function meet<T extends Actor | Place>(
  kept: readonly T[],
  made: readonly T[],
  alike: (a: T, b: T) => boolean,
  fresh: (id: Slug) => Slug,
): Met<T> {
  const ids = new Map<Slug, Slug>();
  const list = new Map(kept.map((one) => [one.id, one]));
  const renewed = new Set<Slug>();
  for (const one of made) {
    const old = known(one, kept, alike);
    const id = old?.id ?? fresh(one.id);
    if (id !== one.id) ids.set(one.id, id);
    const before = list.get(id);
    const base = !before || (!renewed.has(id) && !isChecked(before.mark)) ? { ...one, id } : before;
    const aliases = [...new Set([...base.aliases, ...(before?.aliases ?? []), ...one.aliases])].slice(0, 200);
    list.set(id, { ...base, aliases });
    renewed.add(id);
  }
  const asKept = new Set(kept.filter(({ id, mark }) => isChecked(mark) || !renewed.has(id)).map(({ id }) => id));
  return { list: [...list.values()].map(withoutGiven), ids, asKept };
}

type Meet<T> = (kept: readonly T[], made: readonly T[], fresh: (id: Slug) => Slug) => Met<T>;

export const meetActors: Meet<Actor> = (kept, made, fresh) => meet(kept, made, () => true, fresh);

export const meetPlaces: Meet<Place> = (kept, made, fresh) =>
  meet(kept, made, (a, b) => a.country === b.country && a.kind === b.kind, fresh);
