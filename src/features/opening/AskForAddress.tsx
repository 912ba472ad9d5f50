import { Icon } from '../../ui/Icon.tsx';
import { useCopy } from '../../ui/useCopy.ts';
import { Words } from '../../ui/Words.tsx';
import type { Refusal, Running } from './model.ts';
import css from './opening.module.css';
import { Refusals } from './Refusals.tsx';
import { RunningOpening } from './RunningOpening.tsx';

type Props = {
  /** The address as the link has it. */
  address: string;
  /** The host in the letters of the domain name system, or why the address is not opened. */
  verdict: { ok: true; host: string } | { ok: false; code: string; expected: string; found: string };
  /** Most bytes that are loaded. */
  most: number;
  running: Running | null;
  refusals: Refusal[];
  onLoad: () => void;
  onCancel: () => void;
  onBuiltIn: () => void;
};

/** A link that asks for the data of another host: nothing is loaded before a person has agreed to this one. */
export default function AskForAddress({
  address,
  verdict,
  most,
  running,
  refusals,
  onLoad,
  onCancel,
  onBuiltIn,
}: Props) {
  const [, copy] = useCopy('Copied.');
  return (
    <main className={css.ask}>
      <p className={css.kind}>
        <Icon name="warning" /> This link asks for data of another host
      </p>
      {verdict.ok ? (
        <>
          <h1>
            Load data from <Words>{verdict.host}</Words>?
          </h1>
          <p>
            Nothing has been loaded yet. What that host sends is not from Dateline’s editors, and the host learns that
            somebody here loads it, not who, nor from which view. At most {most / 1e6} MB are taken, and checked before
            anything is shown.
          </p>
        </>
      ) : (
        <>
          <h1>This address is not opened</h1>
          <p>
            Expected {verdict.expected}, found “<Words>{verdict.found}</Words>”. <code>{verdict.code}</code>
          </p>
          <p>You can save the file yourself, and open it here as a file.</p>
        </>
      )}
      <p className={css.address}>
        <Words>{address}</Words>
      </p>
      {running ? (
        <RunningOpening onCancel={onCancel} running={running} />
      ) : (
        verdict.ok && (
          <p>
            <button className={css.main} onClick={onLoad} type="button">
              Load it from <Words>{verdict.host}</Words>
            </button>
          </p>
        )
      )}
      <Refusals onCopy={copy} refusals={refusals} />
      <p>
        <button className={css.quiet} onClick={onBuiltIn} type="button">
          Back to the built-in coverage
        </button>
      </p>
    </main>
  );
}
