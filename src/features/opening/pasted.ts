/** The name of what was pasted or dropped as text, where a file has its own. */
export const PASTED = 'pasted text';
