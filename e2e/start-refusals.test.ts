import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { expect, test } from "vitest";
import { newPlace, processesOf, runRenhe, settingsOf, startIn } from "@/e2e/run-start";
import { checkDisk } from "@/scripts/instance/check-machine";
import { PlainFault } from "@/scripts/instance/plain-fault";

/** What each refusal must look like: one line, exit code 1, no stack, nothing left running. */
async function refusal(
  settings: Record<string, string>,
  args: readonly string[] = ["start"],
  nodeFlags: readonly string[] = [],
): Promise<string> {
  const { code, output } = await runRenhe(args, settings, nodeFlags).ended;
  const lines = output.split("\n").filter((line) => line !== "");
  expect(lines, output).toHaveLength(1);
  expect(code).toBe(1);
  return lines[0] ?? "";
}

test("a port in use gets one sentence that names the port and the setting, and starts nothing", async () => {
  const place = await newPlace();
  const other = createServer().listen(place.ports.web, "127.0.0.1");
  try {
    const sentence = await refusal(settingsOf(place));
    expect(sentence).toContain(`Port ${place.ports.web} is in use`);
    expect(sentence).toContain("PORT=");
    expect(processesOf(place.dataDir)).toEqual([]);
  } finally {
    other.close();
  }
});

test("a folder that cannot be written gets one sentence", async () => {
  expect(await refusal({ RENHE_DATA_DIR: `${import.meta.filename}/data` })).toMatch(
    /^Renhe cannot write to .*: ENOTDIR/,
  );
});

test("a DATABASE_URL that nobody answers gets one sentence without the password", async () => {
  const place = await newPlace();
  const sentence = await refusal({
    ...settingsOf(place),
    DATABASE_URL: `postgres://me:hush-hush@127.0.0.1:${place.ports.postgres}/shop`,
  });
  expect(sentence).toMatch(/DATABASE_URL .*\/shop\) does not answer/);
  expect(sentence).not.toContain("hush-hush");
});

test("settings that make no sense get one sentence each", async () => {
  const { dataDir } = await newPlace();
  expect(await refusal({ RENHE_DATA_DIR: dataDir, PORT: "shop" })).toContain("PORT must be a port");
  expect(await refusal({ RENHE_DATA_DIR: dataDir, RENHE_ENV: "production" })).toContain(
    "Production needs DATABASE_URL",
  );
  expect(await refusal({ DATABASE_URL: "mysql://x/y" })).toContain("must look like postgres://");
  expect(await refusal({}, ["start", "--fast"])).toContain("Unknown argument --fast");
});

test("an unknown command and an old Node get one sentence before anything is installed", async () => {
  expect(await refusal({}, ["stat"])).toContain('There is no command "stat"');
  const old = "data:text/javascript,Object.defineProperty(process,'version',{value:'v18.20.4'})";
  expect(await refusal({}, ["start"], ["--import", old])).toBe(
    "Renhe needs Node 20 or later; this is v18.20.4.",
  );
});

test("too little disk gets one sentence that says how much is missing", () => {
  expect(() => checkDisk("/tmp", 1e12)).toThrow(PlainFault);
  expect(() => checkDisk("/tmp", 1e12)).toThrow(/Too little disk: \d+ MB are free at \/tmp/);
  expect(() => checkDisk("/tmp", 0)).not.toThrow();
});

test("damaged secrets are not replaced by new ones, which could open nothing", async () => {
  const place = await newPlace();
  writeFileSync(`${place.dataDir}/secrets.json`, "{}");
  const { code, output } = await startIn(place).ended;
  expect(code).toBe(1);
  expect(output).toContain("secrets.json is damaged");
});
