import { cutDekads, type DekadCut } from "@/domain/metrics/dekad";
import type { DayWindow } from "@/domain/metrics/window";
import type { WindowRange } from "@/features/insights/queries/days-of-windows";
import type { Slice } from "@/features/insights/schema";
import { Prisma } from "@/prisma/generated/client";

/** Ranges that lie close together, whose rows are read at once. */
export type PeopleRows = { table: Prisma.Sql; day: Prisma.Sql; ranges: WindowRange[] };

const tables = {
  days: { table: Prisma.sql`day_people`, day: Prisma.sql`p.day` },
  dekads: { table: Prisma.sql`dekad_people`, day: Prisma.sql`p.dekad` },
};
/** More of them cost more to plan than what lies between them costs to read. */
const MAX_READS = 4;

/**
 * The rows of a slice's people that windows are summed from: whole dekads as one row each, and the days before
 * and after them; of a distributor, for whom no dekads are kept, days alone.
 */
export function peopleRows(kind: Slice["kind"], windows: readonly DayWindow[]): PeopleRows[] {
  const cuts = windows.map((window): DekadCut => {
    return kind === "distributor" ? { days: [window], dekads: [] } : cutDekads(window);
  });
  return (["days", "dekads"] as const).flatMap((which) => {
    const ranges = cuts.flatMap((cut, index) => {
      const from = windows[index]?.from ?? "";
      return cut[which].map((range) => ({ at: index + 1, from, range }));
    });
    return gather(ranges).map((near) => ({ ...tables[which], ranges: near }));
  });
}

/** Puts together what touches or overlaps; everything, where too many would be left. */
function gather(ranges: readonly WindowRange[]): WindowRange[][] {
  const groups: { to: string; ranges: WindowRange[] }[] = [];
  const ordered = ranges.toSorted((a, b) => (a.range.from < b.range.from ? -1 : 1));
  for (const one of ordered) {
    const last = groups.at(-1);
    if (!last || last.to < one.range.from) {
      groups.push({ to: one.range.to, ranges: [one] });
      continue;
    }
    last.ranges.push(one);
    if (one.range.to > last.to) last.to = one.range.to;
  }
  return groups.length > MAX_READS ? [ordered] : groups.map((group) => group.ranges);
}
