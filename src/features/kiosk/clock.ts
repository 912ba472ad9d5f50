/** Which scene is on, from when to when, in milliseconds since the epoch. `turn` counts scenes since the epoch. */
export type SceneTurn = { index: number; turn: number; from: number; to: number };

/**
 * The scene of a moment: a function of the wall clock and the playlist alone, so that screens side by side show the same without
 * knowing of each other.
 *
 * @param seconds of each scene, in order; at least one, each above 0
 * @param now milliseconds since the epoch; may lie before it
 */
export function turnAt(seconds: readonly number[], now: number): SceneTurn {
  const total = seconds.reduce((sum, one) => sum + one, 0) * 1000;
  const round = Math.floor(now / total);
  let from = round * total;
  for (const [index, one] of seconds.entries()) {
    const to = from + one * 1000;
    if (now < to || index === seconds.length - 1) return { index, turn: round * seconds.length + index, from, to };
    from = to;
  }
  throw new RangeError('A playlist has at least one scene.');
}

/** Px of the design by which the whole frame stands aside, so that nothing burns in: another corner every ten minutes. */
export function shiftAt(now: number): readonly [x: number, y: number] {
  const corners = [
    [0, 0],
    [4, 0],
    [4, 4],
    [0, 4],
  ] as const;
  return corners[((Math.floor(now / 600_000) % 4) + 4) % 4] ?? corners[0];
}

/** Whether an hour of the day lies in the night of a link. */
export function isNight(hour: number, night: { from: number; to: number } | null): boolean {
  if (night === null) return false;
  return night.from < night.to ? hour >= night.from && hour < night.to : hour >= night.from || hour < night.to;
}

/** A span of time in words: "just now", "3 min ago". Milliseconds; what lies ahead, since a clock was set back, is now. */
export function agoWords(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${hours} h ago`;
  return `${Math.floor(hours / 24)} days ago`;
}
