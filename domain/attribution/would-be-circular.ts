/** How far up the tree is looked; a longer chain is refused like a circle. */
export const MAX_PARENT_HOPS = 1_000;

/**
 * Whether putting `childId` under `newParentId` would make a distributor their own ancestor.
 * `parentOf` answers the present parent, or null at the top. Also true where no top is found within
 * MAX_PARENT_HOPS, which is what a circle that already exists looks like.
 */
export function wouldBeCircular(
  parentOf: (distributorId: string) => string | null,
  childId: string,
  newParentId: string,
): boolean {
  let ancestorId: string | null = newParentId;
  for (let hop = 0; hop < MAX_PARENT_HOPS; hop += 1) {
    if (ancestorId === null) return false;
    if (ancestorId === childId) return true;
    ancestorId = parentOf(ancestorId);
  }
  return true;
}
