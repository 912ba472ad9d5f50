import { type MouseEvent, useDeferredValue } from 'react';
import type { Coverage } from '../coverage/coverage.ts';
import { Icon } from '../ui/Icon.tsx';
import ui from '../ui/ui.module.css';
import type { Address } from '../url/address.ts';
import { DeskEdition } from './DeskEdition.tsx';
import { LinkNotes } from './LinkNotes.tsx';
import css from './paper.module.css';
import { savePaperFile } from './paperFile.tsx';
import { useDesk } from './useDesk.ts';

const nothing = () => {};

/** Follows a footnote without a trace in the address, which belongs to the view. */
function followNote(event: MouseEvent<HTMLElement>): void {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
  const target = document.getElementById(link?.getAttribute('href')?.slice(1) ?? '');
  if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  target.focus();
  target.scrollIntoView({ block: 'center' });
}

/** The edition of the view that is printed, with the ways to print it, to keep it as a file and back to the desk. */
export default function PaperScreen({ address, coverage }: { address: Address; coverage: Coverage }) {
  const { desk, snapshot, unknown } = useDesk(address, coverage, nothing);
  // The bar is there at once; the edition, which may be a book, is drawn in pieces between which the page answers.
  const drawn = useDeferredValue(desk, null);
  return (
    <>
      <header className={css.bar}>
        <button className={ui.button} onClick={() => desk.onView({ page: 'desk' })} type="button">
          <Icon name="back" /> Back to the desk
        </button>
        <p>This is how the view is printed, in any theme.</p>
        <button className={ui.button} onClick={() => savePaperFile(desk)} type="button">
          <Icon name="down" /> Save as a file
        </button>
        <button className={ui.button} onClick={() => window.print()} type="button">
          Print
        </button>
      </header>
      <div className={css.notes}>
        <LinkNotes
          head={coverage.head}
          notes={snapshot.notes}
          onDismiss={() => {
            address.dismissNotes();
            if (desk.view.pin !== null && desk.view.pin.digest !== coverage.head.digest) desk.onView({ pin: null });
          }}
          pin={desk.view.pin}
          unknown={unknown}
        />
      </div>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: what is clicked are links, which keys click, too */}
      <main aria-busy={drawn !== desk} className={css.page} onClick={followNote}>
        {drawn && <DeskEdition desk={drawn} gradually />}
      </main>
    </>
  );
}
