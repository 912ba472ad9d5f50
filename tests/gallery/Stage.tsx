import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import screen from '../../src/app/app.module.css';
import { asking } from '../../src/app/useDesk.ts';
import type { Desk } from '../../src/coverage/desk.ts';
import { memoryCoverage } from '../../src/coverage/memoryCoverage.ts';
import type { Dataset } from '../../src/domain/corpus.ts';
import { faults } from './measure.ts';
import { type Exhibit, startOf } from './panels.tsx';

/** One exhibit alone on the desk: it has the room that it has there, and clicks do what they do there. */
export function Stage({ exhibit, whole }: { exhibit: Exhibit; whole: Dataset }) {
  const { Panel, stands, press } = exhibit;
  const [state, setState] = useState(() => startOf(exhibit, whole));
  const [coverage] = useState(() => memoryCoverage(whole, { origin: { kind: 'built-in' }, digest: '' }));
  const stage = useRef<HTMLDivElement>(null);
  // For the walk through the gallery, and for whoever looks for a fault in the console.
  useLayoutEffect(() => {
    Reflect.set(window, 'galleryFaults', () => faults(exhibit.shows?.(whole) ?? []));
  }, [exhibit, whole]);
  useEffect(() => {
    if (press !== undefined) stage.current?.querySelector<HTMLElement>(press)?.click();
  }, [press]);
  const desk: Desk = {
    head: coverage.head,
    waits: coverage.waits,
    ...asking(coverage.select(state.filters)),
    ...state,
    onFilter: (change) => {
      const filters = change(state.filters);
      setState((before) => ({ ...before, filters }));
    },
    onOpen: (opened) => setState((before) => ({ ...before, view: { ...before.view, opened } })),
    onView: (patch) => setState((before) => ({ ...before, view: { ...before.view, ...patch } })),
    onCopy: () => {},
    linkTo: ({ opened }) => `https://example.invalid/?open=${opened?.mark}.${opened?.passage}`,
  };
  const panel = <Panel desk={desk} />;
  return (
    <div className={screen.screen} data-reading={stands === 'beside' ? '' : undefined} data-stage ref={stage}>
      {stands === 'bar' && panel}
      <main className={screen.grid}>
        <h1 className="vh">{whole.title}</h1>
        {stands === 'grid' && panel}
      </main>
      {stands === 'beside' && panel}
    </div>
  );
}
