import type pg from "pg";
import { isPlannedAnew } from "@/lib/db/planned-anew";
import { statementName } from "@/lib/db/statement-name";
import { Prisma } from "@/prisma/generated/client";

/** A statement as the driver takes it: prepared under its name, unless it is to be planned anew. */
export function toQuery(sql: Prisma.Sql): pg.QueryConfig {
  const { text } = sql;
  return {
    ...(isPlannedAnew(text) ? {} : { name: statementName(text) }),
    text,
    values: sql.values.map(toParameter),
  };
}

/** Instants as UTC whatever the machine's time zone is; the driver knows the rest. */
function toParameter(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  return Prisma.Decimal.isDecimal(value) ? value.toString() : value;
}
