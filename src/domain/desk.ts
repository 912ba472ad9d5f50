import type { Dataset } from './corpus.ts';
import type { Filters } from './filters.ts';
import type { Opened, View } from './view.ts';

/** What every panel is given: what is shown, what must not move, and the one way back. */
export type Desk = {
  /** All of the coverage: node positions, axis ranges, "4 of 34". */
  whole: Dataset;
  /** What passes the filters. */
  slice: Dataset;
  filters: Filters;
  view: View;
  /** Changes the filters as they are at that moment. Choosing is a step that "back" takes back; typing is not. */
  onFilter: (change: (now: Filters) => Filters, by?: 'choosing' | 'typing') => void;
  onOpen: (opened: Opened | null) => void;
  onView: (patch: Partial<View>) => void;
  /** Puts text on the clipboard and says so. */
  onCopy: (text: string) => void;
  /** The full address of the same filters with another view: another mark opened, another page; `other`: with some filters otherwise. */
  linkTo: (patch: Partial<View>, other?: Partial<Filters>) => string;
};
