import type { Deed } from "@/prisma/seed/history/deed";
import type { Stage } from "@/prisma/seed/history/stage";

/** So many things happen at once, if they do not get in each other's way. */
const width = 6;

/**
 * Does all deeds in the order of their time. Those that need the same hands wait for each other, so
 * that the outcome does not depend on which of two strangers was quicker.
 * @param progress is told how many are done
 * @throws what the first failing deed throws, once those under way are over
 */
export async function performDeeds(
  stage: Stage,
  deeds: readonly Deed[],
  progress: (done: number, deed: Deed) => void,
): Promise<void> {
  const ends = new Map<string, Promise<void>>();
  const underWay = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const endOf = (key: string) => ends.get(key);

  const begin = (deed: Deed): void => {
    const before = [...deed.keys, ...(deed.after ?? [])].map(endOf);
    const work = Promise.all(before)
      .then(() => (failures.length > 0 ? undefined : deed.act(stage, new Date(deed.atMs))))
      .catch((error: unknown) => void failures.push(error));
    for (const key of deed.keys) ends.set(key, work);
    const tracked: Promise<void> = work.finally(() => underWay.delete(tracked));
    underWay.add(tracked);
  };

  let done = 0;
  for (const deed of [...deeds].sort((one, other) => one.atMs - other.atMs)) {
    if (failures.length > 0) break;
    while (underWay.size >= width) await Promise.race(underWay);
    if (deed.alone) await Promise.all(underWay);
    begin(deed);
    if (deed.alone) await Promise.all(underWay);
    done += 1;
    progress(done, deed);
  }
  await Promise.all(underWay);
  if (failures.length > 0) throw failures[0];
}
