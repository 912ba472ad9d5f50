import { paragraphNumbers } from '../domain/article.ts';
import type { Evidence } from '../domain/evidence.ts';
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
