import { expect, test } from "vitest";
import { reportK7 } from "./k7";

const window = { from: "2026-06-01", to: "2026-06-03" };
const due = new Date("2026-06-10T00:00:00.000+08:00");

test("nothing is reported before the last day's people have had their seven days", () => {
  const early = new Date(due.getTime() - 1);
  expect(reportK7({ window, people: 4, brought: 2, now: early })).toEqual({
    ok: false,
    reason: "days_not_over",
    dueDay: "2026-06-10",
  });
  expect(reportK7({ window, people: 4, brought: 2, now: due })).toEqual({
    ok: true,
    people: 4,
    brought: 2,
    kBps: 5_000,
  });
});

test("people can bring more people than they are, and a window in which nobody was first seen has no K7", () => {
  expect(reportK7({ window, people: 2, brought: 5, now: due })).toMatchObject({ kBps: 25_000 });
  expect(reportK7({ window, people: 0, brought: 0, now: due })).toMatchObject({ kBps: null });
});
