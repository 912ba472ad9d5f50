import type { Corpus } from '../../domain/corpus.ts';
import type { Draft } from '../../reader/draft.ts';
import { EXIT } from './exitCodes.ts';
import { Failure } from './failure.ts';
import type { Lost } from './into/carryOver.ts';

/** Applies the text of a file of decisions to a draft. */
export async function reviewed(_draft: Draft, _patch: string): Promise<{ corpus: Corpus; lost: Lost[] }> {
  throw new Failure(EXIT.notWritten, {
    code: 'no-review',
    expected: 'a reader that can',
    found: 'none yet',
    where: '',
  });
}
