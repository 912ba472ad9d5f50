export const SECTIONS = ['quotes', 'ties', 'places', 'dates'] as const;
/** The part of the desk that a phone shows. */
export type Section = (typeof SECTIONS)[number];
