import { Prisma } from "@/prisma/generated/client";

/**
 * Begins a statement whose best plan depends on its values: how long a window is, how large a part. A
 * connection prepares every other statement, and after five runs Postgres may settle on one plan for all
 * values: for a year of days that took a hundred times as long as the plan for a year. Planning costs
 * half a millisecond each time.
 */
export const plannedAnew = Prisma.sql`/* planned anew */`;

export const isPlannedAnew = (text: string): boolean => text.startsWith(plannedAnew.text);
