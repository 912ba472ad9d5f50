import { clip } from '../corpus/problem.ts';
import type { UnknownValue } from '../domain/facets.ts';
import type { Pin, PinnedHead } from '../domain/pin.ts';
import { pinDifferences } from '../domain/pinDifferences.ts';
import { Icon } from '../ui/Icon.tsx';
import ui from '../ui/ui.module.css';
import { Words } from '../ui/Words.tsx';
import { CUT_OFF, type LinkNote } from '../url/link.ts';
import css from './app.module.css';

const SHOWN = 12;

/** What of a link was left out, and why. The rest of the link holds. */
export function LinkNotes({
  notes,
  pin,
  head,
  unknown,
  onDismiss,
}: {
  notes: LinkNote[];
  /** The state of the coverage that the link was made on, if it says so: in what the coverage differs from it is told. */
  pin: Pin | null;
  head: PinnedHead;
  unknown: UnknownValue[];
  onDismiss: () => void;
}) {
  const differences = pin === null ? [] : pinDifferences(pin, head);
  if (notes.length + differences.length + unknown.length === 0) return null;
  const hidden = Math.max(0, notes.length - SHOWN) + Math.max(0, unknown.length - SHOWN);
  return (
    <section aria-label="Notes about this link" className={css.notes} role="status">
      <Icon name="warning" />
      <ul>
        {differences.length > 0 && (
          <li>
            This link was made on another state of the coverage: <Words>{differences.join('; ')}</Words>. What can be
            shown of it is shown.
          </li>
        )}
        {notes.slice(0, SHOWN).map(({ param, found, expected }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the notes of one link never change their order
          <li key={index}>
            {param === CUT_OFF ? (
              `The end of the link was cut off: expected ${expected}, found ${found}. What is left of it is shown.`
            ) : (
              <>
                The link's <code>{clip(param)}</code> was left out: expected {expected}, found “
                <Words>{clip(found)}</Words>”.
              </>
            )}
          </li>
        ))}
        {unknown.slice(0, SHOWN).map(({ facet, value }) => (
          <li key={`${facet}${value}`}>
            The link names “<Words>{clip(value)}</Words>” among its {facet}, which this coverage does not have; it
            narrows nothing.
          </li>
        ))}
        {hidden > 0 && <li>and {hidden} more</li>}
      </ul>
      {notes.length + differences.length > 0 && (
        <button className={ui.button} data-focus="notes:dismiss" onClick={onDismiss} type="button">
          Dismiss
        </button>
      )}
    </section>
  );
}
