import type { Day } from './edtf.ts';

/** The day that the machine's calendar shows now. */
export function today(): Day {
  const now = new Date();
  const digits = (value: number, length = 2) => String(value).padStart(length, '0');
  return `${digits(now.getFullYear(), 4)}-${digits(now.getMonth() + 1)}-${digits(now.getDate())}`;
}
