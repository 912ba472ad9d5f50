import { useState } from 'react';
import { readStoryText, STORY_LIMITS, type Story, type StoryStep, storyText } from '../../domain/story.ts';

const KEY = 'dateline.story';

/** The story that is being made on this machine; null when there is none, or when the browser keeps nothing. */
function keptDraft(): Story | null {
  try {
    const read = readStoryText(localStorage.getItem(KEY) ?? '');
    return read.ok ? read.story : null;
  } catch {
    return null;
  }
}

/** Keeps a story for the next visit. False when the browser does not keep it. */
function keepDraft(story: Story | null): boolean {
  try {
    if (story === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, storyText(story));
    return true;
  } catch {
    return false;
  }
}

const NEW: Omit<Story, 'coverage'> = { kind: 'dateline-story', version: 1, title: '', steps: [] };

/** The story in the making, with one undo for each change. `kept` is false when it will be gone with the page. */
export function useDraft(coverage: string) {
  const [story, setStory] = useState<Story>(() => keptDraft() ?? { ...NEW, coverage });
  const [before, setBefore] = useState<Story[]>([]);
  const [kept, setKept] = useState(true);
  const set = (next: Story) => {
    setStory(next);
    // A story without a step is no file; there is nothing to keep of it.
    setKept(keepDraft(next.steps.length === 0 ? null : next));
  };
  const change = (next: Story) => {
    setBefore([...before, story]);
    set(next);
  };
  const steps = (next: StoryStep[]) => change({ ...story, steps: next, coverage });
  return {
    story,
    kept,
    full: story.steps.length >= STORY_LIMITS.steps,
    canUndo: before.length > 0,
    undo: () => {
      const last = before.at(-1);
      if (!last) return;
      setBefore(before.slice(0, -1));
      set(last);
    },
    open: change,
    clear: () => change({ ...NEW, coverage }),
    add: (step: StoryStep) => steps([...story.steps, step]),
    remove: (at: number) => steps(story.steps.filter((_, index) => index !== at)),
    move: (at: number, by: -1 | 1) => {
      const next = [...story.steps];
      const [step] = next.splice(at, 1);
      if (step) next.splice(at + by, 0, step);
      steps(next);
    },
    /** Typing is not a step of undo. */
    write: (patch: Partial<Story>) => set({ ...story, ...patch }),
  };
}
