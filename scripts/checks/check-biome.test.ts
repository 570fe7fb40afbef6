import { expect, test } from "vitest";
import { checkBiome } from "@/scripts/checks/check-biome";
import { plantTree } from "@/scripts/checks/plant-tree";

const config = ["biome.json", "scripts/biome"];

/** `count` statements, one per line. */
const statements = (count: number) => "  list.push(1);\n".repeat(count);
const branches = "  if (a) {\n    if (b) {\n      if (c) {\n        n += 1;\n      }\n    }\n  }\n";

/** Each file breaks one rule: its path, the rule, its text. */
const planted: [path: string, rule: string, text: string][] = [
  ["lib/wide.ts", "format", "export const wide   = 1;\n"],
  ["lib/CamelCase.ts", "lint/style/useFilenamingConvention", "export const a = 1;\n"],
  [
    "lib/long-file.ts",
    "lint/style/noExcessiveLinesPerFile",
    Array.from({ length: 301 }, (_, line) => `export const line${line} = ${line};\n`).join(""),
  ],
  [
    "lib/long-file.test.ts",
    "lint/style/noExcessiveLinesPerFile",
    Array.from({ length: 301 }, (_, line) => `const line${line} = ${line};\nline${line};\n`).join(
      "",
    ),
  ],
  [
    "lib/long-function.ts",
    "lint/complexity/noExcessiveLinesPerFunction",
    `export function long(list: number[]) {\n${statements(71)}}\n`,
  ],
  [
    "lib/knot.ts",
    "lint/complexity/noExcessiveCognitiveComplexity",
    `export function knot(a: boolean, b: boolean, c: boolean) {\n  let n = 0;\n${branches.repeat(3)}  return n;\n}\n`,
  ],
  ["lib/environment.ts", "lint/style/noProcessEnv", "export const home = process.env.HOME;\n"],
  ["lib/anything.ts", "lint/suspicious/noExplicitAny", "export let thing: any;\n"],
  [
    "lib/bang.ts",
    "lint/style/noNonNullAssertion",
    "export const bang = (word?: string) => word!.length;\n",
  ],
  ["lib/barrel.ts", "lint/performance/noBarrelFile", 'export { clean } from "./clean";\n'],
  ["lib/barrel-all.ts", "lint/performance/noReExportAll", 'export * from "./clean";\n'],
  ["lib/default.ts", "lint/style/noDefaultExport", "export default 1;\n"],
  ["app/use-case.tsx", "lint/style/noDefaultExport", "export default 1;\n"],
  [
    "lib/ring-a.ts",
    "lint/suspicious/noImportCycles",
    'import { ringB } from "./ring-b";\n\nexport const ringA = () => ringB;\n',
  ],
  [
    "lib/ring-b.ts",
    "lint/suspicious/noImportCycles",
    'import { ringA } from "./ring-a";\n\nexport const ringB = () => ringA;\n',
  ],
  ["lib/unused.ts", "lint/correctness/noUnusedImports", 'import { clean } from "./clean";\n'],
  [
    "lib/value-import.ts",
    "lint/style/useImportType",
    'import { Shape } from "./clean";\n\nexport const shape: Shape = {};\n',
  ],
  [
    "lib/looks-away.ts",
    "plugin",
    'import { clean } from "./clean";\n\nexport const away = clean as unknown as string;\n',
  ],
  [
    "lib/floating.ts",
    "lint/nursery/noFloatingPromises",
    "async function save() {\n  await fetch(location.href);\n}\n\nexport function forget() {\n  save();\n}\n",
  ],
  ["lib/idle.ts", "lint/correctness/noUnusedVariables", "const idle = 1;\nexport const a = 1;\n"],
  [
    "lib/idle-parameter.ts",
    "lint/correctness/noUnusedFunctionParameters",
    "export const first = (a: number, b: number) => a;\n",
  ],
  [
    "lib/idle-member.ts",
    "lint/correctness/noUnusedPrivateClassMembers",
    "export class Idle {\n  #member = 1;\n}\n",
  ],
  ["lib/sort.ts", "lint/style/noEnum", "export enum Sort {\n  up,\n}\n"],
  [
    "lib/space.ts",
    "lint/style/noNamespace",
    "export namespace Space {\n  export const a = 1;\n}\n",
  ],
  [
    "lib/nested.ts",
    "lint/style/noNestedTernary",
    "export const sign = (n: number) => (n > 0 ? 1 : n < 0 ? -1 : 0);\n",
  ],
  [
    "lib/assigned.ts",
    "lint/style/noParameterAssign",
    "export function assigned(n: number) {\n  n = 1;\n  return n;\n}\n",
  ],
  [
    "lib/path.ts",
    "lint/style/useNodejsImportProtocol",
    'import { join } from "path";\n\njoin();\n',
  ],
  [
    "lib/thrower.ts",
    "lint/style/useThrowOnlyError",
    'export function fail() {\n  throw "no";\n}\n',
  ],
  [
    "lib/evolving.ts",
    "lint/suspicious/noEvolvingTypes",
    "export function evolve() {\n  let a;\n  a = 1;\n  return a;\n}\n",
  ],
  ["lib/ignored.ts", "lint/suspicious/noTsIgnore", `// @ts-${"ignore"}\nexport const a = 1;\n`],
  ["lib/old.ts", "lint/suspicious/noVar", "export var old = 1;\n"],
  [
    "lib/undefined.ts",
    "lint/complexity/noUselessUndefinedInitialization",
    "export function later(n: number) {\n  let found: number | undefined = undefined;\n  if (n > 1) found = n;\n  return found;\n}\n",
  ],
  ["domain/clock.ts", "plugin", "export const today = () => new Date();\n"],
  ["domain/clock-call.ts", "plugin", "export const today = () => Date.now();\n"],
  ["domain/clock-handed-on.ts", "plugin", "export const clock = Date.now;\n"],
  ["domain/dice.ts", "plugin", "export const roll = () => Math.random();\n"],
  [
    "domain/waiting.ts",
    "plugin",
    "export async function wait(answer: Promise<number>) {\n  return (await answer) + 1;\n}\n",
  ],
  ["domain/rounding.ts", "plugin", "export const yuan = (n: number) => Math.round(n);\n"],
  [
    "features/orders/commands/round.ts",
    "plugin",
    "export const round = (n: number) => n.toFixed(2);\n",
  ],
  ["app/orders/ask.ts", "plugin", "export const ask = (tx: Db) => tx.order.findMany();\n"],
  [
    "domain/wired.ts",
    "lint/style/noRestrictedImports",
    'import { clean } from "@/lib/clean";\n\nexport const wired = clean;\n',
  ],
  [
    "domain/climbing.ts",
    "lint/style/noRestrictedImports",
    'import { clean } from "../lib/clean";\n\nexport const climbing = clean;\n',
  ],
  [
    "domain/packaged.ts",
    "lint/style/noRestrictedImports",
    'import { z } from "zod";\n\nexport const packaged = z;\n',
  ],
  [
    "domain/filed.ts",
    "lint/style/noRestrictedImports",
    'import type { Stats } from "node:fs";\n\nexport type Filed = Stats;\n',
  ],
  ["lib/lonely.test.ts", "lint/suspicious/noFocusedTests", 'test.only("a", () => {});\n'],
  ["lib/asleep.test.ts", "lint/suspicious/noSkippedTests", 'test.skip("a", () => {});\n'],
  ["lib/chatter.ts", "lint/suspicious/noConsole", 'console.log("a");\n'],
];

/** What the rules allow, next to what they forbid. */
const allowed: Record<string, string> = {
  // The rules of React join in where React is among the packages.
  "package.json": '{\n  "dependencies": {\n    "react": "19"\n  }\n}\n',
  "lib/clean.ts": "export type Shape = object;\nexport const clean = 1;\n",
  "lib/env.ts": "export const home = process.env.HOME;\n",
  "lib/coupons.ts":
    "export function redeem(known: boolean) {\n  if (known) useCoupon();\n}\n\nfunction useCoupon() {}\n",
  "scripts/say.ts": "console.log(process.env.HOME);\n",
  "next.config.ts": "export default { mode: process.env.NODE_ENV };\n",
  "app/orders/page.tsx": "export default function Page() {\n  return <p>1</p>;\n}\n",
  "domain/day.ts": "export const dayOf = (at: Date) => new Date(at.getTime()).getUTCDay();\n",
  "domain/week.ts": 'import { dayOf } from "@/domain/day";\n\nexport const weekOf = dayOf;\n',
  "domain/week.test.ts":
    'import { expect, test } from "vitest";\nimport { weekOf } from "./week";\n\n' +
    'test("a", () => expect(weekOf(new Date())).toBe(1));\n',
  "lib/long-function.test.ts": `function long(list: number[]) {\n${statements(71)}}\n\nlong([]);\n`,
  ".next/built.ts": "export default   process.env;\n",
  ".data/file.ts": "export default   process.env;\n",
  "prisma/generated/client.ts": "export default   process.env;\n",
};

test("each house rule that Biome keeps is seen when it is broken, and only there", async () => {
  const files = Object.fromEntries(planted.map(([path, , text]) => [path, text]));
  const root = plantTree({ ...files, ...allowed, ".gitignore": ".next\n.data\n" }, config);
  const findings = await checkBiome.run(root);
  for (const [path, rule] of planted) {
    const there = findings.filter(({ place }) => place.startsWith(`${path}:`));
    expect
      .soft(
        there.map(({ message }) => message.split(":")[0]),
        path,
      )
      .toContain(rule);
  }
  const innocent = findings.filter(({ place }) =>
    Object.hasOwn(allowed, place.split(":")[0] ?? ""),
  );
  expect(innocent).toEqual([]);
});

test("a tree that keeps every rule has no findings", async () => {
  const clean = {
    "lib/clean.ts": allowed["lib/clean.ts"] ?? "",
    "domain/day.ts": "export const a = 1;\n",
  };
  expect(await checkBiome.run(plantTree(clean, config))).toEqual([]);
});

test("a configuration that leaves files out is seen, because fewer files are read", async () => {
  const blind = '{ "files": { "includes": ["domain/**"] } }\n';
  const root = plantTree({
    "biome.json": blind,
    "lib/a.ts": "",
    "lib/b.ts": "",
    "domain/c.ts": "",
  });
  // Biome reads its own configuration too.
  const messages = (await checkBiome.run(root)).map(({ message }) => message);
  expect(messages).toContain("read 2 files of 3 or more");
});
