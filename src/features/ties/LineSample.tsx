import type { TieKind } from '../../domain/tie.ts';
import { edgeStroke } from '../../draw/edgeStroke.ts';

const SAW = 'M1 6l3-3 4 6 4-6 4 6 4-6 4 6 3-3';

/** A short piece of the line that a kind of tie is drawn with. */
export function LineSample({
  kind,
  tentative = false,
  width = 28,
}: {
  kind: TieKind;
  tentative?: boolean;
  width?: number;
}) {
  const { width: stroke, dashes, cap } = edgeStroke(kind, 1.75, tentative);
  return (
    <svg aria-hidden="true" className={`k-${kind}`} height="12" viewBox="0 0 28 12" width={width}>
      <path
        d={kind === 'conflict' ? SAW : 'M1 6h26'}
        fill="none"
        stroke="currentColor"
        strokeDasharray={dashes ?? undefined}
        strokeLinecap={cap}
        strokeWidth={stroke}
      />
    </svg>
  );
}
