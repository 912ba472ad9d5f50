import type { SearchAnswer, SentenceHit } from '../../coverage/answers/search.ts';
import type { Hit } from '../../coverage/answers/searchNames.ts';
import { plural } from '../../ui/plural.ts';

/** One line of the list: what Enter does follows from its kind. */
export type Option =
  | { key: string; kind: 'actor' | 'place'; hit: Hit }
  | { key: string; kind: 'sentence'; hit: SentenceHit }
  | { key: string; kind: 'filter' };

/** The lines of the list in the order in which the arrow keys walk them. The last one filters by the words. */
export function optionsOf({ actors, places, sentences }: SearchAnswer): Option[] {
  return [
    ...actors.map((hit): Option => ({ key: `actor:${hit.id}`, kind: 'actor', hit })),
    ...places.map((hit): Option => ({ key: `place:${hit.id}`, kind: 'place', hit })),
    ...sentences.map((hit): Option => ({ key: `sentence:${hit.article}:${hit.start}`, kind: 'sentence', hit })),
    { key: 'filter', kind: 'filter' },
  ];
}

/** What was found, in words: "3 results: 1 actor, 2 sentences". */
export function summaryOf({ found, atLeast, total }: SearchAnswer): string {
  const kinds = [
    ...(found.actors > 0 ? [plural(found.actors, 'actor')] : []),
    ...(found.places > 0 ? [plural(found.places, 'place')] : []),
    ...(found.sentences > 0 ? [plural(found.sentences, 'sentence')] : []),
  ];
  return `${atLeast ? 'At least ' : ''}${plural(total, 'result')}: ${kinds.join(', ')}`;
}
