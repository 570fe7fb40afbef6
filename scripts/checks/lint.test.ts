import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { plantTree, repository } from "@/scripts/checks/plant-tree";

const tsx = fileURLToPath(import.meta.resolve("tsx/cli"));

function lint(tree: string, ...names: string[]) {
  const script = join(repository, "scripts/checks/lint.ts");
  const args = [tsx, "--tsconfig", join(repository, "tsconfig.json"), script, ...names];
  return spawnSync(process.execPath, args, { cwd: tree, encoding: "utf8" });
}

test("a broken rule is printed with its place and ends with exit code 1", () => {
  const write = "tx.ledgerTransfer.create({ data });\n";
  const { stdout, status } = lint(plantTree({ "lib/a.ts": write }), "ledger-writes");
  expect(stdout).toMatch(/^ledger-writes +1 found +\d+\.\d s\n {2}lib\/a\.ts:1 {2}only /);
  expect(status).toBe(1);
});

test("a tree that keeps the rules ends with exit code 0", () => {
  const { stdout, status } = lint(
    plantTree({ "lib/a.ts": "" }),
    "ledger-writes",
    "secrets-and-paths",
  );
  expect(stdout).toMatch(/Every rule is kept\.\n$/);
  expect(status).toBe(0);
});

test("a check that does not exist is named, not passed over", () => {
  const { stderr, status } = lint(plantTree({}), "ledger");
  expect(stderr).toContain("There is no check called ledger.");
  expect(status).toBe(2);
});
