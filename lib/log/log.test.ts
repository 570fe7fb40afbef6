import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);
const log = `const { log } = await import("${new URL("./log.ts", import.meta.url)}");`;

const settings = {
  DATABASE_URL: "postgres://nobody@127.0.0.1:1/none",
  RENHE_SECRET: "0".repeat(64),
  LOG_LEVEL: "info",
  NODE_ENV: "test" as const,
};

type Line = { msg: string; n: number; err?: object };

/** @returns what a process of its own wrote, however it ended */
async function linesOf(script: string): Promise<Line[]> {
  const args = ["--import", "tsx", "--input-type=module", "--eval", `${log}${script}`];
  const ended = run(process.execPath, args, { env: settings });
  const { stdout } = await ended.catch((killed: { stdout: string }) => killed);
  return stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

test("lines that were logged right before an exit are all there, in their order", async () => {
  const lines = await linesOf(
    `for (let n = 0; n < 2_000; n += 1) log.info({ n }, "line"); process.exit(0);`,
  );
  expect(lines.map(({ n }) => n)).toEqual(Array.from({ length: 2_000 }, (_, n) => n));
});

test("a process with nothing left to do writes its lines before it ends", async () => {
  expect(await linesOf(`log.info({ n: 1 }, "last words");`)).toMatchObject([{ msg: "last words" }]);
});

test("a line does not wait for others, and an error is logged without what hangs on it", async () => {
  const [line] = await linesOf(`
    log.warn({ err: Object.assign(new Error("lost"), { code: "57P01", client: {} }) }, "lost");
    await new Promise((resolve) => setTimeout(resolve, 500));
    process.kill(process.pid, "SIGKILL");`);
  expect(Object.keys(line?.err ?? {}).sort()).toEqual(["code", "message", "name", "stack"]);
});
