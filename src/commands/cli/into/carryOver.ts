import type { Actor } from '../../../domain/actor.ts';
import type { Article } from '../../../domain/article.ts';
import type { Corpus, Topic } from '../../../domain/corpus.ts';
import { byPlaceInText } from '../../../domain/evidence.ts';
import { addTo } from '../../../domain/lists.ts';
import type { Slug } from '../../../domain/slug.ts';
import { articlesOf } from './articleNames.ts';
import { CARRY, carried } from './carried.ts';
import {
  CLAIM_LISTS,
  type Claim,
  type ClaimList,
  type ClaimOf,
  claimKey,
  idOf,
  isUnchecked,
  ONE_OF,
  takesPlaceOf,
  wordsOf,
} from './claims.ts';
import { identityOf } from './keptArticles.ts';
import { keptActors, keptPlaces } from './keptNames.ts';
import { type Met, meetActors, meetPlaces } from './names.ts';
import { type Relocate, relocator } from './relocate.ts';
import { renamed, renamer } from './renamed.ts';
import { sameArticles } from './sameArticles.ts';
import { trimmed } from './trimmed.ts';
import { withTwins } from './twins.ts';

/** A decision that could not be kept: what it was about, in words, and why. */
export type LostClaim = { kind: string; id: Slug; words: string; where: string; reason: string };
export type Carried = { corpus: Corpus; lost: LostClaim[] };

/** What the claims of all lists are made of: what stood there, and what was read, already with its names and ids. */
type Merge = { base: Corpus; read: Corpus; relocate: Relocate; settled: Set<Slug>; fresh: (id: Slug) => Slug };

const NONE: ReadonlyMap<Slug, Slug> = new Map();

/** Gives ids that nothing has yet: the wished one, or with the first free number behind it. */
function freshIds(taken: Set<Slug>): (id: Slug) => Slug {
  return (id) => {
    let free = id;
    for (let number = 2; taken.has(free); number += 1) free = `${id.slice(0, 74).replace(/-$/, '')}-${number}`;
    taken.add(free);
    return free;
  };
}

function topicsOf(kept: readonly Topic[], made: readonly Topic[], fresh: (id: Slug) => Slug) {
  const ids = new Map<Slug, Slug>();
  const added = made.flatMap((topic) => {
    const id = kept.find(({ label }) => label === topic.label)?.id;
    ids.set(topic.id, id ?? fresh(topic.id));
    return id === undefined ? [{ ...topic, id: ids.get(topic.id) ?? topic.id }] : [];
  });
  return { topics: [...kept, ...added], ids };
}

/** Articles of a coverage about which people have decided, and whose words and reader are still the same: what is not claimed there was taken out. */
function settledArticles(base: Corpus, draft: Corpus, now: ReadonlyMap<Slug, Article>): Set<Slug> {
  const decided = new Set<Slug>();
  for (const list of CLAIM_LISTS)
    for (const claim of base[list])
      if (!isUnchecked(claim)) for (const { article } of wordsOf(claim)) decided.add(article);
  const sameReader = base.made?.reader === draft.made?.reader && base.made?.version === draft.made?.version;
  return new Set(
    base.articles.flatMap(({ id, text, from }) => {
      const byHand = base.made === null || from === null;
      return decided.has(id) && now.get(id)?.text === text && (byHand || sameReader) ? [id] : [];
    }),
  );
}

/** The actors of both: as people left them where they did, their roles where these words stand now. */
function actorsOf({ list, asKept, ids }: Met<Actor>, toArticle: ReadonlyMap<Slug, Slug>, relocate: Relocate): Actor[] {
  const to = renamer({ articles: toArticle, actors: ids, places: NONE, topics: NONE });
  return list.map((actor) => {
    const { id, role, side } = actor;
    const evidence = role && (asKept.has(id) ? relocate(role.evidence) : to.passage(role.evidence));
    return {
      ...actor,
      side: side === null || asKept.has(id) ? side : to.actor(side),
      role: role && evidence ? { ...role, evidence } : null,
    };
  });
}

/** Where claims that may be about the same have to meet: in an article, or in the place of a venue. */
const placesOf = (list: ClaimList, claim: Claim): string[] =>
  list === 'venues' ? [idOf(claim)] : [...new Set(wordsOf(claim).map(({ article }) => article))];

/** The claims of one list: what people decided, where its words stand, and of what was read what they have not decided. */
function claimsOf<L extends ClaimList>(
  list: L,
  { base, read, relocate, settled, fresh }: Merge,
  isThere: (article: Slug) => boolean,
): { claims: ClaimOf<L>[]; lost: LostClaim[] } {
  const carry = CARRY[list] as (item: Claim, by: Relocate) => Claim;
  const stood = new Set(base[list].map((claim) => claimKey(list, claim)));
  const lost: LostClaim[] = [];
  const kept = base[list].flatMap((claim): Claim[] => {
    if (isUnchecked(claim)) return [];
    const found = carried(claim as Claim, carry, relocate);
    if (found) return [found];
    const home = wordsOf(claim)[0]?.article ?? '';
    lost.push({
      kind: ONE_OF[list],
      id: idOf(claim),
      words: wordsOf(claim)
        .map(({ exact }) => exact)
        .join(' … '),
      where: base.articles.find(({ id }) => id === home)?.headline ?? '',
      reason: isThere(home)
        ? 'these words, with what stood around them, are not there once and exactly'
        : 'the article is gone',
    });
    return [];
  });
  const byPlace = new Map<string, Claim[]>();
  for (const claim of kept) for (const place of placesOf(list, claim)) addTo(byPlace, place, claim);
  const others = (read[list] as Claim[]).filter((claim) => {
    const inSettled = wordsOf(claim).every(({ article }) => settled.has(article));
    const wasTakenOut = inSettled && !stood.has(claimKey(list, claim));
    return (
      !wasTakenOut &&
      !placesOf(list, claim).some((place) => byPlace.get(place)?.some((one) => takesPlaceOf(list, one, claim)))
    );
  });
  const named = others.map((claim) => ('id' in claim ? { ...claim, id: fresh(claim.id) } : claim));
  return { claims: [...kept, ...named] as ClaimOf<L>[], lost };
}

/** The ids of all that is kept, which nothing new may take. */
function idsOfKept(base: Corpus, names: readonly { id: Slug }[]): Set<Slug> {
  const claims = [...base.statements, ...base.relations, ...base.events, ...base.flags].filter(
    (claim) => !isUnchecked(claim),
  );
  return new Set([...base.articles, ...base.topics, ...names, ...claims].map(({ id }) => id));
}

/**
 * Makes one coverage of what people have decided and of a draft that was read anew. Decisions stand where their words stand, with exactly the
 * same words around them, and take the place of what the reader claims of these; those whose words are gone are listed as lost.
 *
 * @param draft holds the articles of `base`, as they are now, and others
 */
export function carryOver(base: Corpus, draft: Corpus): Carried {
  const actors = keptActors(base);
  const places = keptPlaces(base);
  const fresh = freshIds(idsOfKept(base, [...actors, ...places]));
  const same = sameArticles(base.articles.map(identityOf), draft.articles.map(identityOf));
  const { articles, ids: articleIds } = articlesOf(base, draft, same, fresh);
  const metActors = meetActors(actors, draft.actors, fresh);
  const metPlaces = meetPlaces(places, draft.places, fresh);
  const { topics, ids: topicIds } = topicsOf(base.topics, draft.topics, fresh);
  const now = new Map(articles.map((article) => [article.id, article]));
  const relocate = relocator(base.articles, now);
  const merge: Merge = {
    base,
    read: renamed(draft, { articles: articleIds, actors: metActors.ids, places: metPlaces.ids, topics: topicIds }),
    relocate,
    settled: settledArticles(base, draft, now),
    fresh,
  };
  const isThere = (id: Slug) => now.has(id);
  const statements = claimsOf('statements', merge, isThere);
  const relations = claimsOf('relations', merge, isThere);
  const venues = claimsOf('venues', merge, isThere);
  const events = claimsOf('events', merge, isThere);
  const flags = claimsOf('flags', merge, isThere);
  const inText = byPlaceInText(articles.map(({ id }) => id));
  const sorted = <T extends Claim>(claims: readonly T[]): T[] =>
    claims.toSorted((a, b) => {
      const [one, other] = [wordsOf(a)[0], wordsOf(b)[0]];
      return one && other ? inText(one, other) || (idOf(a) < idOf(b) ? -1 : 1) : 0;
    });
  const corpus: Corpus = {
    ...draft,
    id: base.id,
    title: base.title,
    reference: base.reference,
    asOf: base.asOf.date >= draft.asOf.date ? base.asOf : draft.asOf,
    articles,
    actors: actorsOf(metActors, articleIds, relocate),
    places: metPlaces.list,
    topics,
    statements: withTwins(sorted(statements.claims), merge.read.statements),
    relations: sorted(relations.claims),
    venues: sorted(venues.claims),
    events: sorted(events.claims),
    flags: sorted(flags.claims),
  };
  const lost = [statements, relations, venues, events, flags].flatMap((one) => one.lost);
  return { corpus: trimmed(corpus, merge.settled), lost };
}
