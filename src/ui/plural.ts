/** A number with its noun: "1 tie", "2 ties". */
export const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
