import { Dialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/Icon.tsx';
import ui from '../../ui/ui.module.css';
import { useCopy } from '../../ui/useCopy.ts';
import { Words } from '../../ui/Words.tsx';
import { counted, type OpenCoverage, type Refusal, type Running } from './model.ts';
import css from './opening.module.css';
import { Refusals } from './Refusals.tsx';
import { RunningOpening } from './RunningOpening.tsx';
import { WaysIn } from './WaysIn.tsx';

/** How many look-alike names are named; the rest are counted. */
const NAMED = 3;

/** Names that look like those of another open coverage. Coverages are never put together, so nobody's words come under another's name. */
function Alike({ alike }: Pick<OpenCoverage, 'alike'>) {
  if (alike.length === 0) return null;
  return (
    <p className={css.alike}>
      <Icon name="warning" size={14} />
      <span>
        {counted(alike.length, 'name')} {alike.length === 1 ? 'looks' : 'look'} like one of another coverage, and{' '}
        {alike.length === 1 ? 'is' : 'are'} kept apart:{' '}
        {alike.slice(0, NAMED).map(({ name, id, other, otherId }, index) => (
          <span key={`${id} ${otherId}`}>
            {index > 0 && '; '}“<Words>{name}</Words>” (<code>{id}</code>) and “<Words>{other}</Words>” (
            <code>{otherId}</code>)
          </span>
        ))}
        {alike.length > NAMED && `; and ${alike.length - NAMED} more`}
      </span>
    </p>
  );
}

type Props = {
  coverages: OpenCoverage[];
  /** The key of the one that is shown. */
  shown: string;
  running: Running | null;
  refusals: Refusal[];
  /** The file that this browser keeps, by its name. */
  kept: { name: string; isOpen: boolean } | null;
  /** How many addresses this browser loads for its wall screen without asking again. */
  agreed: number;
  onShow: (key: string) => void;
  onTakeOff: (key: string) => void;
  onFiles: (files: { name: string; file: Blob }[]) => void;
  onCancel: () => void;
  onReopen: () => void;
  onForget: () => void;
  onForgetAgreed: () => void;
  onClose: () => void;
};

/** The coverages that are open, side by side, and the ways to open another one. */
export default function CoverageDialog(props: Props) {
  const { coverages, shown, running, refusals, kept, onShow, onTakeOff, onClose } = props;
  const [said, copy] = useCopy('Copied.');
  return (
    <Dialog className={css.dialog} onClose={onClose} said={said} title="Coverage">
      <div className={css.body}>
        <ul aria-label="Open coverages" className={css.list}>
          {coverages.map(({ key, title, band, asOf, articles, statements, alike }) => (
            <li key={key}>
              <button aria-current={key === shown ? 'true' : undefined} onClick={() => onShow(key)} type="button">
                <span aria-hidden="true" className={css.dot} />
                <b>
                  <Words>{title}</Words>
                </b>
                <span>
                  <Words>{band ?? 'The built-in coverage'}</Words>. {counted(articles, 'article')},{' '}
                  {counted(statements, 'statement')}, as of {asOf}
                </span>
              </button>
              {key !== '' && (
                <button
                  aria-label={`Close ${title}`}
                  className={css.takeOff}
                  onClick={() => onTakeOff(key)}
                  type="button"
                >
                  <Icon name="close" />
                </button>
              )}
              <Alike alike={alike} />
            </li>
          ))}
        </ul>
        {running && <RunningOpening onCancel={props.onCancel} running={running} />}
        <Refusals onCopy={copy} refusals={refusals} />
        <h3>Open another coverage</h3>
        <WaysIn onFiles={props.onFiles} />
        {kept && (
          <p className={css.kept}>
            <span>
              This browser keeps the last opened file, “<Words>{kept.name}</Words>”, on this device.
            </span>
            {!kept.isOpen && (
              <button className={ui.button} onClick={props.onReopen} type="button">
                Open it again
              </button>
            )}
            <button className={ui.button} onClick={props.onForget} type="button">
              Forget it
            </button>
          </p>
        )}
        {props.agreed > 0 && (
          <p className={css.kept}>
            <span>
              For its wall screen, this browser loads {counted(props.agreed, 'address')} without asking again.
            </span>
            <button className={ui.button} onClick={props.onForgetAgreed} type="button">
              Forget this
            </button>
          </p>
        )}
      </div>
    </Dialog>
  );
}
