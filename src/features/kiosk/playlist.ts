import { type Scene, type SceneStep, secondsFor } from '../../coverage/answers/scenes.ts';
import { countWords } from '../../coverage/answers/scenesMade.ts';
import type { Filters } from '../../domain/filters.ts';

/** The sentences of a playlist alone, until its scenes are there. */
export function saidScenes(steps: SceneStep[], filters: Filters, around: number): Scene[] {
  return steps.map(({ number, says }) => ({
    id: `step:${number}`,
    content: { kind: 'words' },
    seconds: secondsFor(countWords(says), around),
    says,
    filters,
    patch: {},
  }));
}
