import { expect, test } from "vitest";
import { addDays } from "../metrics/calendar-day";
import { DUE_AGES, DUE_GROUPS, dueDays, sumByDue } from "./due-groups";

const today = "2026-03-10";
const owed = (day: string, grossFen: bigint) => ({ day, count: 1, grossFen });

test("what is owed falls into what is late, what today, what within seven days, and the rest", () => {
  const days = [
    owed("2026-03-08", 1n),
    owed("2026-03-09", 2n),
    owed("2026-03-10", 4n),
    owed("2026-03-11", 8n),
    owed("2026-03-17", 16n),
    owed("2026-03-18", 32n),
  ];
  expect(sumByDue(DUE_GROUPS, days, today)).toEqual([
    { due: "overdue", count: 2, grossFen: 3n },
    { due: "today", count: 1, grossFen: 4n },
    { due: "week", count: 2, grossFen: 24n },
    { due: "later", count: 1, grossFen: 32n },
  ]);
});

test("what is late falls into one to three days, four to seven, and more", () => {
  const days = [
    owed("2026-01-01", 1n),
    owed("2026-03-02", 2n),
    owed("2026-03-03", 4n),
    owed("2026-03-06", 8n),
    owed("2026-03-07", 16n),
    owed("2026-03-09", 32n),
    owed("2026-03-10", 64n),
    owed("2026-04-10", 128n),
  ];
  expect(sumByDue(DUE_AGES, days, today)).toEqual([
    { due: "not_due", count: 2, grossFen: 192n },
    { due: "1-3", count: 2, grossFen: 48n },
    { due: "4-7", count: 2, grossFen: 12n },
    { due: "8+", count: 2, grossFen: 3n },
  ]);
});

test.each([DUE_GROUPS, DUE_AGES])("every day lies in exactly one of %s, %s, %s, %s", (...dues) => {
  for (let days = -30; days <= 30; days += 1) {
    const day = addDays(today, days);
    const within = dues.filter((due) => {
      const { from, until } = dueDays(due, today);
      return (from ?? day) <= day && (until === null || day < until);
    });
    expect([day, within.length]).toEqual([day, 1]);
  }
});
