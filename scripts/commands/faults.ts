import { resolve } from "node:path";
import { buildIfChanged } from "@/scripts/instance/build-if-changed";
import { PlainFault } from "@/scripts/instance/plain-fault";
import { runCommand } from "@/scripts/instance/run-command";
import { type FaultRow, faultRows } from "@/scripts/test-run/fault-rows";
import { runProgram } from "@/scripts/test-run/run-program";

const root = resolve(import.meta.dirname, "../..");

/**
 * `npm run faults [-- NAME ...]`: the rows of money.md 7 in full size, one after the other or those that
 * are named. FAULT_SEED, FAULT_PATH and FAULT_REPLAY repeat a failure, FAULT_MINUTES bounds the model.
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

async function show({ files, only }: FaultRow): Promise<{ ok: boolean; seconds: number }> {
  const begin = performance.now();
  const vitest = ["node_modules/vitest/vitest.mjs", "run", "--reporter=verbose", ...files];
  const pattern = only === undefined ? [] : ["--testNamePattern", only];
  const env = { FAULTS: "full", FAULT_REVERSALS: "500" };
  const { code } = await runProgram([...vitest, ...pattern], { env });
  return { ok: code === 0, seconds: Math.round((performance.now() - begin) / 1_000) };
}
