import { Unzip, UnzipInflate } from 'fflate';
import { READ_LIMITS } from '../limits.ts';
import type { RefusalCode } from '../refusals.ts';

/** The names of all files of an archive, and the content of those that were wanted. */
export type Unpacked = { names: string[]; files: Map<string, Uint8Array> };

/** Bytes that are handed to the unpacker at once: few, since each may become a thousand. */
const SLICE = 16_384;

class Stop extends Error {
  readonly code: RefusalCode;
  constructor(code: RefusalCode) {
    super(code);
    this.code = code;
  }
}

function together(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Whether the list of files stands at the end, as in every archive that is whole (PKZIP APPNOTE 4.3.16). */
function hasEnd(bytes: Uint8Array): boolean {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at -= 1)
    if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 5 && bytes[at + 3] === 6) return true;
  return false;
}

/**
 * Unpacks some files of a zip archive. Counts what comes out while it comes, whatever the archive says about its sizes, and stops at the limit;
 * encrypted or damaged archives are refused.
 */
export function unzipped(bytes: Uint8Array, wanted: (name: string) => boolean): Unpacked | { code: RefusalCode } {
  if (!hasEnd(bytes)) return { code: 'broken-zip' };
  const names: string[] = [];
  const parts = new Map<string, Uint8Array[]>();
  const whole = new Set<string>();
  let total = 0;
  const unzip = new Unzip((file) => {
    names.push(file.name);
    if (names.length > READ_LIMITS.zipEntries) throw new Stop('docx-too-large');
    if (!wanted(file.name) || parts.has(file.name)) return;
    const pieces: Uint8Array[] = [];
    parts.set(file.name, pieces);
    file.ondata = (error, piece, last) => {
      // The unpacker hands on what was thrown here as an error of its own.
      if (error) throw error instanceof Stop ? error : new Stop('broken-zip');
      total += piece.length;
      if (total > READ_LIMITS.unpacked) throw new Stop('docx-too-large');
      pieces.push(piece);
      if (last) whole.add(file.name);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += SLICE)
      unzip.push(bytes.subarray(at, at + SLICE), at + SLICE >= bytes.length);
  } catch (error) {
    return { code: error instanceof Stop ? error.code : 'broken-zip' };
  }
  if (whole.size < parts.size) return { code: 'broken-zip' };
  return { names, files: new Map([...parts].map(([name, pieces]) => [name, together(pieces)])) };
}
