/** Work that can be interrupted between its portions, done in one go. */
export function ended<T>(work: Generator<void, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
