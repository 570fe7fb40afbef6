import type { DayWindow } from "@/domain/metrics/window";
import { Prisma } from "@/prisma/generated/client";

/** The days from the first to the last of all windows, so that no index is read beyond them. */
export function withinWindows(day: Prisma.Sql, windows: readonly DayWindow[]): Prisma.Sql {
  const first = windows.map(({ from }) => from).sort()[0] ?? "";
  const end =
    windows
      .map(({ to }) => to)
      .sort()
      .at(-1) ?? "";
  return Prisma.sql`${day} >= ${first}::date and ${day} < ${end}::date`;
}
