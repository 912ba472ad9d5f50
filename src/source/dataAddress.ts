/** What an address of data comes to: where it leads, with the host in the letters of the domain name system, or why it is not opened. */
export type DataAddress =
  | { ok: true; address: string; host: string }
  | { ok: false; code: string; expected: string; found: string };

/** Names that mean something in one network only, by their last parts. */
const LOCAL =
  /\.(?:localhost|local|localdomain|internal|intranet|private|corp|home|lan|test|invalid|example|onion|arpa)$/;

/** A name in the public domain name system: two parts or more, and the last is no number. */
const PUBLIC = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*$/;

/** Whether an address fits one of the sources that the build may connect to: `https:` for any host, or `https://data.example.org`. */
const fits = (url: URL, sources: readonly string[]) =>
  sources.some((source) => source === 'https:' || source === url.origin);

/**
 * Judges the address of a corpus on another host. Only `https:` on its usual port, to a public name, without credentials; no numbers in
 * the place of a name, in whatever way they are written. A name that leads into a private network cannot be told from here; the browser
 * asks its user then, and the host has to allow the page to read it.
 *
 * @param sources what the build may connect to beside its own host; empty in the default build
 */
export function readDataAddress(text: string, sources: readonly string[]): DataAddress {
  const refuse = (code: string, expected: string, found: string): DataAddress => ({
    ok: false,
    code: `data/${code}`,
    expected,
    found,
  });
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url) return refuse('not-an-address', 'an https address', text);
  const { protocol, hostname, port, username, password } = url;
  if (protocol !== 'https:') return refuse('not-https', 'an address that begins with https:', protocol);
  if (username !== '' || password !== '') return refuse('credentials', 'an address without a name or password', text);
  if (port !== '') return refuse('port', 'the usual port of https', `port ${port}`);
  if (hostname.startsWith('[') || /^[\d.]+$/.test(hostname))
    return refuse('ip-address', 'the name of a host', hostname);
  if (!PUBLIC.test(hostname) || LOCAL.test(hostname))
    return refuse('local-name', 'the name of a public host', hostname);
  if (!fits(url, sources)) {
    const expected =
      sources.length === 0
        ? 'a file, since this Dateline loads nothing from other hosts'
        : `one of the hosts that this Dateline may load from: ${sources.join(', ')}`;
    return refuse('not-allowed', expected, hostname);
  }
  url.hash = '';
  return { ok: true, address: url.href, host: url.host };
}
