/**
 * A file of the build. `url` is seen from the app's folder, `revision` is null where the name changes with the content, and
 * `integrity` is the hash that the content must have, as in the attribute of the same name: `sha256-` and base64.
 */
export type BuiltFile = { url: string; revision: string | null; integrity: string };

/** Under which content types a file can be used, by the end of its name. The rest only must not be a page. */
const TYPES: [end: RegExp, type: RegExp][] = [
  [/\.m?js$/, /javascript/],
  [/\.css$/, /^text\/css/],
  [/\.html$/, /^text\/html/],
];
const NOT_A_PAGE = /^(?!text\/html)/;

/** Whether a content type fits an address: hosts answer with a page in place of what they do not have. */
export function typeFits(url: string, type: string | null): boolean {
  const { pathname } = new URL(url, 'http://localhost');
  const wanted = TYPES.find(([end]) => end.test(pathname))?.[1] ?? NOT_A_PAGE;
  return wanted.test(type ?? '');
}

/** The hash of some content, as it stands in `BuiltFile`. Needs a secure context. */
export async function integrityOf(content: ArrayBuffer): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return `sha256-${btoa(String.fromCharCode(...bytes))}`;
}

/** Whether an answer is the very file that the build made. Reads a copy of it; one that cannot be read is not. */
export async function isBuiltFile(answer: Response, url: string, integrity: string): Promise<boolean> {
  if (answer.status !== 200 || !typeFits(url, answer.headers.get('content-type'))) return false;
  try {
    return (await integrityOf(await answer.clone().arrayBuffer())) === integrity;
  } catch {
    return false;
  }
}
