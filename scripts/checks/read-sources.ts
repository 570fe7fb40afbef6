import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { listFiles } from "@/scripts/checks/list-files";

/** A text file of the tree: its path relative to the root, and its content. */
export type Source = { path: string; text: string };

const textFile =
  /(^|\/)(\.[a-z]+|[^.]+)$|\.(tsx?|mjs|cjs|jsx?|json|css|html|md|sql|prisma|toml|ya?ml|svg|grit|txt|csv|xml)$/;

/** The text files of the tree whose path passes `wanted`; pictures and other binaries are left out. */
export async function readSources(
  root: string,
  wanted: (path: string) => boolean = () => true,
): Promise<Source[]> {
  const paths = (await listFiles(root)).filter((path) => textFile.test(path) && wanted(path));
  return await Promise.all(
    paths.map(async (path) => ({ path, text: await readFile(join(root, path), "utf8") })),
  );
}

/** Whether a path is TypeScript. */
export function isTypeScript(path: string): boolean {
  return /\.tsx?$/.test(path) && !path.endsWith(".d.ts");
}

/** Whether a path is a test, by its suffix. */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path);
}

/** `path:line` of a position in a source. */
export function placeOf(source: Source, offset: number): string {
  return `${source.path}:${source.text.slice(0, offset).split("\n").length}`;
}
