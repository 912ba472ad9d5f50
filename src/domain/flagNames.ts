import type { FlagKind } from './textFlag.ts';

/** What the screen calls a kind of flag. */
export const FLAG_WORDS: Record<FlagKind, string> = {
  typo: 'typo',
  garbled: 'garbled',
  truncated: 'cut off',
  boilerplate: 'not part of the article',
  repeated: 'repeated',
  contradiction: 'contradiction',
  'shared-passage': 'shared',
  'dangling-reference': 'refers to nothing here',
  'ambiguous-speaker': 'unclear who speaks',
};
