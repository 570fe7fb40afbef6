import type { Check, Finding } from "@/scripts/checks/check";
import { hasDirective, readImports } from "@/scripts/checks/read-imports";
import {
  isTest,
  isTypeScript,
  placeOf,
  readSources,
  type Source,
} from "@/scripts/checks/read-sources";

/** lib/db without the brand of a proven merchant id, which is a type and holds no rows. */
const database = /^(prisma\/generated|lib\/db(?!\/authorized-merchant-id$))(\/|$)/;
const screen = /^(components|features\/[^/]+\/components)\//;

/**
 * Rows never reach React. Screens and "use client" files import neither Prisma's classes nor the
 * database, not even as a type; and nothing a "use client" file pulls in does, at any distance.
 */
export const checkPrismaStaysServerSide: Check = {
  name: "prisma-stays-server-side",
  run: async (root) => {
    const sources = await readSources(root, (path) => isTypeScript(path) && !isTest(path));
    const modules = new Map(sources.map((source) => [source.path.replace(/\.tsx?$/, ""), source]));
    const inBrowser = sources.filter((source) => hasDirective(source, "use client"));
    const screens = sources.filter((source) => screen.test(source.path));
    return [
      ...[...new Set([...inBrowser, ...screens])].flatMap(directImports),
      ...inBrowser.flatMap((source) => indirectImport(source, modules)),
    ];
  },
};

function directImports(source: Source): Finding[] {
  return readImports(source)
    .filter(({ target }) => database.test(target))
    .map(({ target, offset }) => ({
      place: placeOf(source, offset),
      message: `imports ${target}: a screen gets the view type of a feature's schema`,
    }));
}

/** The first way, if any, on which the browser's bundle would come to hold the database. */
function indirectImport(start: Source, modules: Map<string, Source>): Finding[] {
  const seen = new Set([start.path]);
  const queue = [{ source: start, way: [start.path] }];
  for (let step = queue.shift(); step; step = queue.shift()) {
    const { source, way } = step;
    const targets = readImports(source).filter((found) => !found.typeOnly);
    const reached = targets.find(({ target }) => database.test(target));
    if (reached) {
      if (way.length === 1) return []; // Found already, as a direct import.
      return [{ place: start.path, message: `bundles ${[...way, reached.target].join(" -> ")}` }];
    }
    for (const { target } of targets) {
      const next = modules.get(target);
      // A server action stays on the server: the browser gets its address only.
      if (!next || seen.has(next.path) || hasDirective(next, "use server")) continue;
      seen.add(next.path);
      queue.push({ source: next, way: [...way, next.path] });
    }
  }
  return [];
}
