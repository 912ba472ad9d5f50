import { applyFilters } from '../../domain/applyFilters.ts';
import type { Dataset } from '../../domain/corpus.ts';
import { knownFilters } from '../../domain/facets.ts';
import type { Filters } from '../../domain/filters.ts';
import type { Story } from '../../domain/story.ts';
import type { View } from '../../domain/view.ts';
import { type Content, countWords, madeFrom, type Scene, secondsFor, type UntimedScene } from './scenes.ts';

/** What a step of a playlist asks for, as the link codec reads its view. */
export type StepView = { filters: Filters; view: View };

const asksFor = ({ content, patch }: UntimedScene, view: View) =>
  view.page === 'tellings'
    ? content.kind === 'tellings'
    : view.opened !== null && (patch.opened?.mark === view.opened.mark || inRows(content, view.opened.mark));

/** The kind of scene that a step is about, by what its filters ask for; null where they may be about anything. */
function aboutKind({ tieKinds, ties, places, certainties }: Filters): Content['kind'] | null {
  if (tieKinds.length > 0 || ties.length > 0) return 'ties';
  if (places.length > 0) return 'venue';
  return certainties.includes('unresolved') ? 'unsettled' : null;
}

const inRows = (content: Content, mark: string) =>
  content.kind === 'ties' && content.rows.some(({ key }) => key === mark);

/**
 * A playlist: a scene for each step of a story, with its sentence. The scene shows what the step has open, else the first of what its
 * filters are about, else the first that they leave, else the sentence alone.
 */
export function playedScenes(whole: Dataset, story: Story, read: (view: string) => StepView, around: number): Scene[] {
  return [...playingScenes(whole, story, read, around)];
}

/** The same, one step after the other, for whoever has other things to do in between. */
export function* playingScenes(
  whole: Dataset,
  story: Story,
  read: (view: string) => StepView,
  around: number,
): Generator<Scene> {
  for (const [index, { view: query, says }] of story.steps.entries()) {
    const { filters: asked, view } = read(query);
    const { known: filters } = knownFilters(whole, asked);
    const made = madeFrom(applyFilters(whole, filters), whole, filters);
    const about = aboutKind(filters);
    const fit =
      made.find((one) => asksFor(one, view)) ??
      (view.opened === null ? (made.find(({ content }) => content.kind === about) ?? made[0]) : undefined);
    const { page, opened } = view;
    const own = fit ?? { content: { kind: 'words' as const }, words: 0, patch: { page, opened } };
    yield {
      id: `step:${index + 1}`,
      content: own.content,
      seconds: secondsFor(own.words + countWords(says), around),
      says,
      filters,
      patch: own.patch,
    };
  }
}

/** The sentences of a playlist alone, until its scenes are made. */
export function saidScenes({ steps }: Story, filters: Filters, around: number): Scene[] {
  return steps.map(({ says }, index) => ({
    id: `step:${index + 1}`,
    content: { kind: 'words' },
    seconds: secondsFor(countWords(says), around),
    says,
    filters,
    patch: {},
  }));
}
