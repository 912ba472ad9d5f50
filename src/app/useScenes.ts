import { useEffect, useMemo, useState } from 'react';
import type { Dataset } from '../domain/corpus.ts';
import type { Filters } from '../domain/filters.ts';
import type { Story } from '../domain/story.ts';
import { playedScenes, playingScenes, saidScenes } from '../features/kiosk/playlist.ts';
import { type Scene, scenesOf } from '../features/kiosk/scenes.ts';
import { decodeLink } from '../url/link.ts';
import { isLarge } from './useDesk.ts';

const read = (query: string) => decodeLink(query).state;

/** The scenes of the wall. A playlist over a large coverage says its sentences until its scenes are made, a step at a time. */
export function useScenes(
  whole: Dataset,
  slice: Dataset,
  filters: Filters,
  story: Story | null,
  around: number,
): Scene[] {
  const [played, setPlayed] = useState<{ whole: Dataset; story: Story; scenes: Scene[] } | null>(null);
  const later = story !== null && isLarge(whole);
  useEffect(() => {
    if (!later || story === null) return;
    const work = playingScenes(whole, story, read, around);
    const scenes: Scene[] = [];
    const next = () => {
      const step = work.next();
      if (step.done) return setPlayed({ whole, story, scenes });
      scenes.push(step.value);
      timer = setTimeout(next, 0);
    };
    let timer = setTimeout(next, 0);
    return () => clearTimeout(timer);
  }, [later, whole, story, around]);
  return useMemo(() => {
    if (story === null) return scenesOf(whole, slice, filters, around);
    if (!later) return playedScenes(whole, story, read, around);
    return played?.whole === whole && played.story === story ? played.scenes : saidScenes(story, filters, around);
  }, [whole, slice, filters, story, around, later, played]);
}
