import { bySkeleton, type Named } from './lookalikes.ts';

/** Most names that are pointed out for one name that they look like. */
const MOST_ALIKE = 5;

/**
 * Names of one list that look like names of another, such as another file's. What has both the same id and the same name is the same
 * actor; what has one of them only is not, until somebody says so. Of many that look like one, the first are given.
 */
export function lookalikesAcross<A extends Named, B extends Named>(
  actors: readonly A[],
  others: readonly B[],
): { actor: A; like: Named[] }[] {
  const groups = bySkeleton(others);
  const alike = new Map<Named, Named[]>();
  for (const [skeleton, own] of bySkeleton(actors)) {
    const like = groups.get(skeleton);
    if (like) for (const actor of own) alike.set(actor, like);
  }
  return actors.flatMap((actor) => {
    const like: Named[] = [];
    for (const other of alike.get(actor) ?? []) {
      if (other.id !== actor.id || other.name !== actor.name) like.push(other);
      if (like.length === MOST_ALIKE) break;
    }
    return like.length === 0 ? [] : [{ actor, like }];
  });
}
