import { describe, expect, test } from "vitest";
import { boardQuery, readBoardRequest, recomputedDaysSchema } from "@/features/insights/schema";

/** The 10th of June in Shanghai, while it is still the 9th in London. */
const now = new Date("2026-06-09T17:00:00Z");
const read = (address: string) =>
  readBoardRequest(Object.fromEntries(new URLSearchParams(address)), now);

test("without a word a board shows the last 30 days of Shanghai against the 30 before", () => {
  expect(read("")).toMatchObject({
    ok: true,
    window: { from: "2026-05-12", to: "2026-06-11" },
    compare: { from: "2026-04-12", to: "2026-05-12" },
    slice: { kind: "all", key: "" },
  });
});

test("both days that somebody names belong to the window", () => {
  const own = { ok: true, window: { from: "2026-02-28", to: "2026-03-01" } };
  expect(read("window=custom&from=2026-02-28&until=2026-02-28")).toMatchObject(own);
  expect(read("from=2026-02-28&until=2026-02-28")).toMatchObject(own);
});

test.each([
  ["window=custom&from=2026-03-02&until=2026-03-01", "reversed"],
  ["window=custom&from=2026-03-09&until=2026-03-01", "reversed"],
  ["window=custom&from=2016-01-01&until=2026-01-01", "too_long"],
  ["window=custom&from=2026-02-30&until=2026-03-01", "not_a_day"],
  ["window=custom&from=2026-02-01&until=", "not_a_day"],
  ["window=custom", "not_a_day"],
  ["from=1900-01-01&until=1900-01-02", "too_early"],
  ["window=next_year", "unknown_choice"],
  ["window=__proto__", "unknown_choice"],
  ["compare=tomorrow", "unknown_choice"],
  ["slice=colour:red", "unknown_choice"],
  ["slice=channel:", "unknown_choice"],
  [`slice=region:${"x".repeat(300)}`, "unknown_choice"],
])("%s is refused as %s and answered with no other window", (address, reason) => {
  expect(read(address)).toMatchObject({ ok: false, reason });
});

test("what was typed comes back with a refusal", () => {
  const { typed } = read("window=custom&from=2026-03-09&until=2026-03-01&slice=region:浙江省");
  expect(typed).toMatchObject({ from: "2026-03-09", until: "2026-03-01", slice: "region:浙江省" });
});

describe("a comparison", () => {
  test.each([
    ["previous", { from: "2026-02-22", to: "2026-03-01" }],
    ["last_year", { from: "2025-03-01", to: "2025-03-08" }],
    ["none", null],
  ])("%s", (compare, window) => {
    const answer = read(`from=2026-03-01&until=2026-03-07&compare=${compare}`);
    expect(answer).toMatchObject({ ok: true, compare: window });
  });
});

test.each([
  "window=last_month&compare=none&slice=category%3A0199",
  "from=2026-03-01&until=2026-03-07&compare=last_year",
  "slice=region%3A%E6%B5%99%E6%B1%9F%E7%9C%81",
])("the address that a board writes leads to the same board: %s", (address) => {
  const first = read(address);
  expect(read(boardQuery(first.typed))).toEqual(first);
});

test.each([
  ["1e5", "2026-03-01"],
  ["2026-03-01", "12.345"],
  ["2026-02-30", "\ud83c"],
  ["2026-03-02", "2026-03-01"],
  ["2026-03-01", "2026-04-01"],
])("days from %s until %s are not counted anew, and nothing breaks", (from, until) => {
  expect(recomputedDaysSchema.safeParse({ from, until }).success).toBe(false);
});

test("up to 31 days are counted anew", () => {
  const days = { from: "2026-03-01", until: "2026-03-31" };
  expect(recomputedDaysSchema.safeParse(days)).toEqual({ success: true, data: days });
});
