import { addDays } from "../metrics/calendar-day";

type Sum = { count: number; grossFen: bigint };
type Group = "overdue" | "today" | "week" | "later";

/**
 * What is owed, by how soon: on days before today, today, on the seven days after it, later.
 * @param today in Shanghai, YYYY-MM-DD
 */
export function dueGroups(
  byDueDay: readonly (Sum & { day: string })[],
  today: string,
): Record<Group, Sum> {
  const weekEnd = addDays(today, 7);
  const groups: Record<Group, Sum> = {
    overdue: { count: 0, grossFen: 0n },
    today: { count: 0, grossFen: 0n },
    week: { count: 0, grossFen: 0n },
    later: { count: 0, grossFen: 0n },
  };
  for (const { day, count, grossFen } of byDueDay) {
    const group = groups[groupOf(day, today, weekEnd)];
    group.count += count;
    group.grossFen += grossFen;
  }
  return groups;
}

function groupOf(day: string, today: string, weekEnd: string): Group {
  if (day < today) return "overdue";
  if (day === today) return "today";
  return day <= weekEnd ? "week" : "later";
}
