import { useEffect, useMemo, useRef, useState } from 'react';
import { KNOWN_FILTERS, type KnownFilters } from '../coverage/answers/knownFilters.ts';
import { SCENES, type SceneStep, type ScenesAnswer } from '../coverage/answers/scenes.ts';
import type { Coverage, CoverageHead, MaybePromise } from '../coverage/coverage.ts';
import type { Filters } from '../domain/filters.ts';
import type { Story } from '../domain/story.ts';
import { saidScenes } from '../features/kiosk/playlist.ts';
import { decodeLink } from '../url/link.ts';

/** All that the wall shows, of one coverage. */
type Shown = ScenesAnswer & { head: CoverageHead; filters: KnownFilters };

type Asked = { coverage: Coverage; chosen: Filters; steps: SceneStep[] | null; around: number };

/** The steps of a story, as what can be asked for. */
export const stepsOf = ({ steps }: Story): SceneStep[] =>
  steps.map(({ view: query, says }, index) => {
    const { filters, view } = decodeLink(query).state;
    return { number: index + 1, says, filters, page: view.page, opened: view.opened };
  });

const then = <A, B>(answer: MaybePromise<A>, next: (answer: A) => MaybePromise<B>): MaybePromise<B> =>
  answer instanceof Promise ? answer.then(next) : next(answer);

const ask = ({ coverage, chosen, steps, around }: Asked): MaybePromise<Shown> =>
  then(coverage.select(chosen).ask(KNOWN_FILTERS, null), (filters) =>
    then(coverage.select(filters.known).ask(SCENES, { around, steps }), (made) => ({
      ...made,
      head: coverage.head,
      filters,
    })),
  );

/** Asks for one step after the other, and lets the page do what waits for it in between. */
async function askInSteps(asked: Asked, signal: AbortSignal): Promise<Shown> {
  const parts: Shown[] = [];
  for (const step of asked.steps ?? []) {
    await new Promise((done) => setTimeout(done, 0));
    signal.throwIfAborted();
    parts.push(await ask({ ...asked, steps: [step] }));
  }
  return {
    ...(await ask({ ...asked, steps: [] })),
    scenes: parts.flatMap(({ scenes }) => scenes),
    inAll: parts.length,
  };
}

/**
 * The scenes of the wall, and whose they are. Until they are there, what was shown before, of another story its sentences; no scenes
 * when there was nothing.
 */
export function useScenes(coverage: Coverage, chosen: Filters, story: Story | null, around: number): Shown {
  const steps = useMemo(() => story && stepsOf(story), [story]);
  const asked = useMemo((): Asked => ({ coverage, chosen, steps, around }), [coverage, chosen, steps, around]);
  const answer = useMemo(() => {
    const later = asked.steps !== null && asked.coverage.waits;
    return later ? null : ask(asked);
  }, [asked]);
  const atHand = answer instanceof Promise ? null : answer;
  const [late, setLate] = useState<{ asked: Asked; shown: Shown } | null>(null);
  useEffect(() => {
    // What came late is forgotten together with the coverage that it is of.
    if (atHand !== null) return setLate(null);
    const away = new AbortController();
    Promise.resolve(answer ?? askInSteps(asked, away.signal))
      .then(
        (shown) => () => ({ asked, shown }),
        (error) => () => {
          throw error;
        },
      )
      .then((next) => away.signal.aborted || setLate(next));
    return () => away.abort();
  }, [asked, answer, atHand]);
  const now = atHand ?? (late?.asked === asked ? late.shown : null);
  const last = useRef<{ steps: SceneStep[] | null; shown: Shown } | null>(null);
  if (now !== null) last.current = { steps, shown: now };
  const waiting = useMemo((): Shown => {
    const { coverage, chosen, steps, around } = asked;
    const known = coverage.select(chosen).ask(KNOWN_FILTERS, null);
    const filters = known instanceof Promise ? { known: chosen, unknown: [], names: [] } : known;
    const scenes = steps === null ? [] : saidScenes(steps, filters.known, around);
    return { head: coverage.head, filters, scenes, inAll: scenes.length };
  }, [asked]);
  if (now !== null) return now;
  const before = last.current;
  return before !== null && (steps === null || before.steps === steps) ? before.shown : waiting;
}
