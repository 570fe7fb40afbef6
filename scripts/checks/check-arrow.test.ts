import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkArrow } from "@/scripts/checks/check-arrow";
import { plantTree, repository } from "@/scripts/checks/plant-tree";

const config = [".dependency-cruiser.cjs", "tsconfig.json"];
const imports = (...targets: string[]) => targets.map((target) => `import "${target}";\n`).join("");

/** Packages as far as an import needs them. */
const packages = Object.fromEntries(
  ["zod", "vitest", "fast-check"].flatMap((name) => [
    [`node_modules/${name}/package.json`, `{ "name": "${name}", "main": "main.js" }`],
    [`node_modules/${name}/main.js`, ""],
  ]),
);

/** A small tree in which every import follows the arrow. */
const upright: Record<string, string> = {
  ...packages,
  ".gitignore": "node_modules\nprisma/generated\n",
  "package.json":
    '{ "dependencies": { "zod": "4" }, "devDependencies": { "vitest": "5", "fast-check": "4" } }',
  "prisma/generated/client.ts": "export const client = 1;\n",
  "domain/money/fen.ts": "export const fen = 1;\n",
  "domain/money/fen.test.ts": imports("vitest", "fast-check", "@/domain/money/fen"),
  "lib/db/client.ts": imports("@/prisma/generated/client", "node:fs", "@/domain/money/fen"),
  "lib/db/authorized-merchant-id.ts": "export type Id = string;\nexport const authorize = 1;\n",
  "lib/db/in-merchant.ts": imports("@/lib/db/client"),
  "components/ui/button.tsx": imports("@/domain/money/fen"),
  "features/orders/schema.ts": `${imports("zod")}import type { Id } from "@/lib/db/authorized-merchant-id";\n`,
  "features/orders/gate.ts": imports("@/lib/db/in-merchant", "@/lib/db/authorized-merchant-id"),
  "features/orders/commands/place-order.ts": imports(
    "@/lib/db/in-merchant",
    "@/features/stock/commands/hold",
  ),
  "features/orders/queries/list-orders.ts": imports(
    "@/lib/db/in-merchant",
    "@/features/stock/schema",
  ),
  "features/orders/components/row.tsx": imports("@/components/ui/button", "../schema"),
  "features/stock/schema.ts": imports("zod"),
  "features/stock/commands/hold.ts": imports("@/lib/db/in-merchant"),
  "app/orders/page.tsx": imports(
    "@/features/orders/queries/list-orders",
    "@/features/orders/gate",
    "@/lib/db/in-merchant",
  ),
  "web/main.ts": imports("@/features/orders/gate", "@/lib/db/client"),
  "worker/main.ts": imports(
    "@/lib/db/client",
    "@/lib/db/authorized-merchant-id",
    "@/features/stock/commands/hold",
  ),
  "wechat-sandbox/server.ts": imports("node:http", "zod"),
  "wechat-sandbox/server.test.ts": imports("@/wechat-sandbox/server", "@/scripts/start"),
  "scripts/start.ts": imports("@/wechat-sandbox/server"),
  "prisma/seed/demo.ts": imports("@/scripts/start", "@/features/orders/commands/place-order"),
  "bench/landing.ts": imports("@/scripts/start", "@/wechat-sandbox/server"),
  "e2e/journey.ts": imports("@/wechat-sandbox/server"),
};

/** Each import breaks one rule: importer, imported, rule. */
const planted: [from: string, to: string, rule: string][] = [
  ["domain/a.ts", "zod", "domain-is-pure"],
  ["domain/b.ts", "node:crypto", "domain-is-pure"],
  ["domain/c.ts", "@/lib/db/client", "domain-is-pure"],
  ["domain/d.test.ts", "@/lib/db/client", "domain-tests-are-pure"],
  ["lib/a.ts", "@/features/orders/schema", "lib-is-below-the-product"],
  ["lib/b.ts", "@/components/ui/button", "lib-is-below-the-product"],
  ["components/a.tsx", "@/features/orders/schema", "components-know-no-noun"],
  ["components/b.tsx", "@/lib/db/client", "screens-touch-no-database"],
  ["components/c.tsx", "node:fs", "components-run-anywhere"],
  ["features/orders/components/a.tsx", "@/prisma/generated/client", "screens-touch-no-database"],
  ["features/carts/schema.ts", "@/lib/db/client", "screens-touch-no-database"],
  ["features/orders/commands/a.ts", "@/app/orders/page", "features-know-no-route"],
  ["app/a.tsx", "@/lib/db/client", "routes-are-thin"],
  ["app/b.tsx", "@/prisma/generated/client", "routes-are-thin"],
  ["web/a.ts", "@/lib/db/client", "routes-are-thin"],
  ["features/orders/commands/b.ts", "@/lib/db/client", "client-stays-in-its-folder"],
  ["features/orders/commands/c.ts", "@/lib/db/authorized-merchant-id", "only-gates-authorize"],
  ["app/c.tsx", "@/lib/db/authorized-merchant-id", "only-gates-authorize"],
  ["lib/j.ts", "@/web/main", "lib-is-below-the-product"],
  ["features/carts/commands/a.ts", "@/features/orders/components/row", "feature-surface"],
  ["features/carts/commands/b.ts", "@/features/orders/gate", "feature-surface"],
  ["features/orders/queries/a.ts", "./../commands/place-order", "queries-never-write"],
  ["features/carts/queries/b.ts", "@/features/stock/commands/hold", "queries-never-write"],
  ["lib/c.ts", "@/wechat-sandbox/server", "sandbox-is-not-the-product"],
  ["worker/a.ts", "@/wechat-sandbox/server", "sandbox-is-not-the-product"],
  ["wechat-sandbox/a.ts", "@/lib/db/client", "sandbox-stands-alone"],
  ["lib/d.ts", "@/scripts/start", "product-needs-no-scripts"],
  ["wechat-sandbox/b.ts", "@/scripts/start", "product-needs-no-scripts"],
  ["lib/e.ts", "@/prisma/seed/demo", "nobody-calls-an-entry-point"],
  ["lib/f.ts", "@/domain/money/fen.test", "tests-are-leaves"],
  ["lib/g.ts", "fast-check", "product-needs-no-development-packages"],
  ["lib/h.ts", "@/lib/nowhere", "everything-resolves"],
];

test("a tree that follows the arrow has no findings", async () => {
  expect(await checkArrow.run(plantTree(upright, config))).toEqual([]);
});

test("each import against the arrow is seen under its rule", async () => {
  const files = Object.fromEntries(planted.map(([from, to]) => [from, imports(to)]));
  const findings = await checkArrow.run(plantTree({ ...upright, ...files }, config));
  const seen = findings.map(({ place, message }) => `${place} ${/\((\S+):/.exec(message)?.[1]}`);
  for (const [from, to, rule] of planted)
    expect.soft(seen, `${from} -> ${to}`).toContain(`${from} ${rule}`);
  const guilty = new Set(planted.map(([from]) => from));
  expect(findings.filter(({ place }) => !guilty.has(place))).toEqual([]);
});

test("a cycle of modules is seen, even of types", async () => {
  const ring = {
    "lib/a.ts": 'import type { B } from "./b";\nexport type A = B;\n',
    "lib/b.ts": 'import type { A } from "./a";\nexport type B = A;\n',
  };
  const findings = await checkArrow.run(plantTree({ ...upright, ...ring }, config));
  expect(findings.map(({ message }) => message).join()).toContain("no-cycle");
});

test("two features that need each other are a cycle, though no two of their modules are", async () => {
  const back = {
    "features/stock/queries/list.ts": imports("@/features/orders/queries/list-orders"),
  };
  const findings = await checkArrow.run(plantTree({ ...upright, ...back }, config));
  expect(findings).toHaveLength(1);
  expect(findings[0]?.message).toMatch(/^features that need each other are one, or miss a third: /);
  expect(findings[0]?.message).toContain(
    "features/stock/queries/list.ts -> features/orders/queries/list-orders.ts",
  );
});

test("a module that was not read is named: silence is no proof", async () => {
  const real = readFileSync(join(repository, ".dependency-cruiser.cjs"), "utf8");
  const blind = `${real}\nmodule.exports.options.exclude = { path: "^lib/" };\n`;
  const root = plantTree({ ...upright, ".dependency-cruiser.cjs": blind }, ["tsconfig.json"]);
  expect(await checkArrow.run(root)).toContainEqual({
    place: "lib/db/client.ts",
    message: "was not read",
  });
});

test("a folder without a place in the arrow is named", async () => {
  const root = plantTree({ ...upright, "hooks/a.ts": "export const a = 1;\n" }, config);
  const message = "this folder has no place in the arrow";
  expect(await checkArrow.run(root)).toEqual([{ place: "hooks/", message }]);
});
