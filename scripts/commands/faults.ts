import { randomInt } from "node:crypto";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { buildIfChanged } from "@/scripts/instance/build-if-changed";
import { PlainFault } from "@/scripts/instance/plain-fault";
import { runCommand } from "@/scripts/instance/run-command";
import { type FaultRow, faultRows } from "@/scripts/test-run/fault-rows";
import { runProgram } from "@/scripts/test-run/run-program";

const root = resolve(import.meta.dirname, "../..");

/**
 * `npm run faults [-- NAME ...]`: the rows of money.md 7 in full size, one after the other or those that
 * are named. FAULT_SEED, FAULT_PATH and FAULT_REPLAY repeat a failure, FAULT_MINUTES bounds the model, whose
 * lives are shared out among the processors.
 * The last line is one JSON object.
 */
await runCommand(async () => {
  const asked = process.argv.slice(2);
  const names = faultRows.map(({ name }) => name);
  const unknown = asked.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new PlainFault(`Say which: npm run faults -- ${names.join(" | ")}`);
  const rows = faultRows.filter(({ name }) => asked.length === 0 || asked.includes(name));
  if (rows.some(needsWeb)) {
    const distDir = process.env.NEXT_DIST_DIR || ".next";
    await buildIfChanged(root, distDir, (sentence) => console.log(sentence));
  }
  const results: Record<string, { ok: boolean; seconds: number }> = {};
  for (const row of rows) {
    console.log(`\n── ${row.name}: ${row.what}`);
    results[row.name] = await show(row);
  }
  const ok = Object.values(results).every((result) => result.ok);
  console.log(JSON.stringify({ faults: results, ok }));
  return ok ? 0 : 1;
});

function needsWeb({ files }: FaultRow): boolean {
  return files.some((file) => file.endsWith(".kill.test.ts"));
}

async function show(row: FaultRow): Promise<{ ok: boolean; seconds: number }> {
  const begin = performance.now();
  const codes = await Promise.all(shareOut(row).map((env) => runTests(row, env)));
  const seconds = Math.round((performance.now() - begin) / 1_000);
  return { ok: codes.every((code) => code === 0), seconds };
}

async function runTests({ files, only }: FaultRow, env: Record<string, string>): Promise<number> {
  const vitest = ["node_modules/vitest/vitest.mjs", "run", "--reporter=verbose", ...files];
  const pattern = only === undefined ? [] : ["--testNamePattern", only];
  const full = { FAULTS: "full", FAULT_REVERSALS: "500", ...env };
  return (await runProgram([...vitest, ...pattern], { env: full })).code;
}

/** What each process of a row is told beside the rest: how many lives, and a seed of its own. */
function shareOut({ lives }: FaultRow): Record<string, string>[] {
  if (lives === undefined) return [{}];
  // A path leads to one life of one seed: nothing is shared out.
  const processes = process.env.FAULT_PATH ? 1 : availableParallelism();
  const seed = Number(process.env.FAULT_SEED ?? randomInt(2 ** 31 - processes));
  return Array.from({ length: processes }, (_, index) => ({
    FAULT_SEED: String(seed + index),
    FAULT_LIVES: String(Math.ceil(lives / processes)),
  }));
}
