import { Prisma } from "@/prisma/generated/client";

/** The first day of the dekad that a day of the database lies in: firstOfDekad of domain/metrics/dekad.ts. */
export function dekadOf(day: string): Prisma.Sql {
  return Prisma.raw(
    `(date_trunc('month', ${day}::timestamp)::date + 10 * least(2, (extract(day from ${day})::int - 1) / 10))`,
  );
}
