import type { Mark, Why } from '../../domain/mark.ts';

/** Marks something as made by the machine; nobody has looked at it. */
export function machine(sure: number, why: readonly Why[]): Mark {
  return { by: 'machine', sure: Math.max(0, Math.min(100, Math.round(sure))), why: [...new Set(why)], review: 'none' };
}

const SOURCE: Record<string, readonly Why[]> = {
  surname: ['chain:surname'],
  description: ['speaker:described'],
  definite: ['speaker:described'],
  nominal: ['chain:title'],
  pronoun: ['chain:pronoun'],
  joint: ['speaker:several-together'],
  none: ['speaker:nobody'],
  several: ['two-candidates'],
  group: ['speaker:group'],
  document: ['speaker:document'],
  'same-sentence': ['speaker:goes-on'],
  after: ['speaker:goes-on'],
  alone: [],
};

/**
 * The codes of a statement in the words of the corpus, from those of the stages: "cue:said", "source:surname". `before` tells whether the source
 * words stand before the cue.
 */
export function whyOfStatement(codes: readonly string[], before: boolean): Why[] {
  return codes.flatMap((code): readonly Why[] => {
    const [kind = '', word = ''] = code.split(/:(.*)/s);
    if (kind === 'cue') return [cueOf(word)];
    if (code === 'source:name') return [before ? 'name-before-cue' : 'name-after-cue'];
    if (kind === 'source') return SOURCE[word] ?? [];
    if (kind === 'floating' || kind === 'turn' || kind === 'relay') return [kind];
    return [];
  });
}

function cueOf(word: string): Why {
  if (/^according/.test(word)) return 'cue:according-to';
  if (/\b(?:was|were|is|are|been|being) \S+|\b(?:quoted|cited) as\b/.test(word)) return 'cue:passive';
  return /\bsa(?:id|ys?)\b/.test(word) ? 'cue:said' : 'cue:verb';
}

/** The codes of a relation, from those of the stage: "relation:verb", "relation:pair". */
export function whyOfRelation(codes: readonly string[], modal: boolean): Why[] {
  const made = codes.flatMap((code): Why[] => {
    const [kind, word = ''] = code.split(':');
    if (kind !== 'relation') return [];
    if (word === 'joint' || word === 'between') return ['tie:together'];
    return word === 'pair' || word === 'owner' ? ['tie:noun'] : ['tie:verb'];
  });
  return modal ? [...made, 'tie:modal'] : made;
}
