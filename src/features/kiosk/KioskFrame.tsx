import type { CSSProperties, ReactNode } from 'react';
import { QrCode } from '../../ui/QrCode.tsx';
import { Words } from '../../ui/Words.tsx';
import { agoWords } from './clock.ts';
import css from './kiosk.module.css';
import type { Scene } from './scenes.ts';
import type { Hands } from './usePause.ts';

/** How fresh the coverage is: when the server last had a good one, and what has been wrong since. Milliseconds since the epoch. */
export type Age = {
  asOf: string;
  articles: string;
  checkedAt: number | null;
  startedAt: number;
  every: number;
  problem: string | null;
};

type Props = {
  scenes: Scene[];
  /** The scene that is shown. */
  index: number;
  turn: number;
  from: number;
  now: number;
  age: Age;
  statements: number;
  /** What narrows the coverage, in words. */
  filters: string | null;
  /** Something else that whoever set the screen up has to know. */
  notice: string | null;
  link: string;
  night: boolean;
  shift: readonly [number, number];
  hands: Hands;
  onLeave: () => void;
  children: ReactNode;
};

const TITLES: Record<Scene['content']['kind'], string> = {
  quote: 'Quote of the moment',
  venue: 'Where the second summit may be held',
  ties: 'Relationships',
  unsettled: 'Not settled',
  tellings: 'The two tellings',
  words: 'The story',
  nothing: 'Nothing to show',
};

const two = (value: number) => String(value).padStart(2, '0');

/** Whether the age of what is shown has to be said as a warning. */
export function isStale({ checkedAt, startedAt, every, problem }: Age, now: number): boolean {
  return problem !== null || now - (checkedAt ?? startedAt) > 2 * every * 1000;
}

function ageWords({ articles, checkedAt, problem }: Age, now: number): string {
  const checked = checkedAt === null ? 'not checked since the start' : `checked ${agoWords(now - checkedAt)}`;
  return `${articles}, ${checked}${problem === null ? '' : `: ${problem}`}`;
}

/** What stands around every scene: whose screen it is, how fresh, what time it is, the way to the same view, and how far it has come. */
export function KioskFrame({
  scenes,
  index,
  turn,
  from,
  now,
  age,
  statements,
  filters,
  notice,
  link,
  night,
  shift,
  hands,
  onLeave,
  children,
}: Props) {
  const scene = scenes[index];
  const clock = new Date(now);
  const { pause } = hands;
  const stale = isStale(age, now);
  return (
    <div
      className={css.kiosk}
      data-night={night ? '' : undefined}
      data-paused={pause ? '' : undefined}
      style={{ '--shift-x': shift[0] / 16, '--shift-y': shift[1] / 16 } as CSSProperties}
    >
      <header className={css.head}>
        <span className={css.brand}>
          <svg aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.6" viewBox="0 0 24 24">
            <circle cx="12" cy="12" r="10" />
            <path d="M12 2v4.5l-3 3.2 5 4.4-2 2.4V22" strokeDasharray="2.6 2" strokeLinecap="round" />
          </svg>
          Dateline
        </span>
        <span className={css.title}>{scene ? TITLES[scene.content.kind] : ''}</span>
        <span
          className={css.age}
          data-age=""
          data-as-of={age.asOf}
          data-stale={stale ? '' : undefined}
          data-statements={statements}
        >
          {ageWords(age, now)}
        </span>
        <time>
          {two(clock.getHours())}:{two(clock.getMinutes())}
        </time>
      </header>
      {(filters !== null || notice !== null || scene?.says != null) && (
        <aside aria-label="What is shown" className={css.captions}>
          {scene?.says != null && scene.content.kind !== 'words' && (
            <p className={css.says}>
              <Words>{scene.says}</Words>
            </p>
          )}
          {filters !== null && (
            <p>
              Only <Words>{filters}</Words>
            </p>
          )}
          {notice !== null && <p data-notice="">{notice}</p>}
        </aside>
      )}
      <main
        aria-live="off"
        className={css.scene}
        data-kind={scene?.content.kind}
        data-scene={scene?.id}
        data-turn={turn}
        key={`${turn} ${index}`}
      >
        {children}
      </main>
      <footer className={css.foot}>
        <p className={css.qr}>
          <span>
            Open <br />
            this view
          </span>
          <QrCode link={link} />
        </p>
        {pause ? (
          <div className={css.controls} role="toolbar" aria-label="Wall screen">
            <button onClick={() => hands.move(-1)} type="button">
              Previous
            </button>
            <button onClick={() => hands.move(1)} type="button">
              Next
            </button>
            <button aria-pressed={pause.held} onClick={hands.hold} type="button">
              Hold
            </button>
            <button onClick={hands.resume} type="button">
              Go on
            </button>
            <button onClick={onLeave} type="button">
              Leave
            </button>
            <p role="status">
              {pause.held ? 'Held for 15 minutes after the last touch' : 'Goes on by itself after a minute'}
            </p>
          </div>
        ) : null}
        <div
          aria-label={`Scene ${index + 1} of ${scenes.length}`}
          aria-valuemax={scenes.length}
          aria-valuemin={1}
          aria-valuenow={index + 1}
          className={css.progress}
          role="progressbar"
        >
          {scenes.map(({ id, seconds }, at) => (
            <i data-done={at < index ? '' : undefined} key={id}>
              {at === index && !pause && (
                <b
                  key={turn}
                  style={{ animationDuration: `${seconds}s`, animationDelay: `${Math.min(0, from - now)}ms` }}
                />
              )}
            </i>
          ))}
        </div>
      </footer>
    </div>
  );
}
