import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { SHOWN } from '../coverage/answers/shown.ts';
import type { Coverage } from '../coverage/coverage.ts';
import type { Desk } from '../coverage/desk.ts';
import { isInferred } from '../domain/corpus.ts';
import { bandOf } from '../domain/origin.ts';
import { filtersInWords } from '../exports/provenance.ts';
import { useCopy } from '../ui/useCopy.ts';
import { Words } from '../ui/Words.tsx';
import type { Address, AddressSnapshot } from '../url/address.ts';
import { EMPTY_LINK, encodeLink, type LinkState } from '../url/link.ts';
import { EmbeddedPanel } from './EmbeddedPanel.tsx';
import { EmbedNotes } from './EmbedNotes.tsx';
import css from './embed.module.css';
import { useDesk } from './useDesk.ts';
import { viewNotes } from './viewNotes.ts';

/**
 * Tells the page around the frame how high an element is, in whole px: `{ type: 'dateline:height', height }` and nothing else, now and
 * whenever that changes. Says nothing when there is no page around it. The height must not depend on that of the frame, or the two
 * would chase each other.
 */
function useTellHeight(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const measured = element.current;
    if (!measured || window.parent === window) return;
    let told = 0;
    const observer = new ResizeObserver(() => {
      const height = Math.ceil(measured.getBoundingClientRect().height);
      if (height === told || height < 1) return;
      told = height;
      // Whoever frames this is unknown, and there is nothing in it that somebody else must not read.
      window.parent.postMessage({ type: 'dateline:height', height }, '*');
    });
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element]);
}

/**
 * An address that starts where another one is and is held in memory from there on: in a frame, choosing must not add steps to the
 * history of the page around it, whose "back" would then not leave that page.
 */
function heldAddress(from: Address): Address {
  let snapshot: AddressSnapshot = { ...from.get(), restore: null };
  const listeners = new Set<() => void>();
  const show = (next: AddressSnapshot) => {
    snapshot = next;
    for (const listener of listeners) listener();
  };
  return {
    get: () => snapshot,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: (state) => show({ ...snapshot, state }),
    dismissNotes: () => show({ ...snapshot, notes: [] }),
    dispose: () => listeners.clear(),
  };
}

type FeaturePolicy = { allowsFeature: (name: string) => boolean };

/** Whether a frame may put anything on the clipboard: false only where the browser says so. */
function mayCopy(): boolean {
  const policy = Reflect.get(document, 'featurePolicy') as FeaturePolicy | undefined;
  return navigator.clipboard !== undefined && (policy?.allowsFeature('clipboard-write') ?? true);
}

const sameFilters = (a: LinkState, b: LinkState) =>
  encodeLink({ ...EMPTY_LINK, filters: a.filters }) === encodeLink({ ...EMPTY_LINK, filters: b.filters });

/**
 * One panel without the desk around it, for a page of somebody else. What is chosen in it holds in this frame and nowhere else; what
 * is opened, opens in the full view, in a tab of its own. Nothing is stored, and nothing can be dropped on it.
 */
export default function EmbedScreen({ address, coverage }: { address: Address; coverage: Coverage }) {
  const held = useMemo(() => heldAddress(address), [address]);
  const embedded = useMemo(() => held.get().state, [held]);
  const [toast, copy] = useCopy();
  const [copies] = useState(mayCopy);
  const { desk, snapshot, unknown } = useDesk(held, coverage, copy);
  const frame = useRef<HTMLElement>(null);
  const words = useRef<HTMLParagraphElement>(null);
  useTellHeight(frame);

  const { head, view, linkTo } = desk;
  const framed = useMemo(
    (): Desk => ({
      ...desk,
      view: { ...view, opened: null },
      onOpen: (opened) => {
        if (opened !== null) window.open(linkTo({ embed: null, opened }), '_blank', 'noopener,noreferrer');
      },
    }),
    [desk, view, linkTo],
  );
  const asEmbedded = sameFilters(snapshot.state, embedded);
  const panel = view.embed ?? 'quotes';
  const band = bandOf(head);
  return (
    <main className={css.frame} data-copies={copies ? undefined : 'never'} ref={frame}>
      <header className={css.head}>
        <h1>
          <Words>{head.title}</Words>
        </h1>
        {band !== null && (
          <p className={css.band}>
            <Words>{band}</Words>
          </p>
        )}
        <p className={css.words} ref={words} role="status" tabIndex={-1}>
          <Words>{filtersInWords(desk.answer(SHOWN, null).active)}</Words>,{' '}
          <span title={head.asOf.basis}>
            as of {head.asOf.date}
            {isInferred(head.asOf) && ', inferred'}
          </span>
        </p>
        {!asEmbedded && (
          <Back
            onBack={() => held.change({ ...held.get().state, filters: embedded.filters }, 'push')}
            focusAfter={words}
          />
        )}
        <a className={css.full} href={linkTo({ embed: null })} rel="noopener noreferrer" target="_blank">
          Open the full view<span className="vh"> in a new tab; so does all that is opened here</span>
        </a>
      </header>
      <EmbedNotes desk={framed} notes={[...snapshot.notes, ...viewNotes(head, view)]} panel={panel} unknown={unknown} />
      <EmbeddedPanel desk={framed} panel={panel} />
      <p className={css.toast} role="status">
        {toast}
      </p>
    </main>
  );
}

/** The way back to what the page around the frame meant to show. */
function Back({ onBack, focusAfter }: { onBack: () => void; focusAfter: RefObject<HTMLElement | null> }) {
  const back = () => {
    onBack();
    // The button goes away, and the focus must not go with it.
    focusAfter.current?.focus({ preventScroll: true });
  };
  return (
    <button className={css.back} onClick={back} type="button">
      Show all as embedded
    </button>
  );
}
