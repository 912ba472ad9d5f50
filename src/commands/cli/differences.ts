import { actorName, type Corpus } from '../../domain/corpus.ts';
import type { Statement } from '../../domain/statement.ts';
import { CLAIM_LISTS, type Claim, type ClaimList, ONE_OF, wordsOf } from './into/claims.ts';
import { identityOf } from './into/keptArticles.ts';
import { sameArticles } from './into/sameArticles.ts';
import { clipped } from './talk.ts';

/** One thing in which two coverages differ, in words. */
export type Difference = { change: 'added' | 'removed' | 'changed'; what: string; words: string };

function speakerWords(corpus: Corpus, { speaker }: Statement): string {
  if (speaker.status !== 'unresolved') return actorName(corpus, speaker.actor);
  const candidates = speaker.candidates.map((id) => actorName(corpus, id));
  return candidates.length === 0 ? 'nobody known' : `unresolved: ${candidates.join(' or ')}`;
}

/** What a claim says, in one line. */
function claimWords(corpus: Corpus, claim: Claim): string {
  const exact = wordsOf(claim).map((span) => span.exact);
  const quoted = `“${clipped(exact.join(' … '), 100)}”`;
  if ('content' in claim) return `${speakerWords(corpus, claim)}: ${quoted}`;
  if ('summary' in claim) return `${claim.summary} (${claim.event}, ${claim.modality})`;
  if ('label' in claim) return `${claim.date}: ${claim.label}`;
  if ('place' in claim && 'standing' in claim) {
    const name = corpus.places.find(({ id }) => id === claim.place)?.name ?? claim.place;
    return `${name} (${claim.standing})`;
  }
  return `${claim.kind}: ${quoted}`;
}

const reviewOf = ({ mark }: Claim) => (mark.by === 'person' ? 'by a person' : `by a machine, review: ${mark.review}`);

/** A key for what a claim is about, over both coverages: its words and, as these may stand twice, which of them it is. */
function keyed(corpus: Corpus, list: ClaimList, articleNames: ReadonlyMap<string, string>): Map<string, Claim> {
  const map = new Map<string, Claim>();
  for (const claim of corpus[list] as Claim[]) {
    const spans = wordsOf(claim).map(({ article, exact }) => `${articleNames.get(article)} ${exact}`);
    const kind = 'event' in claim ? claim.event : 'kind' in claim && list === 'flags' ? claim.kind : '';
    const own = list === 'venues' && 'place' in claim ? String(claim.place) : [kind, ...spans].join('\n');
    let number = 0;
    while (map.has(`${own}\n${number}`)) number += 1;
    map.set(`${own}\n${number}`, claim);
  }
  return map;
}

function claimDifferences(
  list: ClaimList,
  before: Corpus,
  after: Corpus,
  names: [Map<string, string>, Map<string, string>],
) {
  const found: Difference[] = [];
  const what = ONE_OF[list];
  const [old, now] = [keyed(before, list, names[0]), keyed(after, list, names[1])];
  for (const [key, claim] of old) {
    const other = now.get(key);
    const words = claimWords(before, claim);
    if (!other) {
      found.push({ change: 'removed', what, words });
      continue;
    }
    const then = claimWords(after, other);
    if (then !== words) found.push({ change: 'changed', what, words: `${words} → ${then}` });
    if (reviewOf(claim) !== reviewOf(other))
      found.push({ change: 'changed', what, words: `${then}: ${reviewOf(claim)} → ${reviewOf(other)}` });
  }
  for (const [key, claim] of now)
    if (!old.has(key)) found.push({ change: 'added', what, words: claimWords(after, claim) });
  return found;
}

/** In what a coverage differs from another: its head, articles, actors, and what is claimed, by the words that it rests on. */
export function differences(before: Corpus, after: Corpus): Difference[] {
  const found: Difference[] = [];
  for (const [what, a, b] of [
    ['id', before.id, after.id],
    ['title', before.title, after.title],
    ['as of', before.asOf.date, after.asOf.date],
  ] as const)
    if (a !== b) found.push({ change: 'changed', what, words: `${a} → ${b}` });
  const same = sameArticles(before.articles.map(identityOf), after.articles.map(identityOf));
  const [oldNames, newNames] = [new Map<string, string>(), new Map<string, string>()];
  for (const [at, article] of before.articles.entries()) {
    const now = after.articles[same.get(at) ?? -1];
    oldNames.set(article.id, article.id);
    if (!now) found.push({ change: 'removed', what: 'article', words: article.headline });
    else {
      newNames.set(now.id, article.id);
      if (now.text !== article.text) found.push({ change: 'changed', what: 'article', words: now.headline });
    }
  }
  for (const { id, headline } of after.articles) {
    if (newNames.has(id)) continue;
    newNames.set(id, `new ${id}`);
    found.push({ change: 'added', what: 'article', words: headline });
  }
  const named = ({ actors }: Corpus) => new Map(actors.map(({ name, kind }) => [`${name} (${kind})`, true]));
  const [old, now] = [named(before), named(after)];
  for (const name of old.keys()) if (!now.has(name)) found.push({ change: 'removed', what: 'actor', words: name });
  for (const name of now.keys()) if (!old.has(name)) found.push({ change: 'added', what: 'actor', words: name });
  for (const list of CLAIM_LISTS) found.push(...claimDifferences(list, before, after, [oldNames, newNames]));
  return found;
}
