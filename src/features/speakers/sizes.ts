/** Height of a speaker's row, in px; the names and the squares have the same rows. */
export const ROW = 24;
/** The same on a phone: room for a finger. */
export const PHONE_ROW = 44;
/** From one square to the next. */
export const SQUARE = 12;
/** Room for the total at the end of each row, for the longest of these numbers. */
export const totalRoom = (totals: number[]): number => Math.max(24, 10 + 7 * String(Math.max(0, ...totals)).length);
