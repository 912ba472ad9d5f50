import { PLOVER_EVENTS } from '../../domain/relation.ts';
import { tieKind } from '../../domain/tie.ts';
import { DOUBLING, ENDING, IRREGULAR, NOUNS, type PloverEvent, VERBS } from './lexicon.ts';

/** A form of a word that says what somebody does to somebody. `after` holds the prepositions before the other side, "0" for none. */
export type Trigger = {
  event: PloverEvent;
  word: string;
  form: 'base' | 'third' | 'past' | 'participle' | 'ing' | 'noun';
  /** The words of the verb after its first: "down" of "crack down". */
  particle: string | null;
  after: ReadonlySet<string>;
};

/** Triggers by their form in lower case. */
export const triggersByForm = new Map<string, Trigger[]>();

function regular(verb: string): { third: string; past: string; ing: string } {
  const last = verb.at(-1) ?? '';
  const stem = DOUBLING.has(verb) ? `${verb}${last}` : verb;
  if (/[^aeiou]y$/.test(verb))
    return { third: `${verb.slice(0, -1)}ies`, past: `${verb.slice(0, -1)}ied`, ing: `${verb}ing` };
  const third = /(?:s|sh|ch|x|z|o)$/.test(verb) ? `${verb}es` : `${verb}s`;
  if (last === 'e')
    return { third, past: `${verb}d`, ing: /(?:ee|oe|ye)$/.test(verb) ? `${verb}ing` : `${verb.slice(0, -1)}ing` };
  const ending = /[^aeiou][aeiou]l$/.test(verb) && verb.length > 5 ? `${verb}` : stem;
  return { third, past: `${ending}ed`, ing: `${ending}ing` };
}

function add(form: string, trigger: Trigger): void {
  const own = triggersByForm.get(form);
  if (own) own.push(trigger);
  else triggersByForm.set(form, [trigger]);
}

function readVerb(event: PloverEvent, entry: string): void {
  const [words = '', preps = '0'] = entry.split(':');
  const [verb = '', ...rest] = words.split('_');
  const trigger = {
    event,
    word: verb,
    particle: rest.length > 0 ? rest.join(' ') : null,
    after: new Set(preps.split('/')),
  };
  const forms = regular(verb);
  const [past, participle] = IRREGULAR[verb] ?? [forms.past, forms.past];
  add(verb, { ...trigger, form: 'base' });
  add(forms.third, { ...trigger, form: 'third' });
  add(forms.ing, { ...trigger, form: 'ing' });
  add(past, { ...trigger, form: 'past' });
  if (participle !== past) add(participle, { ...trigger, form: 'participle' });
  if (verb === 'burn') add('burnt', { ...trigger, form: 'participle' });
}

/** Forms of the verbs that end what follows. */
export const endingForms = new Set<string>();
for (const verb of ENDING)
  for (const form of [verb, ...Object.values(regular(verb)), ...(IRREGULAR[verb] ?? [])]) endingForms.add(form);
for (const noun of [
  'suspension',
  'cancellation',
  'reduction',
  'cuts',
  'halt',
  'lifting',
  'easing',
  'end',
  'refusal',
  'rolled',
])
  endingForms.add(noun);

for (const event of PLOVER_EVENTS) {
  for (const entry of VERBS[event].split(/\s+/)) readVerb(event, entry);
  for (const entry of NOUNS[event].split(/\s+/)) {
    const [word = '', preps = ''] = entry.split(':');
    add(word, { event, word, form: 'noun', particle: null, after: new Set(preps.split('/')) });
  }
}

/** Whether an event type counts as cooperation or talks; the rest are conflict. */
export const isCooperative = (event: PloverEvent) => tieKind({ event, mediator: false }) !== 'conflict';
