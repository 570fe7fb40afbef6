import { rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newPlace, processesOf, type Running, startIn, untilSaid } from "@/e2e/run-start";

const place = await newPlace();
let running: Running;
let stopped: { code: number | null; output: string };

const ready = () =>
  fetch(`http://127.0.0.1:${place.ports.web}/readyz`).then(
    ({ status }) => status,
    () => 0,
  );
const named = (name: string) =>
  processesOf(place.dataDir).filter(({ command }) => command.includes(name));
/** 0 while there is none. */
const pidOf = (name: string) => named(name)[0]?.pid ?? 0;
const startAndWait = async (): Promise<number> => {
  const began = performance.now();
  running = startIn(place);
  await untilSaid(running, "Ctrl-C stops everything.");
  return performance.now() - began;
};

// The very first start, stopped in the middle of the demo; then the one that all tests look at.
beforeAll(async () => {
  running = startIn(place);
  await untilSaid(running, "opening the shop");
  await pause(3_000);
  running.child.kill("SIGINT");
  stopped = await running.ended;
  await startAndWait();
}, 600_000);
afterAll(async () => {
  running.child.kill("SIGTERM");
  await running.ended;
  rmSync(place.dataDir, { recursive: true, force: true });
});

test("a start opens shop: web, worker, sandbox and database run, and it says where to go", async () => {
  expect(await ready()).toBe(200);
  for (const name of ["web/main.ts", "worker/main.ts", "wechat-sandbox/server.ts", "postgres"]) {
    expect(named(name), name).not.toEqual([]);
  }
  expect(running.output()).toContain(`http://localhost:${place.ports.sandbox}/phone`);
  expect(running.output()).toContain("/merchant");
});

test("a demo that was stopped in the middle leaves no process, and is made anew by the next start", () => {
  expect(stopped).toMatchObject({ code: 0, output: expect.stringMatching(/Stopped\.$/) });
  expect(running.output()).toContain("it is made anew");
  expect(running.output()).toContain("Share link");
});

test("the secrets are readable by their owner alone", () => {
  expect(statSync(join(place.dataDir, "secrets.json")).mode & 0o777).toBe(0o600);
});

test("a second start in the same folder is refused and leaves the first alone", async () => {
  const { code, output } = await startIn(place).ended;
  expect({ code, output }).toMatchObject({
    code: 1,
    output: expect.stringContaining("already runs"),
  });
  expect(await ready()).toBe(200);
});

test("a web process or worker that dies is started again", async () => {
  for (const name of ["web/main.ts", "worker/main.ts"]) {
    const pid = pidOf(name);
    process.kill(pid, "SIGKILL");
    await expect.poll(() => pidOf(name), { timeout: 20_000, interval: 100 }).not.toBe(pid);
    await expect.poll(() => pidOf(name), { timeout: 20_000, interval: 100 }).toBeGreaterThan(0);
  }
  await expect.poll(ready, { timeout: 30_000, interval: 200 }).toBe(200);
});

test("Ctrl-C, even three times over, stops everything and leaves no process", async () => {
  for (let press = 0; press < 3; press += 1) running.child.kill("SIGINT");
  const { code, output } = await running.ended;
  expect(code, output).toBe(0);
  expect(output).toMatch(/Stopping\.\nStopped\.$/);
  expect(processesOf(place.dataDir)).toEqual([]);
});

test("the second start is ready in under 15 seconds", async () => {
  expect(await startAndWait()).toBeLessThan(15_000);
  expect(await ready()).toBe(200);
});

test("when the start itself is killed its processes end, and the next start takes over its database", async () => {
  process.kill(pidOf("scripts/commands/start.ts"), "SIGKILL");
  await running.ended;
  await expect.poll(() => named("main.ts"), { timeout: 20_000, interval: 200 }).toEqual([]);
  await expect.poll(() => named("wechat-sandbox"), { timeout: 20_000 }).toEqual([]);
  // Postgres outlives a killed parent; the next start finds it and stops it in the end.
  await startAndWait();
  running.child.kill("SIGTERM");
  expect((await running.ended).code).toBe(0);
  expect(processesOf(place.dataDir)).toEqual([]);
});

test("told to stop while it starts, it stops what it has begun", async () => {
  running = startIn(place);
  await expect.poll(() => named("postgres"), { timeout: 20_000, interval: 20 }).not.toEqual([]);
  running.child.kill("SIGINT");
  expect((await running.ended).code).toBe(0);
  expect(processesOf(place.dataDir)).toEqual([]);
});
