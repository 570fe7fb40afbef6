import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

/** The root of this repository. */
export const repository = fileURLToPath(new URL("../../", import.meta.url));

/**
 * A git tree of its own in a temporary folder, with the given files (path to content) and copies of
 * the given files or folders of this repository. It is removed when the test ends.
 */
export function plantTree(files: Record<string, string>, copied: string[] = []): string {
  const root = mkdtempSync(join(tmpdir(), "planted-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const path of copied) cpSync(join(repository, path), join(root, path), { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  // All that git needs to call a folder a repository: quicker than asking git to make one.
  for (const folder of ["objects", "refs"])
    mkdirSync(join(root, ".git", folder), { recursive: true });
  writeFileSync(join(root, ".git/HEAD"), "ref: refs/heads/main\n");
  return root;
}
