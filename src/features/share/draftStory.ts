import { readStoryText, type Story, storyText } from '../../domain/story.ts';

const KEY = 'dateline.story';

/** The story that is being made on this machine; null when there is none, or when the browser keeps nothing. */
export function keptDraft(): Story | null {
  try {
    const read = readStoryText(localStorage.getItem(KEY) ?? '');
    return read.ok ? read.story : null;
  } catch {
    return null;
  }
}

/** Keeps a story for the next visit. False when the browser does not keep it. */
export function keepDraft(story: Story | null): boolean {
  try {
    if (story === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, storyText(story));
    return true;
  } catch {
    return false;
  }
}
