import type { Box } from '../edgeGeometry.ts';

/** An actor. `weight` is its number of statements: the area of a disc. `group` puts actors of one side into a hull. */
export type NetworkNode = {
  readonly id: string;
  readonly label: string;
  /** Person, state or organisation, or one who only speaks. */
  readonly shape: 'disc' | 'square' | 'voice';
  readonly weight: number;
  readonly group: string | null;
};

/**
 * A tie between two actors. Only mediation has two ids in `to`: it lands half-way between these two.
 * `count` is the number of passages and sets the width; `label` is what is written on the line, in a pill where there is one.
 */
export type NetworkTie = {
  readonly id: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly mutual: boolean;
  readonly kind: 'cooperation' | 'conflict' | 'talks' | 'mediation';
  readonly count: number;
  readonly label: string;
  readonly pill?: boolean;
  readonly past: boolean;
  readonly tentative: boolean;
};

/** Width in px of `text` at `size` px and CSS weight `weight`. */
export type Measure = (text: string, size: number, weight: number) => number;

/**
 * The room in px. `near` is a picture of the same network in another size: every actor stays about where it was there.
 * `compact` narrows lanes and squares; by default it follows from a width below 400. */
export type NetworkOptions = {
  readonly width: number;
  readonly height: number;
  readonly measure: Measure;
  readonly compact?: boolean;
  readonly near?: PictureOutline | undefined;
};

/** Text on one base line (`y`), to be set with this SVG `text-anchor` and in this size; `box` is what it covers. */
export type PlacedText = {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly text: string;
  readonly size: number;
  readonly weight: number;
  readonly box: Box;
};

/** `r` is the radius of a disc or voice and half the side of a square. `label` is null where it found no room. */
export type PlacedNode = {
  readonly id: string;
  readonly shape: NetworkNode['shape'];
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly label: PlacedText | null;
};

/**
 * The diamond on which mediation between two actors lands: a square on edge, `r` from middle to corner. It sits on
 * their talks; where there are none, `thread` is the path of a thin line to draw between the two instead.
 */
export type PlacedHub = {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly between: readonly [string, string];
  readonly thread: string | null;
};

/** `path` is stroked, `arrow` is filled, `hit` is the plain curve under both for pointer and focus. All are SVG `d`. */
export type PlacedTie = {
  readonly id: string;
  readonly path: string;
  readonly hit: string;
  readonly width: number;
  readonly arrow: string | null;
  readonly count: PlacedText | null;
};

/** What of a picture is needed to draw the same network near to it in another size. */
export type PictureOutline = {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly Pick<PlacedNode, 'id' | 'x' | 'y'>[];
  readonly voices: Pick<PlacedVoices, 'box'> | null;
};

/** A line through the actors of one side, to be stroked `width` px thick with round caps and joins. */
export type PlacedHull = { readonly group: string; readonly path: string; readonly width: number };

/** The block of those who only speak. `heading` is where its base line starts; null if the names found no room. */
export type PlacedVoices = { readonly box: Box; readonly heading: { readonly x: number; readonly y: number } | null };

export type PlacedNetwork = {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly hubs: readonly PlacedHub[];
  readonly ties: readonly PlacedTie[];
  readonly hulls: readonly PlacedHull[];
  readonly voices: PlacedVoices | null;
};
