import type { Provenance } from './provenance.ts';

/** A view as a text cites it: the coverage, what of it is shown, its state, the day, and the address. */
export function citation({ band, title, filters, shown, asOf, pin, made, link }: Provenance): string {
  return [
    `“${title}”, in Dateline.`,
    ...(band === null ? [] : [`${band}.`]),
    `${filters}: ${shown}.`,
    `Coverage ${pin.coverage} as of ${asOf}, digest ${pin.digest}.`,
    `Retrieved ${made}.`,
    link,
  ].join(' ');
}
