import { useEffect, useRef } from 'react';
import { Icon } from '../ui/Icon.tsx';
import ui from '../ui/ui.module.css';
import css from './app.module.css';

const KEYS: [keys: string, does: string][] = [
  ['/', 'go to the search'],
  ['Tab', 'from control to control, panel by panel'],
  ['Enter', 'choose; once more takes it back'],
  ['← →', 'in the network: from actor to actor'],
  ['↓ ↑', "in the network: into an actor's ties, and back"],
  ['c', 'on a card: copy the words with attribution and link'],
  ['Shift + Enter', 'on a day: extend the span of days to it'],
  ['+ − 0', 'on the map: closer, farther, all of it; arrows move it'],
  ['[ ]', 'in a story: to the step before, to the next'],
  ['Ctrl or ⌘ + Z', 'undo the last change of the filters'],
  ['Alt + ←', 'back to the view before'],
  ['Esc', 'close the reader, a menu or this help'],
  ['?', 'this help'],
];

/** The keys of the desk, in a dialog that is open from the start. */
export default function KeyList({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  return (
    <dialog aria-labelledby="help-title" className={css.help} onClose={onClose} ref={dialog}>
      <header>
        <h2 id="help-title">Keys</h2>
        <button aria-label="Close the help" className={ui.button} onClick={() => dialog.current?.close()} type="button">
          <Icon name="close" />
        </button>
      </header>
      <dl>
        {KEYS.map(([keys, does]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  );
}
