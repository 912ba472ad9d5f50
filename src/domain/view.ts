import type { Pin } from './pin.ts';
import type { Slug } from './slug.ts';
import type { TieKey } from './tie.ts';

export const TIES_VIEWS = ['network', 'matrix', 'list'] as const;
export type TiesView = (typeof TIES_VIEWS)[number];

export const WALL_ORDERS = ['weight', 'speaker', 'article'] as const;
export type WallOrder = (typeof WALL_ORDERS)[number];

export const THEMES = ['light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

export const PAGES = ['desk', 'tellings', 'paper'] as const;
/** The desk, the articles side by side, or the edition that is printed. */
type Page = (typeof PAGES)[number];

export const EMBEDS = ['quotes', 'ties', 'map', 'timeline'] as const;
export type Embed = (typeof EMBEDS)[number];

/** The mark whose words the reader shows: a statement, relation, event, flag or tie, or the place of a venue. Passages count from 1. */
export type Opened = { mark: Slug | TieKey; passage: number };

/** Two different articles of the coverage, in the order in which they stand side by side. */
export type Pair = [Slug, Slug];

/** Hours of the screen's own clock, 0 to 23: from the first until just before the second, over midnight where the second is smaller. */
export type Hours = { from: number; to: number };

/** A file that has to be opened before a view can be shown: the name it had, and the first 16 hexadecimal digits of its corpus digest. */
export type NeededFile = { name: string; digest: string };

/** How the slice is shown. Null means: what suits the screen or the system. */
export type View = {
  page: Page;
  /** The articles side by side; null for the first two. */
  pair: Pair | null;
  ties: TiesView | null;
  order: WallOrder;
  opened: Opened | null;
  theme: Theme | null;
  /** Seconds a scene; null when the desk is not a kiosk. */
  kiosk: number | null;
  /** For a kiosk: a story file of our own host as its playlist, by its path from the page. */
  play: string | null;
  /** For a kiosk: when the screen is dimmed. */
  night: Hours | null;
  /** For a kiosk: seconds between two looks for a newer coverage. */
  check: number | null;
  /** For a kiosk: there where a coverage of an earlier day may take the place of a later one. */
  older: '1' | null;
  embed: Embed | null;
  /** The opened file that the view is of; null for another coverage. */
  file: NeededFile | null;
  /** The address of a corpus on another host, as the link has it; null for another coverage. */
  data: string | null;
  /** For a kiosk: the host that `data` may be on. */
  allow: string | null;
  /** The state of the coverage that the link was made on; null for a living link. */
  pin: Pin | null;
  /** A story as `features/share/packStory.ts` packs it, and the step that is shown; steps count from 1. */
  story: string | null;
  step: number | null;
};

export const DEFAULT_VIEW: View = {
  page: 'desk',
  pair: null,
  ties: null,
  order: 'weight',
  opened: null,
  theme: null,
  kiosk: null,
  play: null,
  night: null,
  check: null,
  older: null,
  embed: null,
  file: null,
  data: null,
  allow: null,
  pin: null,
  story: null,
  step: null,
};

/** What takes a view off the wall. */
export const OFF_WALL = { kiosk: null, play: null, night: null, check: null, older: null, allow: null } as const;
