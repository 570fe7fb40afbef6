/** What dependency-cruiser says of a module: who it is, and whom it imports. */
export type CruisedModule = { source: string; dependencies: { resolved: string }[] };

/**
 * Circles of features that need each other, each as nouns ending with the first again. No two of
 * their modules have to import each other for that. Tests do not count.
 */
export function findFeatureCycles(modules: readonly CruisedModule[]): string[][] {
  const needs = needsByNoun(modules);
  const cycles = [...needs.keys()].flatMap((noun) => wayBack(noun, needs) ?? []);
  // The circle a -> b -> a is found from a and from b.
  return cycles.filter(
    (cycle, position) =>
      cycles.findIndex((other) => sameNouns(cycle) === sameNouns(other)) === position,
  );
}

function needsByNoun(modules: readonly CruisedModule[]): Map<string, Set<string>> {
  const needs = new Map<string, Set<string>>();
  for (const { source, dependencies } of modules) {
    const noun = nounOf(source);
    if (!noun || /\.test\.tsx?$/.test(source)) continue;
    const others = dependencies.flatMap(({ resolved }) => nounOf(resolved) ?? []);
    const known = needs.get(noun) ?? new Set();
    needs.set(noun, new Set([...known, ...others.filter((other) => other !== noun)]));
  }
  return needs;
}

function nounOf(path: string): string | undefined {
  return /^features\/([^/]+)\//.exec(path)?.[1];
}

/** The shortest way from a noun back to itself, wrapped for flatMap. */
function wayBack(start: string, needs: Map<string, Set<string>>): string[][] | undefined {
  const queue = [[start]];
  const seen = new Set<string>();
  for (let way = queue.shift(); way; way = queue.shift()) {
    for (const next of needs.get(way.at(-1) ?? "") ?? []) {
      if (next === start) return [[...way, start]];
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push([...way, next]);
    }
  }
}

function sameNouns(cycle: string[]): string {
  return [...new Set(cycle)].sort().join();
}
