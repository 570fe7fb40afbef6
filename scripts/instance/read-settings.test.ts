import { expect, test } from "vitest";
import { readSettings } from "@/scripts/instance/read-settings";

const read = (source: Record<string, string>, args: string[] = []) =>
  readSettings("/srv/renhe", args, source);

test("without any setting it is the demo with its usual ports, data beside the code", () => {
  expect(read({})).toEqual({
    production: false,
    dataDir: "/srv/renhe/.data",
    databaseUrl: null,
    ports: { web: 3000, sandbox: 3100, postgres: 54321 },
    publicOrigin: null,
  });
});

test("production is asked for by an argument or a setting, and needs a database", () => {
  const DATABASE_URL = "postgres://me@db/shop";
  expect(read({ DATABASE_URL }, ["--production"]).production).toBe(true);
  expect(read({ DATABASE_URL, RENHE_ENV: "production" }).production).toBe(true);
  expect(() => read({}, ["--production"])).toThrow("DATABASE_URL");
});

test("ports that are none are refused by name", () => {
  for (const value of ["0", "65536", "80.5", "-1", "http"]) {
    expect(() => read({ SANDBOX_PORT: value })).toThrow("SANDBOX_PORT");
  }
});
