/** How many bytes follow the first byte of a character in UTF-8; -1 for a byte that begins none. */
function followers(byte: number): number {
  if (byte < 0x80) return 0;
  if (byte >= 0xc2 && byte < 0xe0) return 1;
  if (byte >= 0xe0 && byte < 0xf0) return 2;
  return byte >= 0xf0 && byte < 0xf5 ? 3 : -1;
}

/** Counts the characters of several bytes that are whole, and the places that are no UTF-8. */
export function countUtf8(bytes: Uint8Array): { whole: number; broken: number } {
  let [whole, broken, at] = [0, 0, 0];
  while (at < bytes.length) {
    const wanted = followers(bytes[at] ?? 0);
    let found = 0;
    while (found < wanted && ((bytes[at + 1 + found] ?? 0) & 0xc0) === 0x80) found += 1;
    if (wanted < 0 || found < wanted) broken += 1;
    else if (wanted > 0) whole += 1;
    at += 1 + found;
  }
  return { whole, broken };
}
