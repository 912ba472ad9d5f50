import type { Stage } from './stage.ts';

type Group = 'network' | 'storage' | 'time' | 'code';

/** What holds on every row, in the words of the table. `holds.ts` looks at each of them. */
export const ALWAYS =
  'the view is not blank, beats and scenes go on, the age label is true, the last good coverage or a newer one is shown, no uncaught error, no policy violation, no foreign request';

/** One fault: how it is done, what must hold while it lasts or after it, and what would not hold without the defence. */
export type Row = {
  /** Names the row in the table and in the list of tests. */
  id: string;
  group: Group;
  /** How the fault is injected, in words. */
  injected: string;
  /** What must hold beside `ALWAYS`, in words; `run` looks at it. */
  must: string;
  /** True for rows that take a few seconds: they run with all other tests, too. */
  short?: true;
  /** What is beside the point of most rows: how the browser and the page are set up. */
  setUp?: SetUp;
  /** Injects the fault and looks at what must hold; throws where it does not. */
  run: (stage: Stage) => Promise<void>;
  /** The defence, in words, and the entry of `mutants.ts` that takes it out. */
  defence: { is: string; mutant: string };
};

/** How a stage differs from the usual one. */
export type SetUp = {
  /** The query of the page's address. Usual: `?kiosk=20&check=60`. */
  link?: string;
  /** When the page's clock starts, as an ISO date; null for the machine's own clock. Usual: 2026-06-15, ten o'clock UTC. */
  start?: string | null;
  /** The time zone of the browser. Usual: UTC. */
  zone?: string;
  /** True when the browser may have service workers. */
  worker?: true;
  /** Entries of `BROKEN` in `mutants.ts`: faults that are part of the build. */
  broken?: readonly string[];
};
