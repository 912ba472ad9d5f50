import type { Relation } from '../../domain/relation.ts';
import type { Slug } from '../../domain/slug.ts';
import { clipped } from './ids.ts';

/** What each PLOVER type is called between two names: base form, with the word that leads to the other side. */
const VERBS: Record<Relation['event'], [verb: string, joint: string]> = {
  AGREE: ['agree with', 'agree'],
  CONSULT: ['talk with', 'talk'],
  SUPPORT: ['support', 'support each other'],
  CONCEDE: ['yield to', 'make concessions'],
  COOPERATE: ['cooperate with', 'cooperate'],
  AID: ['help', 'help each other'],
  RETREAT: ['withdraw from', 'withdraw'],
  REQUEST: ['demand something of', 'make demands'],
  ACCUSE: ['accuse', 'accuse each other'],
  REJECT: ['reject', 'reject each other'],
  THREATEN: ['threaten', 'threaten each other'],
  PROTEST: ['protest against', 'protest'],
  SANCTION: ['penalise', 'penalise each other'],
  MOBILIZE: ['mobilise against', 'mobilise'],
  COERCE: ['coerce', 'coerce each other'],
  ASSAULT: ['attack', 'attack each other'],
};

function third(verb: string): string {
  const [first = '', ...rest] = verb.split(' ');
  return [
    /y$/.test(first) && !/[aeiou]y$/.test(first)
      ? first.replace(/y$/, 'ies')
      : /(?:ch|s|sh)$/.test(first)
        ? `${first}es`
        : `${first}s`,
    ...rest,
  ].join(' ');
}

function list(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** A sentence of our own for a relation, the actor first: "China may help North Korea". */
export function summaryOf(
  {
    actors,
    recipients,
    event,
    mediator,
    modality,
  }: Pick<Relation, 'actors' | 'recipients' | 'event' | 'mediator' | 'modality'>,
  nameOf: (id: Slug) => string,
): string {
  const [alone, together] = VERBS[event];
  const verb = mediator ? 'mediate between' : recipients.length === 0 ? together : alone;
  const plural = actors.length > 1;
  const words = {
    asserted: plural ? verb : third(verb),
    historical: `${plural ? verb : third(verb)} (before)`,
    future: `${plural ? 'are' : 'is'} to ${verb}`,
    hypothetical: `may ${verb}`,
    negated: `${plural ? 'do' : 'does'} not ${verb}`,
  }[modality];
  const sides = [list(actors.map(nameOf)), words, list(recipients.map(nameOf))];
  // "(before)" stands last.
  const past = modality === 'historical' ? [sides[0], words.replace(' (before)', ''), sides[2], '(before)'] : sides;
  return clipped(past.filter((part) => part !== '').join(' '), 1000);
}
