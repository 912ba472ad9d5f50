import { paragraphNumbers } from '../domain/article.ts';
import type { Corpus } from '../domain/corpus.ts';
import type { Evidence } from '../domain/evidence.ts';
import { type Told, toldThings } from '../domain/passages.ts';
import type { Slug } from '../domain/slug.ts';
import { tooMany } from './bounds.ts';
import { LIMITS } from './limits.ts';
import type { Problem } from './problem.ts';
import type { Shaped } from './shape.ts';
import { allSpans } from './spans.ts';

/** How many ties a relation draws, without drawing them; see `tiesOf`. */
function tiesDrawn({
  actors,
  recipients,
  mediator,
}: {
  actors: Slug[];
  recipients: Slug[];
  mediator: boolean;
}): number {
  if (mediator) return actors.length;
  return recipients.length === 0 ? (actors.length * (actors.length - 1)) / 2 : actors.length * recipients.length;
}

/** The sums of a file that the work of the page grows with are within their limits, however they are spread over the lists. */
export function checkSums(shaped: Shaped, problems: Problem[]): void {
  const { lists } = shaped;
  const atMost = (sum: number, limit: number, path: string, what: string) => {
    if (sum > limit) problems.push(tooMany(path, limit, what));
  };
  const ties = lists.relations.reduce((sum, { item }) => sum + tiesDrawn(item) * item.evidence.length, 0);
  atMost(ties, LIMITS.ties, '$.relations', 'passages of the ties that relations draw');
  const spans = allSpans(shaped);
  const passages = [spans.relations, spans.venues, spans.events, spans.flags].reduce((sum, own) => sum + own.length, 0);
  atMost(passages, LIMITS.passages, '$', 'passages of relations, venues, events and flags');
  const all = Object.values(spans).flat();
  atMost(all.length, LIMITS.spans, '$', 'passages');
  const articles = new Map(lists.articles.map(({ item }) => [item.id, item]));
  const touching = ({ article: id, start, end }: Evidence) => {
    const article = articles.get(id);
    return article ? paragraphNumbers(article, start, end).length : 0;
  };
  let touched = 0;
  for (const { span } of all) if (touched <= LIMITS.touched) touched += touching(span);
  atMost(touched, LIMITS.touched, '$', 'paragraphs that passages touch');
}

/** How many ids a told thing names. */
function idsOf({ list, item }: Told): number {
  switch (list) {
    case 'statements':
      return (item.speaker.status === 'unresolved' ? item.speaker.candidates.length : 1) + item.topics.length;
    case 'relations':
      return item.actors.length + item.recipients.length;
    case 'events':
      return item.actors.length;
    default:
      return 1;
  }
}

/** Marks that stand in one paragraph follow one another when somebody filters: each is looked at for each id that another one names. */
export function checkBeside({ lists }: Shaped, problems: Problem[]): void {
  const items = Object.entries(lists).map(([name, rows]) => [name, rows.map(({ item }) => item)]);
  const { things, inParagraph } = toldThings(Object.fromEntries(items) as Corpus);
  const { starts, items: numbers } = inParagraph;
  let sum = 0;
  for (let paragraph = 0; paragraph + 1 < starts.length; paragraph += 1) {
    const [from, to] = [starts[paragraph] ?? 0, starts[paragraph + 1] ?? 0];
    let ids = 0;
    for (let at = from; at < to; at += 1) {
      const thing = things[numbers[at] ?? 0];
      if (thing) ids += 1 + idsOf(thing);
    }
    sum += ids * (to - from);
  }
  if (sum > LIMITS.beside)
    problems.push(tooMany('$', LIMITS.beside, 'pairs of a mark and an id that is named in the same paragraph'));
}
