import { Icon } from '../../ui/Icon.tsx';
import ui from '../../ui/ui.module.css';
import { useCopy } from '../../ui/useCopy.ts';
import { Words } from '../../ui/Words.tsx';
import type { Refusal, Running } from './model.ts';
import css from './opening.module.css';
import { Refusals } from './Refusals.tsx';
import { RunningOpening } from './RunningOpening.tsx';
import { WaysIn } from './WaysIn.tsx';

type Props = {
  needed: { name: string; digest: string };
  running: Running | null;
  refusals: Refusal[];
  /** A file that was opened for it and holds something else. */
  other: { name: string; digest: string } | null;
  /** Whether this browser keeps the file. */
  kept: boolean;
  /** Whether it is kept and was not opened by itself on a wall, as it would be. */
  left: boolean;
  onFiles: (files: { name: string; file: Blob }[]) => void;
  onCancel: () => void;
  onReopen: () => void;
  onShowOther: () => void;
  onBuiltIn: () => void;
};

/** What stands in the place of a view whose file is not open: the link says which one, and never carries it. */
export default function AskForFile(props: Props) {
  const { needed, running, refusals, other, kept } = props;
  const [, copy] = useCopy('Copied.');
  return (
    <main className={css.ask}>
      <p className={css.kind}>
        <Icon name="warning" /> This view needs a file
      </p>
      <h1>
        Open “<Words>{needed.name}</Words>”
      </h1>
      <p>
        The link says which file it was made on, and does not carry it. Ask whoever sent the link for the file. The
        filters of the link hold as soon as it is open.
      </p>
      <p>
        Digest of the file’s corpus: <code>{needed.digest}</code>
      </p>
      {props.left && (
        <p role="alert">
          It is not opened by itself: this screen stopped when it last showed it. <code>file/not-reopened</code>
        </p>
      )}
      {kept && (
        <p>
          <button className={css.main} onClick={props.onReopen} type="button">
            Open it again from this device
          </button>
        </p>
      )}
      {running ? <RunningOpening onCancel={props.onCancel} running={running} /> : <WaysIn onFiles={props.onFiles} />}
      <Refusals onCopy={copy} refusals={refusals} />
      {other && (
        <section className={css.refusal} role="alert">
          <h2>
            “<Words>{other.name}</Words>” holds something else
          </h2>
          <p>
            Its digest is <code>{other.digest}</code>. What the link names may be missing in it, or may say something
            else.
          </p>
          <button className={ui.button} onClick={props.onShowOther} type="button">
            Show it all the same
          </button>
        </section>
      )}
      <p>
        <button className={css.quiet} onClick={props.onBuiltIn} type="button">
          Back to the built-in coverage
        </button>
      </p>
    </main>
  );
}
