import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const execute = promisify(execFile);

/**
 * Every file of the tree that git holds or would take, relative to `root` and sorted: what is
 * ignored (packages, builds, generated code) is nobody's handwriting. Throws outside a git tree.
 */
export async function listFiles(root: string): Promise<string[]> {
  const options = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const { stdout } = await execute("git", options, { cwd: root, maxBuffer: 64 * 1024 * 1024 });
  const names = new Set(stdout.split("\0").filter((name) => name !== ""));
  // A file that was deleted but not yet committed is still in git's index.
  return [...names].filter((name) => existsSync(join(root, name))).sort();
}
