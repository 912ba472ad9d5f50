import type { Filters } from '../domain/filters.ts';
import type { Opened, View } from '../domain/view.ts';
import type { CoverageHead, MaybePromise, Question } from './coverage.ts';

/** What every panel is given: what it may ask, how the link has it, and the ways back. */
export type Desk = {
  head: CoverageHead;
  /** Whether what is asked has to be waited for. */
  waits: boolean;
  /** The answer to a question about what passes the filters, while something is drawn: React waits where it is not at hand. */
  answer: <Wants, Answer>(question: Question<Wants, Answer>, wants: Wants) => Answer;
  /** The same for whoever can wait by itself. */
  ask: <Wants, Answer>(question: Question<Wants, Answer>, wants: Wants) => MaybePromise<Answer>;
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
