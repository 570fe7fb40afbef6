import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { canReach, reachableFolder } from "@/scripts/database/reachable-folder";

const home = mkdtempSync(join(tmpdir(), "renhe-reach-"));
afterAll(() => rmSync(home, { recursive: true }));
/** Nobody's account: owns nothing here. */
const stranger = { uid: 64_321, gid: 64_321, cwd: "/" };

test("a folder below a closed one cannot be reached by another account", () => {
  const clone = join(home, "renhe/.data/postgres");
  chmodSync(home, 0o700);
  expect(canReach(clone, stranger)).toBe(false);
  chmodSync(home, 0o711);
  expect(canReach(clone, stranger)).toBe(true);
  mkdirSync(clone, { recursive: true });
  chmodSync(join(home, "renhe"), 0o750);
  expect(canReach(clone, stranger)).toBe(false);
  chmodSync(join(home, "renhe"), 0o755);
});

test("whoever runs as itself keeps its own folder", () => {
  chmodSync(home, 0o700);
  expect(reachableFolder(join(home, "data"), "x", { cwd: "/" })).toBe(join(home, "data"));
});
