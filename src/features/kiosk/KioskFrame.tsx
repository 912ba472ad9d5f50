import { type CSSProperties, type ReactNode, useState } from 'react';
import type { Scene } from '../../coverage/answers/scenes.ts';
import { PANELS } from '../../domain/panel.ts';
import { Logo } from '../../ui/Logo.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import { Words } from '../../ui/Words.tsx';
import { type Age, ageWords, isStale } from './age.ts';
import controls from './controls.module.css';
import css from './frame.module.css';
import type { Hands } from './usePause.ts';

/** What can be done while the screen is stopped. */
function KioskControls({ hands, held, onLeave }: { hands: Hands; held: boolean; onLeave: () => void }) {
  return (
    <div className={controls.controls} role="toolbar" aria-label="Wall screen">
      <button onClick={() => hands.move(-1)} type="button">
        Previous
      </button>
      <button onClick={() => hands.move(1)} type="button">
        Next
      </button>
      <button aria-pressed={held} onClick={hands.hold} type="button">
        Hold
      </button>
      <button onClick={hands.resume} type="button">
        Go on
      </button>
      <button onClick={onLeave} type="button">
        Leave
      </button>
      <p role="status">{held ? 'Held for 15 minutes after the last touch' : 'Goes on by itself after a minute'}</p>
    </div>
  );
}

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
  /** Whose data it is, unless it is ours. */
  band: string | null;
  link: string;
  night: boolean;
  shift: readonly [number, number];
  hands: Hands;
  onLeave: () => void;
  children: ReactNode;
};

const TITLES: Record<Scene['content']['kind'], string> = {
  quote: 'Quote of the moment',
  venue: PANELS.venues.title,
  ties: 'Relationships',
  unsettled: 'Not settled',
  tellings: 'The two tellings',
  words: 'The story',
  nothing: 'Nothing to show',
};

const two = (value: number) => String(value).padStart(2, '0');

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
  band,
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
          <Logo />
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
      {(band !== null || filters !== null || notice !== null || scene?.says != null) && (
        <aside aria-label="What is shown" className={css.captions}>
          {band !== null && (
            <p data-band="">
              <Words>{band}</Words>
            </p>
          )}
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
        {pause && <KioskControls hands={hands} held={pause.held} onLeave={onLeave} />}
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
              {at === index && !pause && <Filling from={from} key={from} seconds={seconds} />}
            </i>
          ))}
        </div>
      </footer>
    </div>
  );
}

/** The part of the bar that fills while its scene is on. Where it starts is settled once, or the bar would jump when the clock is drawn anew. */
function Filling({ from, seconds }: { from: number; seconds: number }) {
  const [delay] = useState(() => Math.min(0, from - Date.now()));
  return <b style={{ animationDuration: `${seconds}s`, animationDelay: `${delay}ms` }} />;
}
