import { useEffect, useState } from 'react';
import { readStoryText, type Story } from '../domain/story.ts';
import { fetchText } from '../source/fetchText.ts';
import { keepLastGood, readLastGood } from '../source/lastGood.ts';

/** How long after a failure the playlist is asked for again, in milliseconds. */
const AGAIN = 60_000;

export type Playlist = { story: Story | null; problem: string | null };

/**
 * The story file that a kiosk plays, by its path from the page. Until it is there, or where it cannot be read, the scenes come from the
 * coverage, and the screen says why. One that was good before is played while the server is away.
 */
export function usePlaylist(path: string | null): Playlist {
  const [playlist, setPlaylist] = useState<Playlist>({ story: null, problem: null });
  useEffect(() => {
    setPlaylist({ story: null, problem: null });
    if (path === null) return;
    const away = new AbortController();
    let timer: number | null = null;
    const name = `play-${encodeURIComponent(path)}`;
    const load = async () => {
      let problem: string;
      try {
        const text = await fetchText(new URL(path, document.baseURI).href, away.signal, 'no-cache');
        const read = readStoryText(text);
        if (read.ok) {
          void keepLastGood(name, text);
          setPlaylist({ story: read.story, problem: null });
          return;
        }
        const [first] = read.problems;
        problem = `The playlist ${path} is not a story: at ${first?.path} it should have ${first?.expected}, found ${first?.found}.`;
      } catch {
        problem = `The playlist ${path} could not be fetched.`;
      }
      if (away.signal.aborted) return;
      setPlaylist(({ story }) => ({ story, problem }));
      timer = window.setTimeout(load, AGAIN);
    };
    void readLastGood(name).then((text) => {
      const read = text === null ? null : readStoryText(text);
      if (read?.ok && !away.signal.aborted)
        setPlaylist(({ story, problem }) => ({ story: story ?? read.story, problem }));
    });
    void load();
    return () => {
      away.abort();
      if (timer !== null) window.clearTimeout(timer);
    };
  }, [path]);
  return playlist;
}
