import type { AnnotateOptions, Draft } from './draft.ts';
import { NoDraft } from './draft.ts';
import type { RawArticle } from './read/article.ts';

/** Makes one coverage of articles; rejects with NoDraft where none can be made. */
export async function annotate(raw: readonly RawArticle[], options: AnnotateOptions): Promise<Draft> {
  options.signal?.throwIfAborted();
  throw new NoDraft([{ code: 'no-articles', expected: 'an article', found: String(raw.length), where: '' }]);
}
