import { readdirSync } from "node:fs";
import { join } from "node:path";
import { PlainFault } from "@/scripts/instance/plain-fault";
import { runCommand } from "@/scripts/instance/run-command";
import { runProgram } from "@/scripts/test-run/run-program";

const folder = join(import.meta.dirname, "../../bench");

/**
 * `npm run bench -- NAME [SIZE]`, or `all`: one measurement after the other. The last line is one JSON
 * object: the measurement's own, or with `all` every one under its name.
 */
await runCommand(async () => {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => file.replace(/\.ts$/, ""));
  const [asked = "", ...sizes] = process.argv.slice(2);
  if (asked !== "all" && !names.includes(asked)) {
    throw new PlainFault(`Say which: npm run bench -- ${[...names, "all"].join(" | ")}`);
  }
  const results: Record<string, { ok: boolean }> = {};
  for (const name of asked === "all" ? names : [asked]) {
    const { code, output } = await runProgram([`bench/${name}.ts`, ...sizes], { keepOutput: true });
    results[name] = code === 0 ? lastObject(output) : { ok: false };
  }
  const ok = Object.values(results).every((result) => result.ok);
  if (asked === "all") console.log(JSON.stringify({ ok, ...results }));
  return ok ? 0 : 1;
});

function lastObject(output: string): { ok: boolean } {
  try {
    return JSON.parse(output.trimEnd().split("\n").at(-1) ?? "");
  } catch {
    return { ok: false };
  }
}
