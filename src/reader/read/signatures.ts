import type { RefusalCode } from './refusals.ts';

/** Bytes in Latin-1 at the beginning of a file, or at a place. `found` says more exactly what the file is. */
type Bytes = string | { bytes: string; at?: number; found?: string };

/** The first bytes of the kinds of files that are not read. */
const SIGNATURES: Partial<Record<RefusalCode, readonly Bytes[]>> = {
  rtf: ['{\\rtf'],
  'old-office': ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  image: [
    '\x89PNG\r\n\x1a\n',
    '\xff\xd8\xff',
    'GIF87a',
    'GIF89a',
    'II*\0',
    'MM\0*',
    { bytes: 'WEBP', at: 8 },
    { bytes: 'ftypheic', at: 4 },
    { bytes: 'ftypmif1', at: 4 },
    { bytes: 'ftypavif', at: 4 },
  ],
  media: [
    { bytes: 'ftyp', at: 4 },
    'ID3',
    '\xff\xfb',
    'OggS',
    'fLaC',
    { bytes: 'WAVE', at: 8 },
    { bytes: 'AVI ', at: 8 },
    '\x1a\x45\xdf\xa3',
  ],
  archive: [
    { bytes: '\x1f\x8b', found: 'a file packed with gzip' },
    { bytes: '7z\xbc\xaf\x27\x1c', found: 'a 7-Zip archive' },
    { bytes: 'Rar!\x1a\x07', found: 'a RAR archive' },
    '\xfd7zXZ\0',
    'BZh91AY',
    '\x28\xb5\x2f\xfd',
    { bytes: 'ustar', at: 257 },
  ],
  database: ['SQLite format 3\0', 'PAR1', 'ARROW1'],
  'web-archive': ['bplist00'],
  program: ['\x7fELF', '\0asm', 'MZ\x90\0'],
};

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
  for (const [code, all] of Object.entries(SIGNATURES))
    for (const one of all) {
      const { bytes: wanted, at = 0, found } = typeof one === 'string' ? { bytes: one } : one;
      if (standsAt(bytes, wanted, at)) return { code: code as RefusalCode, found };
    }
  return null;
}
