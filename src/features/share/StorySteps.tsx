import { type RefObject, Suspense } from 'react';
import { STORY_LIMITS } from '../../domain/story.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Words } from '../../ui/Words.tsx';
import css from './share.module.css';
import type { useDraft } from './useDraft.ts';

/** What stories need of the address: views are queries, without the question mark. */
export type StoryWays = {
  /** The view that is shown now. */
  here: string;
  /** Whether a view is the one that is shown now. */
  isHere: (view: string) => boolean;
  /** A view in words; to be called while something is drawn, which waits for them. */
  inWords: (view: string) => string;
  /** Shows the view of a step, counted from 1, with the story around it. */
  onStep: (view: string, packed: string, step: number) => void;
  /** The full address of the first step of a story. */
  linkTo: (view: string, packed: string) => string;
};

type Props = {
  draft: ReturnType<typeof useDraft>;
  /** The step whose sentence is to take the focus once it is drawn. */
  fresh: RefObject<number | null>;
  ways: Pick<StoryWays, 'inWords'>;
};

/** A view in words, each by itself: it holds up nothing else, and others need not wait for it. */
export function ViewWords({ view, ways }: { view: string; ways: Pick<StoryWays, 'inWords'> }) {
  return (
    <Suspense fallback="…">
      <InWords view={view} ways={ways} />
    </Suspense>
  );
}

const InWords = ({ view, ways }: { view: string; ways: Pick<StoryWays, 'inWords'> }) => (
  <Words>{ways.inWords(view)}</Words>
);

/** The steps of the story in the making. */
export function StorySteps({ draft, fresh, ways }: Props) {
  const { steps } = draft.story;
  return (
    <ol aria-label="Steps" className={css.steps}>
      {steps.map(({ view, says }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two steps may be alike; a step is its place
        <li key={index}>
          <b className="num">{index + 1}</b>
          <textarea
            aria-label={`What step ${index + 1} says`}
            maxLength={STORY_LIMITS.says}
            onChange={(event) =>
              draft.write({
                steps: steps.map((step, at) => (at === index ? { ...step, says: event.target.value } : step)),
              })
            }
            ref={(field) => {
              if (!field || fresh.current !== index) return;
              fresh.current = null;
              field.focus();
            }}
            placeholder="A sentence about this view"
            rows={1}
            value={says}
          />
          <div className={css.stepButtons}>
            <button
              aria-label={`Step ${index + 1} earlier`}
              className={css.up}
              disabled={index === 0}
              onClick={() => draft.move(index, -1)}
              type="button"
            >
              <Icon name="down" />
            </button>
            <button
              aria-label={`Step ${index + 1} later`}
              disabled={index === steps.length - 1}
              onClick={() => draft.move(index, 1)}
              type="button"
            >
              <Icon name="down" />
            </button>
            <button aria-label={`Take step ${index + 1} out`} onClick={() => draft.remove(index)} type="button">
              <Icon name="close" size={12} />
            </button>
          </div>
          <small>
            <ViewWords view={view} ways={ways} />
          </small>
        </li>
      ))}
    </ol>
  );
}
