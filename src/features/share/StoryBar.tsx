import { useEffect, useState } from 'react';
import type { Desk } from '../../coverage/desk.ts';
import { shortList } from '../../domain/shortList.ts';
import type { ReadStory, Story } from '../../domain/story.ts';
import { Icon } from '../../ui/Icon.tsx';
import { isShortcut } from '../../ui/typing.ts';
import ui from '../../ui/ui.module.css';
import { Words } from '../../ui/Words.tsx';
import { unpackStory } from './packStory.ts';
import { type StoryWays, ViewWords } from './StorySteps.tsx';
import css from './share.module.css';

/** How long a step stays while the story plays by itself, in milliseconds. */
const STEP_TIME = 10_000;

type Props = {
  desk: Desk;
  packed: string;
  /** Counts from 1. */
  step: number;
  ways: StoryWays;
  /** What of a view's link cannot be read, by the names of its parameters. */
  unread: (view: string) => string[];
  onLeave: () => void;
};

/** The story that the link tells: its sentence, and the way from step to step. */
export default function StoryBar({ desk, packed, step, ways, unread, onLeave }: Props) {
  const [read, setRead] = useState<{ packed: string; as: ReadStory } | null>(null);
  useEffect(() => {
    let away = false;
    unpackStory(packed).then((as) => {
      if (!away) setRead({ packed, as });
    });
    return () => {
      away = true;
    };
  }, [packed]);
  if (read?.packed !== packed) return <section aria-busy="true" aria-label="Story" className={css.bar} />;
  if (!read.as.ok)
    return (
      <section aria-label="Story" className={css.bar}>
        <p>
          <Icon name="warning" /> The story in this link cannot be read: it was cut off or changed on its way. The view
          below is what is left.
        </p>
        <button className={ui.button} onClick={onLeave} type="button">
          Close
        </button>
      </section>
    );
  return (
    <Told desk={desk} onLeave={onLeave} packed={packed} step={step} story={read.as.story} unread={unread} ways={ways} />
  );
}

function Told({ desk, packed, step, story, ways, unread, onLeave }: Props & { story: Story }) {
  const [playing, setPlaying] = useState(false);
  const { steps, title, coverage } = story;
  const at = Math.min(step, steps.length);
  const now = steps[at - 1];
  const go = (to: number) => {
    const next = steps[to - 1];
    if (next) ways.onStep(next.view, packed, to);
  };
  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => (at < steps.length ? go(at + 1) : setPlaying(false)), STEP_TIME);
    return () => clearTimeout(timer);
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const by = event.key === ']' ? 1 : event.key === '[' ? -1 : 0;
      if (by === 0 || !isShortcut(event)) return;
      event.preventDefault();
      setPlaying(false);
      go(at + by);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
  const away = now !== undefined && !ways.isHere(now.view);
  const lost = shortList(now ? unread(now.view) : []);
  const choose = (to: number) => {
    setPlaying(false);
    go(to);
  };
  return (
    <section aria-label="Story" className={css.bar}>
      <div aria-live="polite">
        <small>
          {title !== '' && (
            <>
              <Words>{title}</Words> ·{' '}
            </>
          )}
          step <span className="num">{at}</span> of <span className="num">{steps.length}</span>
          {coverage !== null && coverage !== desk.head.id && (
            <>
              {' '}
              · made on another coverage, “<Words>{coverage}</Words>”
            </>
          )}
          {lost !== '' && ` · of this step's link ${lost} could not be read`}
        </small>
        <p>{now?.says === '' || !now ? <ViewWords view={now?.view ?? ''} ways={ways} /> : <Words>{now.says}</Words>}</p>
      </div>
      <div className={css.actions}>
        {away && (
          <button className={ui.button} onClick={() => choose(at)} type="button">
            Back to the step
          </button>
        )}
        <button className={ui.button} disabled={at === 1} onClick={() => choose(at - 1)} title="[" type="button">
          <Icon name="back" /> Back
        </button>
        <button
          className={css.main}
          disabled={at === steps.length}
          onClick={() => choose(at + 1)}
          title="]"
          type="button"
        >
          Next
        </button>
        <button
          aria-pressed={playing}
          className={ui.button}
          disabled={at === steps.length && !playing}
          onClick={() => setPlaying(!playing)}
          type="button"
        >
          {playing ? 'Pause' : 'Play'}
        </button>
        <button aria-label="Leave the story" className={ui.button} onClick={onLeave} type="button">
          <Icon name="close" size={12} />
        </button>
      </div>
    </section>
  );
}
