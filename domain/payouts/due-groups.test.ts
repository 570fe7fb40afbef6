import { expect, test } from "vitest";
import { dueGroups } from "./due-groups";

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
  expect(dueGroups(days, "2026-03-10")).toEqual({
    overdue: { count: 2, grossFen: 3n },
    today: { count: 1, grossFen: 4n },
    week: { count: 2, grossFen: 24n },
    later: { count: 1, grossFen: 32n },
  });
});
