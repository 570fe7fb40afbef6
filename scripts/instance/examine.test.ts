import { expect, test } from "vitest";
import {
  examineClock,
  examineDatabase,
  examineReach,
  examineSettings,
} from "@/scripts/instance/examine";

test("a clock that is a minute off is reported with the gap", () => {
  const now = new Date("2026-06-01T00:00:00Z");
  expect(examineClock(now, new Date(now.getTime() + 2_000)).ok).toBe(true);
  expect(examineClock(now, new Date(now.getTime() + 60_000))).toMatchObject({
    ok: false,
    sentence: expect.stringContaining("60 s"),
  });
});

test("wrong settings are named", () => {
  const finding = examineSettings({ NODE_ENV: "production", DATABASE_URL: "mysql://x" });
  expect(finding.ok).toBe(false);
  expect(finding.sentence).toContain("RENHE_SECRET");
});

test("a database and an address that nobody answers are reported, not thrown", async () => {
  expect(await examineDatabase("postgres://x:y@127.0.0.1:1/z")).toMatchObject([{ ok: false }]);
  expect(await examineReach("WeChat", "http://127.0.0.1:1")).toMatchObject({ ok: false });
});
