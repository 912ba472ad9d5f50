/**
 * A function that works its answer out once for each object that it is asked of. The object must not be changed; what was answered is
 * forgotten with it. For what has a name in no list: a slice, the articles of a coverage, a single article.
 */
export function once<Of extends object, Result>(make: (of: Of) => Result): (of: Of) => Result {
  const known = new WeakMap<Of, { result: Result }>();
  return (of) => {
    let kept = known.get(of);
    if (!kept) {
      kept = { result: make(of) };
      known.set(of, kept);
    }
    return kept.result;
  };
}
