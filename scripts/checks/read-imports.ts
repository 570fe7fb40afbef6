import { posix } from "node:path";
import type { Source } from "@/scripts/checks/read-sources";

/** An import of a file: what it asks for as a path from the root (or a package), and whether only types. */
export type Import = { target: string; typeOnly: boolean; offset: number };

const statement =
  /^[ \t]*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?["']([^"'\n]+)["']|\bimport\(\s*["']([^"'\n]+)["']\s*\)/gm;

/** The imports of a TypeScript file, with `@/` and relative paths made paths from the root. */
export function readImports(source: Source): Import[] {
  return [...source.text.matchAll(statement)].map((match) => ({
    target: fromRoot(source.path, match[2] ?? match[3] ?? ""),
    typeOnly: match[1] !== undefined,
    offset: match.index,
  }));
}

function fromRoot(importer: string, specifier: string): string {
  if (specifier.startsWith("@/")) return specifier.slice(2);
  if (!specifier.startsWith(".")) return specifier;
  return posix.join(posix.dirname(importer), specifier);
}

/** Whether a file begins with a directive such as "use client", comments aside. */
export function hasDirective({ text }: Source, directive: string): boolean {
  const code = text.replace(/^(?:\s|\/\/.*$|\/\*[\s\S]*?\*\/)*/m, "");
  return code.startsWith(`"${directive}"`) || code.startsWith(`'${directive}'`);
}
