import { type RefObject, use, useDeferredValue, useMemo, useRef } from 'react';
import { KNOWN_FILTERS } from '../coverage/answers/knownFilters.ts';
import type { AnyQuestion, Coverage, MaybePromise, Selection } from '../coverage/coverage.ts';
import type { Desk } from '../coverage/desk.ts';
import type { UnknownValue } from '../domain/facets.ts';
import { type Filters, withoutFilter } from '../domain/filters.ts';
import type { Opened, View } from '../domain/view.ts';
import type { Address, AddressSnapshot, Step } from '../url/address.ts';
import { encodeLink, type LinkState } from '../url/link.ts';
import { focusKey, restoreFocus } from './focus.ts';
import { useAddress } from './useAddress.ts';

type Ways = {
  desk: Desk;
  /** The desk with what the link says at this moment, for what must answer at once; its slice may still be the one before. */
  now: Desk;
  /** What the link says is being worked out; until then, the desk shows what it showed. */
  pending: boolean;
  snapshot: AddressSnapshot;
  /** Values of the link that the coverage does not have. */
  unknown: UnknownValue[];
  /** What had the focus when the reader was opened. */
  opener: RefObject<string | null>;
};

/** An answer while something is drawn: React waits where it is not at hand. */
export const settled = <T>(answer: MaybePromise<T>): T => (answer instanceof Promise ? use(answer) : answer);

/** What a screen asked while it was drawn, and how many selections have come since; of which selection it was last asked together. */
type Asked = {
  of: Selection | null;
  questions: Map<string, { question: AnyQuestion; wants: unknown; since: number }>;
};

/** Selections after which what nobody has asked again is forgotten: another page asked it. */
const FORGOTTEN = 3;

/** The ways of a desk to ask; `asked` takes down what is asked while something is drawn. */
export const asking = ({ ask }: Selection, asked?: Asked): Pick<Desk, 'ask' | 'answer'> => ({
  ask,
  answer: (question, wants) => {
    asked?.questions.set(question.name + JSON.stringify(wants), { question: question as AnyQuestion, wants, since: 0 });
    return settled(ask(question, wants));
  },
});

/** Asks of a selection at once what was last asked of another: a screen that waits for one answer after the other is drawn as often. */
function askTogether(selection: Selection, asked: Asked): void {
  if (selection === asked.of) return;
  asked.of = selection;
  for (const [key, one] of asked.questions) {
    // Whoever needs it hears of its failure.
    Promise.resolve(selection.ask(one.question, one.wants)).catch(() => {});
    one.since += 1;
    if (one.since > FORGOTTEN) asked.questions.delete(key);
  }
}

/** Filters without values that a coverage does not have: nothing is guessed in their place. */
const without = (filters: Filters, unknown: UnknownValue[]): Filters =>
  unknown.reduce((left, { facet, value }) => withoutFilter(left, `${facet}:${value}`), filters);

/** What the link says, applied to the coverage, and the ways back to the link. `onCopy` must stay the same. */
export function useDesk(address: Address, coverage: Coverage, onCopy: (text: string) => void): Ways {
  const snapshot = useAddress(address);
  const { state } = snapshot;
  const later = useDeferredValue(state);
  // Where answers have to be waited for, what was shown stays until all of them are there.
  const drawn = coverage.waits ? later : state;
  const { view, filters: chosen } = drawn;
  const asked = useRef<Asked>({ of: null, questions: new Map() }).current;
  if (coverage.waits) askTogether(coverage.select(chosen), asked);
  const { known: filters, unknown } = settled(coverage.select(chosen).ask(KNOWN_FILTERS, null));
  const selection = coverage.select(filters);
  const opener = useRef<string | null>(null);
  const desk = useMemo((): Desk => {
    // Asked at the moment of the step: two steps of one event build on each other.
    const change = (step: (now: LinkState) => LinkState, how: Step) => address.change(step(address.get().state), how);
    const withView = (now: LinkState, patch: Partial<View>) => ({ ...now, view: { ...now.view, ...patch } });
    const withOpened = (now: LinkState, opened: Opened | null) => withView(now, { opened });
    return {
      head: coverage.head,
      waits: coverage.waits,
      ...asking(selection, coverage.waits ? asked : undefined),
      filters,
      view,
      onFilter: (step, by = 'choosing') =>
        change(
          (now) => ({ ...now, filters: step(without(now.filters, unknown)) }),
          by === 'typing' ? 'replace' : 'push',
        ),
      onOpen: (opened) => {
        if (opened !== null && address.get().state.view.opened === null) opener.current = focusKey();
        change((now) => withOpened(now, opened), 'push');
        if (opened === null) requestAnimationFrame(() => restoreFocus(opener.current));
      },
      onView: (patch) => change((now) => withView(now, patch), 'push'),
      onCopy,
      // What others have added to the address does not travel on, nor does the story that led here.
      linkTo: (patch, other) =>
        new URL(
          `?${encodeLink({ filters: { ...chosen, ...other }, view: { ...view, story: null, step: null, ...patch }, rest: [] })}`,
          window.location.href,
        ).href.replace(/[?#]+$/, ''),
    };
  }, [address, chosen, coverage, selection, filters, unknown, view, onCopy, asked]);
  const pending = drawn !== state;
  const now = useMemo(
    (): Desk => (pending ? { ...desk, filters: without(state.filters, unknown), view: state.view } : desk),
    [desk, pending, unknown, state],
  );
  return { desk, now, pending, snapshot, unknown, opener };
}
