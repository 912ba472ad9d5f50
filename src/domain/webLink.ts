/** What this file asks of the platform: the parser of addresses, which every browser and Node have. */
declare const URL: new (
  address: string,
) => { href: string; protocol: string; host: string; hostname: string; username: string; password: string };

/**
 * An address that may be a link. `href` is how the browser's own parser writes it; `host` is the host with its port, letters of other
 * alphabets in punycode, so that a name that only looks like another shows it. `encrypted` is false for `http`, which is said beside it.
 */
export type WebLink = { href: string; host: string; encrypted: boolean };

/** The scheme, a host and a port, without what a parser would drop or read as something else: space, controls, unseen characters, backslashes. */
const WRITTEN = /^https?:\/\/(?:\[[0-9a-f:.]+\]|[^/\\?#@:%[\]]+)(?::\d{0,5})?(?:[/?#]|$)/i;
const DROPPED = /[\s\\\p{C}\p{Default_Ignorable_Code_Point}]/u;

/**
 * Whether an address is written as that of a page of the web: `http` or `https`, a host, no credentials and nothing that is not seen.
 * It asks no parser, since parsers differ in which hosts they take (`https://xn--/`), and a file must pass the door everywhere or nowhere.
 */
export const isWebAddress = (address: string): boolean => WRITTEN.test(address) && !DROPPED.test(address);

/**
 * The link that an address is: `https`, or `http`, with a host that this platform's parser takes. Null for everything else, which is
 * shown as text. Never throws.
 */
export function webLink(address: string): WebLink | null {
  if (!isWebAddress(address)) return null;
  try {
    const { href, protocol, host, username, password } = new URL(address);
    const encrypted = protocol === 'https:';
    if (!(encrypted || protocol === 'http:') || host === '' || username !== '' || password !== '') return null;
    return { href, host, encrypted };
  } catch {
    return null;
  }
}
