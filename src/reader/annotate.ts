import { isSlug } from '../domain/slug.ts';
import { asOfDay, dayOf } from './assemble/asOf.ts';
import { assemble } from './assemble/assemble.ts';
import { clipped } from './assemble/ids.ts';
import { takeArticles } from './assemble/intake.ts';
import { type OneReading, readOne } from './assemble/readOne.ts';
import { type AnnotateOptions, type Draft, type DraftNote, NoDraft } from './draft.ts';
import type { RawArticle } from './read/article.ts';

const LEAST_SURE = 50;

/** Lets whoever shares the thread do something before the next article. */
const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/**
 * Makes one coverage of articles: reads each by all stages, joins what they say, and passes the result through the door. The same articles in
 * any order give the same bytes in every place: no clock, no network, no chance. Rejects with NoDraft where no coverage can be made, and with the
 * signal's reason, an AbortError, where the signal ends it between two articles.
 */
export async function annotate(raw: readonly RawArticle[], options: AnnotateOptions): Promise<Draft> {
  const { model, signal, onProgress, id, title } = options;
  signal?.throwIfAborted();
  const { taken, notes } = takeArticles(raw);
  const asOf = asOfDay(taken, options.asOf);
  if (taken.length === 0)
    throw new NoDraft([{ code: 'no-articles', expected: 'an article with a text', found: 'none', where: '' }]);
  if ('code' in asOf) throw new NoDraft([asOf]);
  if (id !== undefined && !isSlug(id))
    throw new NoDraft([
      {
        code: 'no-id',
        expected: 'an id of small letters, digits and single hyphens',
        found: `“${clipped(id, 80)}”`,
        where: '',
      },
    ]);
  const minSure = Math.min(100, Math.max(LEAST_SURE, options.minSure ?? LEAST_SURE));
  const readings: OneReading[] = [];
  let statements = 0;
  for (const { article, raw: own } of taken) {
    await pause();
    signal?.throwIfAborted();
    const reading = readOne(article, model, dayOf(article.published) ?? asOf.date);
    readings.push(reading);
    statements += reading.statements.length;
    onProgress?.({ done: readings.length, of: taken.length, name: own.from.name, statements });
  }
  await pause();
  signal?.throwIfAborted();
  const { corpus, notes: further } = assemble(readings, { id, title, asOf }, minSure);
  return {
    corpus,
    notes: [...notes, ...further, ...readings.flatMap(readingNotes)],
    leftOut: Object.fromEntries(taken.map(({ article, raw: own }) => [article.id, own.leftOut])),
  };
}

/** What of an article was left unread, and why. */
function readingNotes({ article, english, nameless }: OneReading): DraftNote[] {
  const where = article.from?.name ?? '';
  const notes: DraftNote[] = [];
  if (!english)
    notes.push({
      code: 'other-language',
      words: `The article is not in English (“${article.language}”), which is what this reader knows: only quotations in marks were found, and nobody is named.`,
      where,
    });
  else if (article.language === 'und')
    notes.push({ code: 'language-unknown', words: 'Nothing tells the language: it was read as English.', where });
  if (nameless > 0)
    notes.push({
      code: 'nameless-relations',
      words:
        `${nameless} ${nameless === 1 ? 'relation' : 'relations'} between people without names, such as “police” and “protesters”, were left out.`.replace(
          /^(1 .*) were /,
          '$1 was ',
        ),
      where,
    });
  return notes;
}
