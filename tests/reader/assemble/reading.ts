import { readFileSync } from 'node:fs';
import { annotate } from '../../../src/reader/annotate.ts';
import type { AnnotateOptions, Draft } from '../../../src/reader/draft.ts';
import { readModel } from '../../../src/reader/modelFile.ts';
import type { RawArticle } from '../../../src/reader/read/article.ts';
import { readArticle } from '../../../src/reader/read/readArticle.ts';
import type { MadeFile } from '../../fixtures/articles/styles.ts';

export const model = readModel(readFileSync('src/reader/model-en.bin'));

/** The articles of some files. */
export async function readFiles(files: readonly MadeFile[]): Promise<RawArticle[]> {
  const all = await Promise.all(
    files.map(({ name, type, text }) => readArticle(new TextEncoder().encode(text), { name, type })),
  );
  return all.flatMap(({ articles }) => articles);
}

/** A plain English article of some text. */
export function article(text: string, more: Partial<RawArticle> = {}): RawArticle {
  return {
    text,
    headline: { value: 'A headline', found: 'the first line' },
    publisher: null,
    published: null,
    url: null,
    language: { value: 'en', found: 'the words' },
    leftOut: [],
    notes: [],
    from: { format: 'text', name: 'a.txt', sha256: '0'.repeat(64), read: null },
    ...more,
  };
}

const DAY = '2021-03-18';

/** Some texts as one coverage, counted from a Thursday. */
export function draftOf(
  texts: readonly (string | RawArticle)[],
  options: Partial<AnnotateOptions> = {},
): Promise<Draft> {
  const raw = texts.map((text, i) =>
    typeof text === 'string'
      ? article(text, { from: { format: 'text', name: `${i}.txt`, sha256: `${i % 10}`.repeat(64), read: null } })
      : text,
  );
  return annotate(raw, { model, asOf: DAY, ...options });
}

/** The statements of a draft in words: content, speaker ("?" when open), relay. */
export function spoken({ corpus }: Draft) {
  const name = (id: string | null | undefined) => corpus.actors.find((actor) => actor.id === id)?.name ?? null;
  return corpus.statements.map(({ content, speaker, relay, same, kind, mark }) => ({
    kind,
    words: content.map(({ exact }) => exact).join(' … '),
    speaker: speaker.status === 'unresolved' ? '?' : name(speaker.actor),
    how: speaker.status === 'resolved' ? speaker.method : speaker.status,
    candidates: speaker.status === 'unresolved' ? speaker.candidates.map(name) : [],
    relay: name(relay?.actor),
    same,
    why: mark.by === 'machine' ? mark.why : [],
  }));
}
