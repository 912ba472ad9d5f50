import { useMemo } from 'react';
import { encode } from 'uqr';

/** Modules of white around the code: readers need four. */
const QUIET = 4;

/** The longest text that a code holds at this correction, in bytes. */
const LONGEST = 2_300;

/** A QR code of a link, made here; dark on white in every theme, or readers fail. */
export function QrCode({ link, className }: { link: string; className?: string | undefined }) {
  const code = useMemo(() => {
    if (new TextEncoder().encode(link).length > LONGEST) return null;
    const { data, size } = encode(link, { ecc: 'M', border: 0 });
    const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
    return { path, size };
  }, [link]);
  if (!code) return <p>The link is too long for a QR code.</p>;
  const whole = code.size + 2 * QUIET;
  return (
    <svg
      aria-label="QR code of this link"
      className={className}
      role="img"
      shapeRendering="crispEdges"
      viewBox={`${-QUIET} ${-QUIET} ${whole} ${whole}`}
    >
      <rect fill="#fff" height={whole} width={whole} x={-QUIET} y={-QUIET} />
      <path d={code.path} fill="#000" />
    </svg>
  );
}
