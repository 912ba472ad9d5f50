import type { Actor } from './actor.ts';
import { addTo } from './lists.ts';
import { once } from './once.ts';

/**
 * Letters that look like Latin ones, each above its own: Cyrillic, Greek, Armenian, Latin with a stroke or without a dot, digits. Out of
 * the confusables of Unicode TR39 (confusables.txt), for those scripts that names in the news are written in; lower-case Cyrillic that has
 * the shape of a small capital counts as that letter. Forms of compatibility (fullwidth, mathematical) are Latin after NFKD already.
 */
const LOOKS =
  'АВЕЅЗІЈКМНОРСТУХҮҺԚԜӀавеѕіјкмнорстухүһԁԛԝѵӏг' + 'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϳαγικνορστυχ' + 'ՏՍՕԼագզհյոռսցօ' + 'łŁøØđĐħıɑɡ01|ǀ';
const LIKE =
  'ABES3IJKMHOPCTYXYHQWlabesijkmhopctyxyhdqwvlr' + 'ABEZHIKMNOPTYXjayikvopotux' + 'SUOLwqqhjnnugo' + 'lLoOdDhiagOlll';

const LATIN = new Map(Array.from(LOOKS, (letter, index) => [letter, LIKE.charAt(index)]));

/** What leaves no trace or hangs on another letter. The marks that turn one kana into another stay. */
const DROPPED = /(?![\u3099\u309A])[\p{Script=Inherited}\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/**
 * What is left of a name when what a hurried eye misses is taken away: names with the same skeleton look alike. After UTS 39: NFKD,
 * without marks and invisible characters, confusable letters as Latin, and, beyond it, without capitals.
 */
export function skeletonOf(name: string): string {
  return (
    Array.from(name.normalize('NFKD').replace(DROPPED, ''), (letter) => LATIN.get(letter) ?? letter)
      .join('')
      // A capital I within a word is read as a small l.
      .replace(/(?<=\p{L})I(?!\p{Lu})/gu, 'l')
      .toLowerCase()
      .replace(/rn/g, 'm')
      .replace(/vv/g, 'w')
      .replace(/[\p{Pd}\u2212]/gu, '-')
      .replace(/[\u2018\u2019\u02BC\u00B4`]/g, "'")
      .replace(/\s+/g, ' ')
      .trim()
  );
}

/** What has a name. */
export type Named = Pick<Actor, 'id' | 'name'>;

/** The actors of a list by skeleton. */
export const bySkeleton = once((actors: readonly Named[]): Map<string, Named[]> => {
  const groups = new Map<string, Named[]>();
  for (const actor of actors) addTo(groups, skeletonOf(actor.name), actor);
  return groups;
});

/** The groups of different actors whose names on the screen look alike, or are the same. */
export function lookalikeGroups(actors: readonly Named[]): Named[][] {
  return [...bySkeleton(actors).values()].filter(({ length }) => length > 1);
}
