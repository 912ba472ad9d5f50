import { knownFilters } from '../../domain/facets.ts';
import type { Filters } from '../../domain/filters.ts';
import type { View } from '../../domain/view.ts';
import type { Question, Selected } from '../coverage.ts';
import { selected } from '../memoryCoverage.ts';
import type { Content, UntimedScene } from './sceneContents.ts';
import { countWords, scenesMade } from './scenesMade.ts';

/** One picture of the wall: `seconds` on screen, and the way to the same thing on the desk. */
export type Scene = Pick<UntimedScene, 'id' | 'content' | 'patch'> & {
  seconds: number;
  /** The sentence of a story's step; null for scenes that are made of what is selected. */
  says: string | null;
  filters: Filters;
};

/** A step of a story: its number, from 1, its sentence, and what its view asks for. */
export type SceneStep = Pick<View, 'page' | 'opened'> & { number: number; says: string; filters: Filters };

/** The scenes in their order, and how many there are without a bound. */
export type ScenesAnswer = { scenes: Scene[]; inAll: number };

/** Words a second that somebody reads who has just looked up, and the seconds before that. */
const READING = 2.4;
const LOOKING_UP = 4;

/**
 * How long a scene stays: the time to read its words, but not less than three quarters and not more than one and a half times what the
 * link asks for.
 *
 * @param words how many words it shows
 * @param around seconds, from the link
 */
export function secondsFor(words: number, around: number): number {
  const reading = LOOKING_UP + words / READING;
  return Math.round(Math.min(around * 1.5, Math.max(around * 0.75, reading)));
}

const inRows = (content: Content, mark: string) =>
  content.kind === 'ties' && content.rows.some(({ key }) => key === mark);

const asksFor = ({ page, opened }: SceneStep, { content, patch }: UntimedScene) =>
  page === 'tellings'
    ? content.kind === 'tellings'
    : opened !== null && (patch.opened?.mark === opened.mark || inRows(content, opened.mark));

/** The kind of scene that a step is about, by what its filters ask for; null where they may be about anything. */
function aboutKind({ tieKinds, ties, places, certainties }: Filters): Content['kind'] | null {
  if (tieKinds.length > 0 || ties.length > 0) return 'ties';
  if (places.length > 0) return 'venue';
  return certainties.includes('unresolved') ? 'unsettled' : null;
}

/** The scene of a step: what it has open, else the first of what its filters are about, else the first that they leave, else its sentence alone. */
function sceneOfStep({ whole, head }: Selected, step: SceneStep, around: number): Scene {
  const { number, says, page, opened } = step;
  const { known: filters } = knownFilters(whole, step.filters);
  const made = scenesMade(selected(whole, filters, head)).scenes;
  const about = aboutKind(filters);
  const fit =
    made.find((one) => asksFor(step, one)) ??
    (opened === null ? (made.find(({ content }) => content.kind === about) ?? made[0]) : undefined);
  const { content, words, patch } = fit ?? { content: { kind: 'words' as const }, words: 0, patch: { page, opened } };
  const seconds = secondsFor(words + countWords(says), around);
  return { id: `step:${number}`, content, seconds, says, filters, patch };
}

/** The wall's scenes, `around` so many seconds each: of these steps of a story, or at least one of what is selected. */
export const SCENES: Question<{ around: number; steps: SceneStep[] | null }, ScenesAnswer> = {
  name: 'scenes',
  answer: (of, { around, steps }) => {
    const { filters } = of;
    if (steps !== null) return { scenes: steps.map((step) => sceneOfStep(of, step, around)), inAll: steps.length };
    const { scenes, inAll } = scenesMade(of);
    if (scenes.length === 0) {
      const nothing: Scene = {
        id: 'nothing',
        content: { kind: 'nothing' },
        seconds: around,
        says: null,
        filters,
        patch: {},
      };
      return { scenes: [nothing], inAll: 1 };
    }
    return {
      scenes: scenes.map(({ id, content, words, patch }) => ({
        id,
        content,
        seconds: secondsFor(words, around),
        says: null,
        filters,
        patch,
      })),
      inAll,
    };
  },
};
