import { countries, countryByCapital, countryByPeople, fold, spotsByName } from '../world/gazetteer.ts';
import { byUnits } from './ids.ts';

/** The names of a state in an article: its own and its people's, and its capital where that stands for the government. */
type StateNames = { country: string | null; aliases: Set<string>; metonyms: Set<string> };

/** The country that a name alone means: its own, its people's, or its government by its capital. */
export function countryOf(name: string): { country: string; metonym: boolean } | null {
  const key = fold(name.replace(/^the /i, ''));
  const country = spotsByName.get(key)?.find(({ kind }) => kind === 'country')?.country ?? countryByPeople.get(key);
  if (country) return { country, metonym: false };
  const capital = countryByCapital.get(key);
  return capital ? { country: capital, metonym: true } : null;
}

/** Adds a form to the names of a state, where it is one. */
export function addStateName(actor: StateNames, alias: string): void {
  const known = countryOf(alias);
  if (known?.country !== actor.country) return;
  if (known.metonym) actor.metonyms.add(alias);
  else actor.aliases.add(alias);
}

/** Adds the names of a country and of its people that stand in a text. */
export function addForms(actor: StateNames, code: string, text: string): void {
  const known = countries.get(code);
  for (const form of known ? [...known.names, ...known.peoples] : []) {
    const at = text.indexOf(form);
    if (at >= 0 && !/[\p{L}\p{N}]/u.test(`${text[at - 1] ?? ''}${text[at + form.length] ?? ''}`))
      addStateName(actor, form);
  }
}

/** How well a form names a state: its own name before an acronym, the word for its people, and its capital. */
export function rankOfState(form: string): number {
  const known = countryOf(form);
  if (!known || known.metonym) return 0;
  if (countryByPeople.has(fold(form))) return 1;
  return /^[\p{Lu}.]+$/u.test(form) ? 2 : 3;
}

/** The best name that an article has for a state: of the best forms the one that stands there most often. */
export function stateName({ country, aliases, metonyms }: StateNames, text: string): string | undefined {
  const own = countries.get(country ?? '')?.spot.name ?? '';
  const count = (form: string) => text.split(form).length;
  // "South Korean" has the name of the country in it.
  return [...aliases, ...metonyms, ...(own !== '' && text.includes(own) ? [own] : [])].sort(
    (a, b) => rankOfState(b) - rankOfState(a) || count(b) - count(a) || byUnits(a, b),
  )[0];
}
