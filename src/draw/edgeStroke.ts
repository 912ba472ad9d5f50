/** How the four kinds of tie are stroked, in SVG terms. `dashes` is null for an unbroken line. */
export type EdgeStroke = { readonly width: number; readonly dashes: string | null; readonly cap: 'butt' | 'round' };

const rounded = (value: number): number => Math.round(value * 10) / 10;

/**
 * Stroke of a tie of `width` px. Cooperation is solid, conflict a solid saw, talks are round dots, mediation is
 * long dashes; a tentative tie (planned or hypothetical) breaks the same line: short dashes, a saw with gaps, dots in
 * pairs, dash and dot. So the kinds stay apart without colour.
 */
export function edgeStroke(
  kind: 'cooperation' | 'conflict' | 'talks' | 'mediation',
  width: number,
  tentative: boolean,
): EdgeStroke {
  if (kind === 'talks') {
    // A dot has less ink than a line of its width.
    const dot = width + 1.1;
    const step = rounded(dot * 1.3 + 1.6);
    return {
      width: rounded(dot),
      dashes: tentative ? `0 ${step} 0 ${rounded(step * 2.1)}` : `0 ${step}`,
      cap: 'round',
    };
  }
  if (kind === 'mediation') return { width, dashes: tentative ? '9 4 2 4' : '9 5', cap: 'butt' };
  // A saw of more than 3 px fills its own teeth.
  if (kind === 'conflict') return { width: Math.min(3, width), dashes: tentative ? '14 6' : null, cap: 'butt' };
  return { width, dashes: tentative ? `${rounded(3 + width)} 3` : null, cap: 'butt' };
}
