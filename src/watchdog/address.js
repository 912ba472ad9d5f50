// @ts-check

const EXAMPLE = 'http://localhost:8081/?kiosk=http%3A%2F%2F127.0.0.1%3A8080%2F%3Fkiosk%3D20';
const HOW = `The whole address of the wall screen has to stand in it, encoded, as in ${EXAMPLE}`;

/**
 * Whether a host name is this machine itself, where plain http is as safe as https.
 *
 * @param {string} host as in `URL.hostname`: IPv6 in brackets
 */
export function isLoopback(host) {
  return /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(host);
}

/**
 * Reads the address of the wall screen from the address of the shell.
 *
 * @param {URL} shell the address of this page, with `?kiosk=<the encoded address>`
 * @param {readonly string[]} walls the origins that this watchdog was built for
 * @returns {{ address: URL } | { refused: string }} the address, or a sentence that says what was expected and what was found
 */
export function kioskAddress(shell, walls) {
  const given = shell.searchParams.get('kiosk');
  if (given === null || given.trim() === '')
    return { refused: `The address of this page has to name the wall screen after "?kiosk=", and names none. ${HOW}` };

  // An "&" that was not encoded ends the value early, and the rest would be lost without a word.
  const others = [...shell.searchParams.keys()].filter((key) => key !== 'kiosk');
  if (others.length > 0 || shell.searchParams.getAll('kiosk').length > 1)
    return {
      refused: `Only "kiosk" was expected in the address of this page, once; found was also "${others[0] ?? 'kiosk'}". An "&" of the wall screen's address has to be written as %26. ${HOW}`,
    };

  if (!URL.canParse(given))
    return {
      refused: `A whole address that starts with http:// or https:// was expected after "?kiosk=", and found was "${given}".`,
    };
  const address = new URL(given);
  if (address.protocol !== 'http:' && address.protocol !== 'https:')
    return {
      refused: `Only an address that starts with http:// or https:// can be held here, and found was one that starts with "${address.protocol}".`,
    };
  if (address.username !== '' || address.password !== '')
    return {
      refused: `An address without a user name and a password was expected, and the one of ${address.host} has them. Whoever walks past could read them.`,
    };
  if (address.origin === shell.origin)
    return {
      refused: `The wall screen has to come from another origin than this page, and both come from ${shell.origin}. They would share one process: a hang of the wall screen would take the watchdog with it.`,
    };
  if (address.protocol === shell.protocol && address.hostname === shell.hostname)
    return {
      refused: `The wall screen has to come from another host name than this page, and both come from ${shell.hostname}. Two ports of one host are the same site to a browser: they would share one process, and a hang of the wall screen would take the watchdog with it. On one machine, use localhost for one and 127.0.0.1 for the other.`,
    };
  if (address.protocol === 'http:' && shell.protocol !== 'http:' && !isLoopback(address.hostname))
    return {
      refused: `This page came over https, so an address with https:// was expected (or one of this machine), and found was http://${address.host}. The browser would block it.`,
    };
  if (!walls.includes(address.origin))
    return {
      refused: `A wall screen of ${walls.join(' or ')} was expected, for which this watchdog was built, and found was one of ${address.origin}. A watchdog for that one is built with DATELINE_WALL_ORIGIN=${address.origin}.`,
    };
  const foreign = [...address.searchParams.keys()].find((key) => /^(?:data|file)$/i.test(key));
  if (foreign !== undefined)
    return {
      refused: `A wall screen of the coverage of its own host was expected, and found was "${foreign}". Coverage of somebody else is not shown in a frame.`,
    };
  return { address };
}
