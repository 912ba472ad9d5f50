import css from './controls.module.css';
import type { Hands } from './usePause.ts';

/** What can be done while the screen is stopped. */
export function KioskControls({ hands, held, onLeave }: { hands: Hands; held: boolean; onLeave: () => void }) {
  return (
    <div className={css.controls} role="toolbar" aria-label="Wall screen">
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
