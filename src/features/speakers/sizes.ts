/** Height of a speaker's row, in px; the names and the squares have the same rows. */
export const ROW = 24;
/** The same on a phone: room for a finger. */
export const PHONE_ROW = 44;
/** From one square to the next. */
export const SQUARE = 12;
/** Room for the total at the end of a row. */
export const TOTAL = 24;
/** Most squares that a row draws; the total always says how many there are. */
export const MOST_SQUARES = 12;
