import type { Standing } from '../../domain/venue.ts';
import type { Segmented } from '../segmented.ts';
import { fold, type GazetteerSpot, type LonLatPoint, type SpotKind } from './gazetteer.ts';
import type { Mention } from './mention.ts';
import { findNames, isChain } from './resolve.ts';
import { type IndexedSpan, spanIndex } from './spanIndex.ts';
import { standingOf } from './standing.ts';

/** A place of one article: its literal mentions, and what it is to what is reported; `standing` is null for a place that is only named. */
export type FoundPlace = {
  name: string;
  aliases: string[];
  kind: SpotKind;
  /** Whether the gazetteer has it. */
  known: boolean;
  /** ISO 3166-1 alpha-2; null when neither the gazetteer nor the words beside the name tell it. */
  country: string | null;
  /** ISO 3166-2 of a region. */
  code: string | null;
  point: LonLatPoint | null;
  /** Key into the base map for what is an area: a country or region. */
  area: string | null;
  mentions: IndexedSpan[];
  standing: Standing | null;
  /** The sentences that give it its standing. */
  evidence: IndexedSpan[];
};

/** Countries and capitals that stand for their governments: mentions for the finder of actors. */
type GovernmentMention = IndexedSpan & { country: string };

export type Places = { places: FoundPlace[]; governments: GovernmentMention[] };

const RANK: Record<Standing, number> = { candidate: 4, scene: 3, past: 2, 'talked-about': 1 };

/** Stage 11 finds the places of an article, resolves and groups them; `skip` is what is not part of it. `names` spares
 * finding them again. Pure; linear in the text for a bounded number of names. */
export function findPlaces(text: Segmented, skip: readonly IndexedSpan[] = [], names = findNames(text)): Places {
  const skipped = spanIndex(skip);
  const kept = names.filter(({ mention }) => !skipped.touches(mention));
  const mentions = kept.map(({ mention }) => mention);
  const spots = kept.map(({ spot }) => spot);
  const groups = new Map<string, { place: FoundPlace; rank: number }>();
  const governments: GovernmentMention[] = [];
  // Where the article was written from is where it happens, whatever day stands beside it.
  const datelines = spanIndex(text.datelines);
  let last: Standing | null = null;
  for (const [i, mention] of mentions.entries()) {
    const spot = spots[i] ?? null;
    const container = isContainer(text, mentions, i);
    const own = datelines.touches(mention) ? 'scene' : standingOf(text, mention, container);
    const standing: Standing | null = container && own === 'scene' ? (last === 'candidate' ? null : last) : own;
    last = standing;
    if (mention.sense === 'government' && standing !== 'candidate') {
      if (spot?.country) governments.push({ start: mention.start, end: mention.end, country: spot.country });
      continue;
    }
    addTo(groups, mention, spot, containerOf(text, mentions, spots, i), standing, text);
  }
  return { places: [...groups.values()].map(({ place }) => place), governments };
}

function addTo(
  groups: Map<string, { place: FoundPlace; rank: number }>,
  mention: Mention,
  spot: GazetteerSpot | null,
  container: GazetteerSpot | null,
  standing: Standing | null,
  text: Segmented,
): void {
  // A name with the noun of its kind, "Scott County", or a direction, "North Wales", is not the spot that its first word names.
  const exact = spot !== null && mention.kind === mention.spots[0]?.kind && !mention.name.includes(`${spot.name} `);
  const name = exact ? spot.name : mention.name;
  const kind = exact ? spot.kind : mention.kind;
  const key = exact ? `${kind} ${spot.country} ${spot.code} ${fold(name)}` : `${kind} ${fold(name)}`;
  const country = spot?.country ?? container?.country ?? null;
  const made = groups.get(key) ?? { place: placeOf(name, kind, spot, country), rank: 0 };
  groups.set(key, made);
  const { place } = made;
  place.mentions.push({ start: mention.start, end: mention.end });
  if (mention.name !== place.name && !place.aliases.includes(mention.name)) place.aliases.push(mention.name);
  place.country ??= country;
  const rank = standing ? RANK[standing] : 0;
  const sentence = text.sentences[text.tokens[mention.from]?.sentence ?? 0];
  if (standing === null || rank < made.rank || !sentence) return;
  if (rank > made.rank) place.evidence = [];
  made.rank = rank;
  place.standing = standing;
  if (place.evidence.at(-1)?.start !== sentence.start)
    place.evidence.push({ start: sentence.start, end: sentence.end });
}

function placeOf(name: string, kind: SpotKind, spot: GazetteerSpot | null, country: string | null): FoundPlace {
  const region = kind === 'region' ? (spot?.code ?? null) : null;
  const isArea = kind === 'country' || kind === 'region';
  return {
    name,
    aliases: [],
    kind,
    known: spot !== null,
    country,
    code: region,
    point: isArea ? null : (spot?.point ?? null),
    area: kind === 'country' ? country : region,
    mentions: [],
    standing: null,
    evidence: [],
  };
}

/** Whether a mention only says where the one before it is: "Mongolia" of "Ulan Bator in Mongolia". */
function isContainer(text: Segmented, mentions: readonly Mention[], i: number): boolean {
  const [before, mention, after] = [mentions[i - 1], mentions[i], mentions[i + 1]];
  if (!mention) return false;
  if (
    before &&
    isChain(text, before, mention) &&
    (mention.kind === 'country' || mention.kind === 'region') &&
    before.kind !== mention.kind
  )
    return true;
  return (
    after !== undefined &&
    /^ (?:state|province|city|region|island|territory|town) of $/.test(text.text.slice(mention.end, after.start))
  );
}

function containerOf(
  text: Segmented,
  mentions: readonly Mention[],
  spots: readonly (GazetteerSpot | null)[],
  i: number,
): GazetteerSpot | null {
  let outer: GazetteerSpot | null = null;
  for (let k = i; k < Math.min(i + 3, mentions.length - 1); k++) {
    const [inner, next] = [mentions[k], mentions[k + 1]];
    if (!inner || !next || !isChain(text, inner, next)) break;
    outer = spots[k + 1] ?? outer;
  }
  return outer;
}
