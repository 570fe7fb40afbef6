/** What dependency-cruiser says of a module: who it is, and whom it imports. */
export type CruisedModule = { source: string; dependencies: { resolved: string }[] };

/** For each feature the others it needs, each with one import that shows it. */
type Needs = Map<string, Map<string, string>>;

/**
 * Circles of features that need each other, each as its imports, one per step. No two of their
 * modules have to import each other for that. Tests do not count.
 */
export function findFeatureCycles(modules: readonly CruisedModule[]): string[][] {
  const needs = needsByNoun(modules);
  const cycles = [...needs.keys()].flatMap((noun) => wayBack(noun, needs) ?? []);
  // The circle a -> b -> a is found from a and from b.
  const distinct = new Map(cycles.map((cycle) => [[...new Set(cycle)].sort().join(), cycle]));
  return [...distinct.values()].map((cycle) => showImports(cycle, needs));
}

function showImports(cycle: string[], needs: Needs): string[] {
  return cycle.slice(1).map((to, step) => needs.get(cycle[step] ?? "")?.get(to) ?? to);
}

function needsByNoun(modules: readonly CruisedModule[]): Needs {
  const needs: Needs = new Map();
  for (const { source, dependencies } of modules) {
    const noun = nounOf(source);
    if (!noun || /\.test\.tsx?$/.test(source)) continue;
    const known = needs.get(noun) ?? new Map<string, string>();
    needs.set(noun, known);
    for (const { resolved } of dependencies) {
      const other = nounOf(resolved);
      if (other && other !== noun) known.set(other, `${source} -> ${resolved}`);
    }
  }
  return needs;
}

function nounOf(path: string): string | undefined {
  return /^features\/([^/]+)\//.exec(path)?.[1];
}

/** The shortest way from a noun back to itself, wrapped for flatMap. */
function wayBack(start: string, needs: Needs): string[][] | undefined {
  const queue = [[start]];
  const seen = new Set<string>();
  for (let way = queue.shift(); way; way = queue.shift()) {
    for (const next of needs.get(way.at(-1) ?? "")?.keys() ?? []) {
      if (next === start) return [[...way, start]];
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push([...way, next]);
    }
  }
}
