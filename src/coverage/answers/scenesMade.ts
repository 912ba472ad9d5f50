import { actorName, type Dataset, itemById } from '../../domain/corpus.ts';
import { isChecked } from '../../domain/mark.ts';
import { piecesOf } from '../../domain/pieces.ts';
import { hasSigns } from '../../domain/signs.ts';
import type { Slug } from '../../domain/slug.ts';
import { type Statement, speakerOf } from '../../domain/statement.ts';
import { TIE_KINDS } from '../../domain/tie.ts';
import { countText, tieNames } from '../../domain/tieNames.ts';
import { type TieRow, tieRows } from '../../domain/tieRows.ts';
import { referencesOf } from '../../domain/travel.ts';
import type { Selected } from '../coverage.ts';
import { badgeOf } from './badge.ts';
import { articleOf, leadOf, quoteHeads } from './cardHeads.ts';
import { hasTrains, MOST_VENUES, venueRows } from './places.ts';
import {
  MOST_ROWS,
  type QuoteContent,
  type SceneArticle,
  type SceneTie,
  type UnsettledContent,
  type UntimedScene,
  type VenueContent,
} from './sceneContents.ts';
import { tellingsOf } from './tellings/sideBySide.ts';

/** Longest words that are set, in characters: longer ones are left out of the wall, never cut. */
const LONGEST = { quote: 140, unsettled: 140, telling: 110, said: 60 } as const;
/** Most actors that a picture of ties holds. */
const MOST_ACTORS = 7;
/** Most scenes of one kind: more of them would not come round within hours. */
export const MOST_SCENES = 200;

/** Counts the words that have to be read. */
export const countWords = (...texts: (string | null)[]) =>
  texts.reduce((sum, text) => sum + (text?.split(/\s+/).filter(Boolean).length ?? 0), 0);

/** The first scenes, and how many there are. */
type Made = { scenes: UntimedScene[]; inAll: number };

function articleFor(whole: Dataset, id: Slug): SceneArticle {
  const article = itemById(whole.articles, id);
  return { ...badgeOf(whole, id), headline: article?.headline ?? id, publisher: article?.publisher ?? null };
}
const named = (whole: Dataset, ids: Slug[]) => ids.map((id) => ({ id, name: actorName(whole, id) }));
const spotOf = ({ id, name, point, area }: VenueContent['place']): VenueContent['place'] => ({ id, name, point, area });

function quoteOf(whole: Dataset, statement: Statement, words: string): QuoteContent {
  const { speaker, relay, mark } = statement;
  const id = speakerOf(statement) ?? '';
  return {
    kind: 'quote',
    words,
    speaker: actorName(whole, id),
    role: itemById(whole.actors, id)?.role?.text ?? null,
    relay: relay && actorName(whole, relay.actor),
    resolved: speaker.status === 'resolved',
    article: articleFor(whole, articleOf(statement)),
    checked: hasSigns(whole) ? isChecked(mark) : null,
  };
}

/** Direct words of a settled speaker that are quoted whole. Words that stand in several articles come once. */
function quotes({ whole, slice }: Selected): Made {
  const told = new Set<string>();
  const scenes: UntimedScene[] = [];
  for (const statement of slice.statements) {
    if (statement.kind !== 'direct' || speakerOf(statement) === null) continue;
    const words = statement.content.map(({ exact }) => exact).join(' … ');
    if (words.length > LONGEST.quote || told.has(words)) continue;
    told.add(words);
    if (told.size > MOST_SCENES) continue;
    scenes.push({
      id: `quote:${statement.id}`,
      content: quoteOf(whole, statement, words),
      words: countWords(words) + 8,
      patch: { opened: { mark: statement.id, passage: 1 } },
    });
  }
  return { scenes, inAll: told.size };
}

function venues({ whole, slice }: Selected): Made {
  const all = slice.venues.filter(({ standing }) => standing === 'candidate');
  const candidates = all
    .slice(0, MOST_VENUES)
    .map(({ place }) => ({ id: place, name: itemById(whole.places, place)?.name ?? place }));
  const rows = new Map(venueRows(whole, slice, MOST_VENUES).map((row) => [row.place.id, row]));
  const origins = referencesOf(whole).map(spotOf);
  const scenes = candidates.flatMap(({ id }, index): UntimedScene[] => {
    const row = rows.get(id);
    if (!row) return [];
    const { place, byTrain, checked } = row;
    const [claim] = row.claims;
    const content: VenueContent = {
      kind: 'venue',
      place: spotOf(place),
      number: index + 1,
      candidates,
      origins,
      claim: claim ? { text: claim.text, verbatim: claim.verbatim, badge: badgeOf(whole, claim.article) } : null,
      byTrain: !hasTrains(whole) ? null : byTrain === null ? 'not stated' : byTrain.can ? 'yes' : 'no',
      checked: hasSigns(whole) ? checked : null,
    };
    return [{ id: `venue:${id}`, content, words: 30, patch: { opened: { mark: id, passage: 1 } } }];
  });
  return { scenes, inAll: all.length };
}

function sceneTie(row: TieRow, whole: Dataset): SceneTie {
  const { key, from, to, passages, checked, past, tentative } = row;
  const signed = hasSigns(whole);
  return {
    key,
    from,
    to,
    names: tieNames(row, whole),
    passages: passages.length,
    count: countText(row, signed),
    checked: signed ? checked : null,
    past,
    tentative,
  };
}

/** One kind of tie: those with most passages first, for as long as all their actors fit. */
function ties({ whole, slice }: Selected): Made {
  const all = tieRows(slice);
  const scenes = TIE_KINDS.flatMap((tieKind): UntimedScene[] => {
    const ofKind = all.filter(
      ({ kind, modalities }) => kind === tieKind && modalities.some(({ modality }) => modality !== 'negated'),
    );
    const actors = new Set<Slug>();
    const rows = ofKind.filter(({ from, to }) => {
      const more = [...from, ...to].filter((id) => !actors.has(id));
      if (actors.size + more.length > MOST_ACTORS) return false;
      for (const id of more) actors.add(id);
      return true;
    });
    if (rows.length === 0) return [];
    return [
      {
        id: `ties:${tieKind}`,
        content: {
          kind: 'ties',
          tieKind,
          actors: named(whole, [...actors]).map((actor) => ({
            ...actor,
            person: itemById(whole.actors, actor.id)?.kind === 'person',
          })),
          rows: rows.map((row) => sceneTie(row, whole)),
          left: ofKind.length - rows.length,
        },
        words: 12 + 5 * Math.min(MOST_ROWS, rows.length),
        patch: {},
      },
    ];
  });
  return { scenes, inAll: scenes.length };
}

/** Words on whose speaker the articles leave us alone. */
function unsettled({ whole, slice }: Selected): Made {
  const scenes: UntimedScene[] = [];
  let inAll = 0;
  for (const { speaker, candidates, statements } of quoteHeads(slice, whole)) {
    const lead = leadOf(statements);
    if (speaker !== null || candidates.length === 0 || !lead) continue;
    const pieces = piecesOf(lead, itemById(whole.articles, articleOf(lead))?.text ?? '');
    const words = pieces.map(({ text }) => text).join(' ');
    if (words.length > LONGEST.unsettled) continue;
    inAll += 1;
    if (inAll > MOST_SCENES) continue;
    const open = statements.find((statement) => statement.speaker.status === 'unresolved') ?? lead;
    const mark = statements[0]?.id ?? '';
    const content: UnsettledContent = {
      kind: 'unsettled',
      pieces,
      candidates: named(whole, candidates),
      article: articleFor(whole, articleOf(lead)),
      more: statements.length - 1,
      sourceWords: open.source?.exact ?? null,
    };
    scenes.push({
      id: `unsettled:${mark}`,
      content,
      words: countWords(words, open.speaker.status === 'unresolved' ? open.speaker.reason : null) + 8,
      patch: { opened: { mark, passage: 1 } },
    });
  }
  return { scenes, inAll };
}

/** What the first two articles tell differently; both have to be in the slice. */
function tellings({ whole, slice, filters }: Selected): Made {
  const pair = tellingsOf(whole);
  const articles = pair ? [pair.a.article.id, pair.b.article.id] : [];
  const left = filters.articles.length > 0 && !articles.every((id) => filters.articles.includes(id));
  if (!pair || left) return { scenes: [], inAll: 0 };
  const present = new Set([...slice.statements, ...slice.events, ...slice.flags].map(({ id }) => id));
  const all = pair.disagreements.flatMap(({ key, about, what, a, b }): UntimedScene[] => {
    const voices = [a, b].flatMap((own, place) => own.map((voice) => ({ ...voice, article: articles[place] ?? '' })));
    const shown = voices.some(({ opened }) => opened !== null && present.has(opened.mark));
    const fits = what.length <= LONGEST.telling && voices.every(({ words }) => (words ?? '').length <= LONGEST.said);
    if (!shown || !fits || voices.length !== 2 || about === 'spelling') return [];
    return [
      {
        id: `tellings:${key}`,
        content: {
          kind: 'tellings',
          about,
          what,
          voices: voices.map(({ words, remark, article }) => ({ words, remark, badge: badgeOf(whole, article) })),
        },
        words: countWords(what, ...voices.map(({ words }) => words)) + 16,
        patch: { page: 'tellings' },
      },
    ];
  });
  return { scenes: all.slice(0, MOST_SCENES), inAll: all.length };
}

/** One after another from each list, so that no kind of scene stays away for long. */
function interleaved(lists: UntimedScene[][]): UntimedScene[] {
  const total = lists.reduce((sum, list) => sum + list.length, 0);
  const dealt = lists.flatMap((list, place) =>
    list.map((made, index) => ({ made, at: ((index + 0.5) / list.length) * total + place / 100 })),
  );
  return dealt.sort((a, b) => a.at - b.at).map(({ made }) => made);
}

/** Makes the scenes of what is selected, without their times: the first of each kind, and how many there are of all. */
export function scenesMade(of: Selected): Made {
  const kinds = [quotes(of), venues(of), ties(of), unsettled(of), tellings(of)];
  return {
    scenes: interleaved(kinds.map(({ scenes }) => scenes)),
    inAll: kinds.reduce((sum, { inAll }) => sum + inAll, 0),
  };
}
