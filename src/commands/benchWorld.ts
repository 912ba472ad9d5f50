import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { segment } from '../reader/segment.ts';
import { findActors } from '../reader/world/actors.ts';
import { findDates } from '../reader/world/dates.ts';
import { findEvents } from '../reader/world/events.ts';
import { relateSpans } from '../reader/world/pairs.ts';
import { findPlaces } from '../reader/world/places.ts';
import { findRelations } from '../reader/world/relations.ts';
import { findNames } from '../reader/world/resolve.ts';
import { isCooperative } from '../reader/world/triggers.ts';

const BENCH = '../shared/bench';

type Ratio = { p: number; r: number; f: number };
type Toponyms = { exact: { p: number; r: number; f1: number } };
type WorldDoc = { id: string; text: string; published: string | null };
type PairDoc = { id: string; text: string; source: [number, number][]; target: [number, number][]; sign: number };
/** One line of the table: a figure in percent, the least that is wanted, and the aim. */
export type Figure = { name: string; value: number; least: number; aim: number };

/** Measures places, dates and relations on the open sets beside the project, and prints the figures with their goals. */
export async function main(): Promise<number> {
  if (!existsSync(BENCH)) {
    console.log(`${BENCH} is not there: nothing to measure.`);
    return 0;
  }
  const figures = [...toponymFigures(), ...worldFigures(), ...pairFigures()];
  for (const { name, value, least, aim } of figures)
    console.log(
      `${name.padEnd(52)} ${value.toFixed(1).padStart(5)}   at least ${least}, aim ${aim}   ${value >= aim ? 'aim' : value >= least ? 'met' : 'MISSED'}`,
    );
  return figures.every(({ value, least }) => value >= least) ? 0 : 1;
}

const docsOf = <T>(set: string): T[] => JSON.parse(readFileSync(join(BENCH, set, 'dev.json'), 'utf8')).docs;

/** Runs the scorer of a set on predictions and returns what it writes. */
function scored<T>(set: string, docs: unknown[]): T {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const [predicted, out] = [join(folder, 'pred.json'), join(folder, 'out.json')];
    writeFileSync(predicted, JSON.stringify({ docs }));
    execFileSync('node', [join(BENCH, set, 'score.mjs'), join(BENCH, set, 'dev.json'), predicted, '--json', out], {
      stdio: 'pipe',
    });
    return JSON.parse(readFileSync(out, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Names of places: those in the literal sense, and all, for this set counts many a country that acts. */
export function toponymFigures(): Figure[] {
  const docs = docsOf<WorldDoc>('toponyms-geovirus').map(({ id, text }) => {
    return {
      id,
      mentions: findNames(segment(text)).map(({ mention, spot }) => ({ ...mention, point: spot?.point ?? null })),
    };
  });
  const place = ({ start, end, point }: (typeof docs)[number]['mentions'][number]) => ({
    start,
    end,
    ...(point ? { lon: point[0], lat: point[1] } : {}),
  });
  const f1 = (all: boolean) =>
    100 *
    scored<Toponyms>(
      'toponyms-geovirus',
      docs.map(({ id, mentions }) => ({
        id,
        places: mentions.filter(({ sense }) => all || sense === 'literal').map(place),
      })),
    ).exact.f1;
  return [
    { name: 'toponyms-geovirus: exact F1, literal names', value: f1(false), least: 80, aim: 86 },
    { name: 'toponyms-geovirus: exact F1, all names', value: f1(true), least: 80, aim: 86 },
  ];
}

/** What the reader finds in one article of the world set, in the shape that its scorer takes. */
function readWorld({ id, text, published }: WorldDoc) {
  const segmented = segment(text);
  const { actors, uses } = findActors(segmented);
  const { places } = findPlaces(segmented);
  const dates = findDates(segmented, published);
  const spans = (list: readonly { start: number; end: number }[]) => list.map(({ start, end }) => [start, end]);
  return {
    id,
    actors,
    relations: findRelations(segmented, { uses, dates, from: published }).map((one) => ({
      ...one,
      evidence: spans([one.evidence]),
    })),
    events: findEvents(segmented, dates, places, uses).map(({ date, evidence }) => ({
      date,
      evidence: spans(evidence),
    })),
    places: places.map(({ name, standing, mentions }) => ({
      name,
      role: standing === 'candidate' || standing === 'scene' ? standing : 'mentioned',
      mentions: spans(mentions),
    })),
  };
}

/** Relations, dated events and places on the world set. */
export function worldFigures(): Figure[] {
  const got = scored<Record<string, Ratio>>('news-world', docsOf<WorldDoc>('news-world').map(readWorld));
  const of = (row: string, key: keyof Ratio) => 100 * (got[row]?.[key] ?? 0);
  return [
    { name: 'news-world: signed directed ties, precision', value: of('signed directed edge', 'p'), least: 70, aim: 85 },
    { name: 'news-world: signed directed ties, recall', value: of('signed directed edge', 'r'), least: 25, aim: 45 },
    {
      name: 'news-world: dated events with the right date, F1',
      value: of('event with its date', 'f'),
      least: 50,
      aim: 70,
    },
    { name: 'news-world: places by name, F1', value: of('place by name', 'f'), least: 75, aim: 88 },
  ];
}

/** Signs of relations whose pair is given: how many are answered, and how many of those are right. */
export function pairFigures(): Figure[] {
  const docs = docsOf<PairDoc>('relations-plv');
  let [answered, right] = [0, 0];
  for (const { text, source, target, sign } of docs) {
    const [from, to] = [source[0], target[0]];
    const event =
      from && to ? relateSpans(segment(text), { start: from[0], end: from[1] }, { start: to[0], end: to[1] }) : null;
    if (!event) continue;
    answered++;
    if ((isCooperative(event) ? 1 : -1) === sign) right++;
  }
  return [
    { name: 'relations-plv: answered', value: (100 * answered) / docs.length, least: 70, aim: 70 },
    {
      name: 'relations-plv: right sign of those answered',
      value: (100 * right) / Math.max(1, answered),
      least: 88,
      aim: 92,
    },
  ];
}
