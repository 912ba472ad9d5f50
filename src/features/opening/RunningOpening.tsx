import ui from '../../ui/ui.module.css';
import { Words } from '../../ui/Words.tsx';
import { type Running, runningWords } from './model.ts';
import css from './opening.module.css';

/** How far the opening of a file has come, and the way to stop it. */
export function RunningOpening({ running, onCancel }: { running: Running; onCancel: () => void }) {
  const { name, stage, done, total } = running;
  const counted = total > 0 && stage !== 'loading';
  return (
    <section aria-label="Opening" className={css.running}>
      <p>
        Opening “<Words>{name}</Words>”
      </p>
      <progress aria-label="How far it has come" {...(counted ? { max: total, value: done } : {})} />
      <p>{runningWords(running)}</p>
      <button className={ui.button} onClick={onCancel} type="button">
        Cancel
      </button>
      <p className="vh" role="status">
        {stage === 'checking' ? 'The file is read and is being checked' : ''}
      </p>
    </section>
  );
}
