export const WIDE = 1392;
export const NARROW = 390;
export const WIDTHS = [WIDE, NARROW];

type Known = { reason: string; kind: string; panels: string; fixtures: string; widths?: number[] };

/**
 * Faults that are known and not mended yet, one line for each mend. Each has to go on failing, so that the list shrinks: whoever mends
 * one takes it out. `kind` is what the line of a fault begins with.
 */
const KNOWN: Known[] = [];

/** The kinds of a list of faults, each once. */
export const kindsOf = (faults: string[]): string[] =>
  [...new Set(faults.map((fault) => fault.split(':')[0] ?? ''))].sort();

/** The kinds of fault that a panel is known to have with a fixture at a width. */
export function knownKinds(panel: string, fixture: string, width: number): string[] {
  const known = KNOWN.filter(
    ({ panels, fixtures, widths = WIDTHS }) =>
      panels.split(' ').includes(panel) && fixtures.split(' ').includes(fixture) && widths.includes(width),
  );
  return kindsOf(known.map(({ kind }) => kind));
}
