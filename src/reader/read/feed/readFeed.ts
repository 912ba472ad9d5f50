import type { ReadResult, Source } from '../article.ts';
import { READ_LIMITS } from '../limits.ts';
import { parted } from '../makeArticle.ts';
import { bounded, refusal } from '../refusals.ts';
import { itemArticle } from './item.ts';
import { readItems } from './xmlItems.ts';

/** Reads RSS and Atom. An item with its full text is an article; a summary alone is listed. What stands before a fault of the file is read. */
export function readFeed(source: Source): ReadResult {
  const made: ReturnType<typeof itemArticle>[] = [];
  let items = 0;
  const fault = readItems(source.text, (item) => {
    items += 1;
    if (items <= READ_LIMITS.articles) made.push(itemArticle(source, item, items));
  });
  const { articles, problems } = parted(made);
  if (fault) {
    const read =
      items > 0
        ? `; the ${items} ${items === 1 ? 'item' : 'items'} before it ${items === 1 ? 'was' : 'were'} read`
        : '';
    const found = fault.code === 'broken-xml' ? `a fault of the XML${read}` : undefined;
    problems.unshift(refusal(fault.code, `${source.name}, line ${fault.line}`, found));
  } else if (items === 0) problems.push(refusal('empty-feed', source.name));
  if (items > READ_LIMITS.articles)
    problems.unshift(refusal('too-many-articles', source.name, `${items.toLocaleString('en')} items`));
  return { articles, problems: bounded(problems, source.name), columns: null };
}
