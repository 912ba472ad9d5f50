import type { RefusalCode } from './refusals.ts';

/** What the first bytes of a file say: `bytes` in Latin-1, at a place. */
type Signature = { code: RefusalCode; bytes: string; at?: number; found?: string };

const SIGNATURES: readonly Signature[] = [
  { code: 'rtf', bytes: '{\\rtf' },
  { code: 'old-office', bytes: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' },
  { code: 'image', bytes: '\x89PNG\r\n\x1a\n' },
  { code: 'image', bytes: '\xff\xd8\xff' },
  { code: 'image', bytes: 'GIF87a' },
  { code: 'image', bytes: 'GIF89a' },
  { code: 'image', bytes: 'II*\0' },
  { code: 'image', bytes: 'MM\0*' },
  { code: 'image', bytes: 'WEBP', at: 8 },
  { code: 'image', bytes: 'ftypheic', at: 4 },
  { code: 'image', bytes: 'ftypmif1', at: 4 },
  { code: 'image', bytes: 'ftypavif', at: 4 },
  { code: 'media', bytes: 'ftyp', at: 4 },
  { code: 'media', bytes: 'ID3' },
  { code: 'media', bytes: '\xff\xfb' },
  { code: 'media', bytes: 'OggS' },
  { code: 'media', bytes: 'fLaC' },
  { code: 'media', bytes: 'WAVE', at: 8 },
  { code: 'media', bytes: 'AVI ', at: 8 },
  { code: 'media', bytes: '\x1a\x45\xdf\xa3' },
  { code: 'archive', bytes: '\x1f\x8b', found: 'a file packed with gzip' },
  { code: 'archive', bytes: '7z\xbc\xaf\x27\x1c', found: 'a 7-Zip archive' },
  { code: 'archive', bytes: 'Rar!\x1a\x07', found: 'a RAR archive' },
  { code: 'archive', bytes: '\xfd7zXZ\0' },
  { code: 'archive', bytes: 'BZh91AY' },
  { code: 'archive', bytes: '\x28\xb5\x2f\xfd' },
  { code: 'archive', bytes: 'ustar', at: 257 },
  { code: 'database', bytes: 'SQLite format 3\0' },
  { code: 'database', bytes: 'PAR1' },
  { code: 'database', bytes: 'ARROW1' },
  { code: 'web-archive', bytes: 'bplist00' },
  { code: 'program', bytes: '\x7fELF' },
  { code: 'program', bytes: '\0asm' },
  { code: 'program', bytes: 'MZ\x90\0' },
];

function standsAt(bytes: Uint8Array, wanted: string, at: number): boolean {
  for (let index = 0; index < wanted.length; index += 1)
    if (bytes[at + index] !== wanted.charCodeAt(index)) return false;
  return true;
}

/** Whether a file is packed as zip, as Word documents are. */
export const isZip = (bytes: Uint8Array): boolean =>
  standsAt(bytes, 'PK\x03\x04', 0) || standsAt(bytes, 'PK\x05\x06', 0);

/** Whether a PDF begins within the first kilobyte, where viewers look for it. */
function isPdf(bytes: Uint8Array): boolean {
  if (standsAt(bytes, '%PDF-', 0)) return true;
  const head = String.fromCharCode(...bytes.subarray(0, 1_024));
  // An article may speak of "%PDF-": a file says its version, and holds an object.
  return /[^\x20-\x7e\s]/.test(head) && /(?:^|[\r\n])%PDF-\d\.\d[\r\n]/.test(head);
}

/** The kind of file that the first bytes show and that is not read; null for what may be text. */
export function signatureOf(bytes: Uint8Array): { code: RefusalCode; found?: string | undefined } | null {
  if (isPdf(bytes)) return { code: 'pdf' };
  if (standsAt(bytes, '\xff\xfe\0\0', 0) || standsAt(bytes, '\0\0\xfe\xff', 0)) return { code: 'utf-32' };
  return SIGNATURES.find(({ bytes: wanted, at = 0 }) => standsAt(bytes, wanted, at)) ?? null;
}
