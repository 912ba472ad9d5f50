import { createHash } from 'node:crypto';
import type { Corpus } from '../../../src/domain/corpus.ts';
import type { Mark } from '../../../src/domain/mark.ts';
import type { AnnotateOptions, Draft } from '../../../src/reader/draft.ts';
import { NoDraft } from '../../../src/reader/draft.ts';
import type { RawArticle } from '../../../src/reader/read/article.ts';
import { actor } from '../../fixtures/markedCorpus.ts';

const idOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);
const slug = (name: string) => name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
const machine = (sure: number): Mark => ({ by: 'machine', sure, why: ['cue:said'], review: 'none' });

/**
 * A reader that finds nothing but `"…", said Some Name` in straight marks. It stands in for the real one where a test is about
 * what happens around it.
 */
export async function plainAnnotate(
  raw: readonly RawArticle[],
  options: Omit<AnnotateOptions, 'model'>,
): Promise<Draft> {
  if (raw.length === 0) throw new NoDraft([{ code: 'no-articles', expected: 'an article', found: '0', where: '' }]);
  const actors = new Map<string, Corpus['actors'][number]>();
  const statements: Corpus['statements'] = [];
  const articles: Corpus['articles'] = [];
  for (const [at, { text, headline, publisher, published, url, language, from }] of raw.entries()) {
    options.signal?.throwIfAborted();
    const id = `a-${idOf(text + from.name)}`;
    articles.push({
      id,
      badge: String.fromCharCode(65 + at),
      headline: headline?.value ?? from.name,
      text,
      publisher: publisher?.value ?? null,
      published: published?.value ?? null,
      url: url?.value ?? null,
      language: language.value,
      from,
    });
    for (const found of text.matchAll(/"([^"]+)"(,? said )([A-Z]\w+ [A-Z]\w+)/g)) {
      const [all, words = '', , name = ''] = found;
      const actorId = slug(name);
      actors.set(actorId, actor(actorId, name, { mark: machine(90) }));
      const start = found.index + 1;
      const content = { article: id, start, end: start + words.length, exact: words };
      const end = found.index + all.length;
      statements.push({
        id: `s-${idOf(`${id} ${start}`)}`,
        kind: 'direct',
        content: [content],
        quoted: [content],
        cue: [],
        source: { article: id, start: end - name.length, end, exact: name },
        speaker: { status: 'named', actor: actorId },
        relay: null,
        addressee: null,
        said: null,
        same: null,
        topics: [],
        mark: machine(90),
      });
    }
    options.onProgress?.({ done: at + 1, of: raw.length, name: from.name, statements: statements.length });
  }
  const corpus: Corpus = {
    schemaVersion: 2,
    id: options.id ?? 'coverage',
    title: options.title ?? 'A coverage',
    made: { reader: 'plain', version: '1', on: null },
    reference: [],
    asOf: { date: options.asOf ?? '2019-01-10', basis: 'Given.' },
    articles,
    actors: [...actors.values()],
    places: [],
    topics: [],
    statements,
    relations: [],
    venues: [],
    events: [],
    flags: [],
  };
  return { corpus, notes: [], leftOut: {} };
}
