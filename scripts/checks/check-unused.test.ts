import { expect, test } from "vitest";
import { checkUnused } from "@/scripts/checks/check-unused";
import { plantTree } from "@/scripts/checks/plant-tree";

const config = ["knip.json", "tsconfig.json"];

/** Entries of every kind, and what they need. */
const used: Record<string, string> = {
  ".gitignore": "node_modules\n",
  "package.json":
    '{ "type": "module", "scripts": { "start": "node scripts/run.mjs start" },' +
    ' "dependencies": { "next": "16", "zod": "4" } }',
  "node_modules/zod/package.json": '{ "name": "zod", "main": "main.js" }',
  "node_modules/zod/main.js": "export const z = 1;\n",
  "lib/greeting.ts": 'import { z } from "zod";\nexport const greeting = z;\n',
  "next.config.ts":
    'import type { NextConfig } from "next";\nexport default {} satisfies NextConfig;\n',
  "app/page.tsx":
    'import { greeting } from "@/lib/greeting";\nexport default function Page() { return greeting; }\n',
  "app/api/route.ts": "export function GET() { return new Response(); }\n",
  "scripts/run.mjs": "",
  "scripts/commands/start.ts": 'import "@/lib/greeting";\n',
  "bench/landing.ts": 'import "@/lib/greeting";\n',
  "wechat-sandbox/server.ts": 'import "@/lib/greeting";\n',
  "worker/main.ts": 'import "@/lib/greeting";\n',
  "web/main.ts": 'import "@/lib/greeting";\n',
};

test("routes, commands, measurements, the sandbox and the worker are entries: nothing is unused", async () => {
  expect(await checkUnused.run(plantTree(used, config))).toEqual([]);
});

test("an unused file, export and package and an undeclared package are seen", async () => {
  const wasteful = {
    ...used,
    "lib/forgotten.ts": "export const forgotten = 1;\n",
    "lib/greeting.ts":
      'import { z } from "zod";\nexport const greeting = z;\nexport const spare = 1;\n',
    "lib/borrowed.ts": 'import "left-pad";\n',
    "worker/main.ts": 'import "@/lib/borrowed";\n',
    "package.json": '{ "type": "module", "dependencies": { "next": "16", "zod": "4", "pg": "8" } }',
  };
  const findings = await checkUnused.run(plantTree(wasteful, config));
  expect(findings.map(({ place, message }) => `${place} ${message}`).sort()).toEqual([
    "lib/borrowed.ts:1 not in package.json: left-pad",
    "lib/forgotten.ts unused file: lib/forgotten.ts",
    "lib/greeting.ts:3 unused export: spare",
    "package.json unused dependency: pg",
  ]);
});
