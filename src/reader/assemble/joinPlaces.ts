import type { Place } from '../../domain/place.ts';
import type { Slug } from '../../domain/slug.ts';
import type { Venue } from '../../domain/venue.ts';
import type { DraftNote } from '../draft.ts';
import { fold } from '../world/gazetteer.ts';
import type { FoundPlace } from '../world/places.ts';
import { type IndexedSpan, type SpanIndex, spanIndex } from '../world/spanIndex.ts';
import { asName, byUnits, Ids, slugOf } from './ids.ts';
import type { OneReading } from './readOne.ts';
import { evidenceOf, outside, pieces } from './spans.ts';
import { machine } from './why.ts';

type Standing = Venue['standing'];
type Group = { name: string; key: string; members: { reading: number; found: FoundPlace }[] };

/** The places of all articles, what happens at them, and which place each local one became: null for one that a corpus cannot hold. */
export type JoinedPlaces = {
  places: Place[];
  venues: Venue[];
  notes: DraftNote[];
  idOf: (reading: number, local: number) => Slug | null;
};

const RANK: Record<Standing, number> = { candidate: 4, scene: 3, past: 2, 'talked-about': 1 };
const SURE: Record<Standing, number> = { candidate: 75, past: 60, 'talked-about': 60, scene: 65 };
const WHY = {
  candidate: 'venue:word',
  past: 'venue:past',
  'talked-about': 'venue:talked-about',
  scene: 'venue:scene',
} as const;
const MOST_PASSAGES = 500;

/** The kind under which a corpus can hold a place: a pin needs a point, a region its code, and all of them a country. */
function kindOf({ kind, country, code, point }: FoundPlace): Place['kind'] | null {
  if (country === null || kind === 'water') return null;
  if (kind === 'country') return 'country';
  if (kind === 'region')
    return code?.startsWith(`${country}-`) && /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(code) ? 'region' : null;
  return point === null ? null : kind;
}

/** Joins the places that articles name, by the spot of the gazetteer that they mean, and gives each the standing that weighs most. */
export function joinPlaces(readings: readonly OneReading[]): JoinedPlaces {
  const groups = new Map<string, Group>();
  const keyOf: (string | null)[][] = [];
  const notes: DraftNote[] = [];
  for (const [reading, { article, places }] of readings.entries()) {
    const lost: string[] = [];
    const unheld: string[] = [];
    keyOf.push(
      places.map((found) => {
        const kind = kindOf(found);
        const name = asName(found.name);
        if (kind === null || name === null) {
          (found.known ? unheld : lost).push(found.name);
          return null;
        }
        const key = [kind, found.country, found.code, fold(name)].join(' ');
        const group = groups.get(key) ?? { name, key, members: [] };
        groups.set(key, group);
        group.members.push({ reading, found });
        return key;
      }),
    );
    if (unheld.length > 0)
      notes.push({
        code: 'place-not-held',
        words: `A coverage holds places with a point, or countries and regions with a code, and has neither for ${unheld.map((name) => `“${name}”`).join(', ')}: left out.`,
        where: article.from?.name ?? '',
      });
    if (lost.length > 0)
      notes.push({
        code: 'place-not-known',
        words: `The list of places does not have ${lost.map((name) => `“${name}”`).join(', ')}: left out.`,
        where: article.from?.name ?? '',
      });
  }
  const ids = new Ids();
  const sorted = [...groups.values()].sort((a, b) => byUnits(a.name, b.name) || byUnits(a.key, b.key));
  const saidAt = readings.map(({ statements }) =>
    spanIndex(statements.flatMap(({ content }, at) => content.map(({ start, end }) => ({ start, end, at })))),
  );
  const idByKey = new Map(sorted.map(({ key, name }) => [key, ids.take(`place-${slugOf(name)}`)]));
  const places = sorted.map((group) => placeOf(readings, group, idByKey.get(group.key) as Slug));
  const venues = sorted.flatMap((group) => venueOf(readings, saidAt, group, idByKey.get(group.key) as Slug) ?? []);
  const idOf = (reading: number, local: number) => idByKey.get(keyOf[reading]?.[local] ?? '') ?? null;
  return { places, venues, notes, idOf };
}

function placeOf(readings: readonly OneReading[], { name, members }: Group, id: Slug): Place {
  const [first] = members;
  const own = first?.found as FoundPlace;
  const { country, code, point, area } = own;
  // The forms that the articles have: the gazetteer may write the name otherwise.
  const forms = members.flatMap(({ reading, found }) =>
    found.mentions.flatMap(({ start, end }) => asName(readings[reading]?.article.text.slice(start, end) ?? '') ?? []),
  );
  const aliases = [...new Set(forms)].sort(byUnits).slice(0, 200);
  const joined = members.some(({ reading }) => reading !== first?.reading);
  return {
    id,
    name: aliases.includes(name) ? name : (longest(aliases) ?? name),
    aliases,
    kind: kindOf(own) as Place['kind'],
    country: country ?? '',
    code,
    point: point ? [point[0], point[1]] : null,
    area,
    mark: machine(80, ['place:gazetteer', ...(joined ? (['join:place'] as const) : [])]),
  };
}

const longest = (names: readonly string[]) => [...names].sort((a, b) => b.length - a.length || byUnits(a, b))[0];

/** What happens at a place: the passages of the standing that weighs most. Null for a place that is only named. */
function venueOf(
  readings: readonly OneReading[],
  saidAt: readonly SpanIndex<IndexedSpan & { at: number }>[],
  { members }: Group,
  place: Slug,
): Venue | null {
  const standing = members.reduce<Standing | null>((best, { found }) => {
    const own = found.standing;
    return own && (!best || RANK[own] > RANK[best]) ? own : best;
  }, null);
  if (!standing) return null;
  const voices = new Set<string>();
  const evidence = members
    .filter(({ found }) => found.standing === standing)
    .flatMap(({ reading, found }) => {
      const { article, cut, statements, actors } = readings[reading] as OneReading;
      const cuts = spanIndex(cut);
      // Of a sentence that a line of the page interrupts, the parts that name the place.
      const parts = found.evidence
        .flatMap((span) => outside(article.text, span, cuts))
        .flatMap((span) => pieces(article.text, span));
      const naming = parts.filter((part) =>
        found.mentions.some(({ start, end }) => start >= part.start && end <= part.end),
      );
      for (const part of naming) {
        const first = saidAt[reading]?.overlapping(part).reduce((least, { at }) => Math.min(least, at), Infinity);
        const said = statements[first ?? -1];
        const speaker = said && said.speaker.status !== 'unresolved' ? actors[said.speaker.actor]?.name : null;
        voices.add(said ? (speaker ?? 'somebody whom the text does not name') : VOICE);
      }
      return naming.map((part) => evidenceOf(article, part));
    })
    .slice(0, MOST_PASSAGES);
  if (evidence.length === 0) return null;
  const attributedTo = voices.size === 1 ? ([...voices][0] ?? VOICE) : [...voices].sort(byUnits).slice(0, 6).join('; ');
  return { place, standing, claims: [], attributedTo, evidence, mark: machine(SURE[standing], [WHY[standing]]) };
}

const VOICE = 'the article’s own voice';
