import { readdirSync } from "node:fs";
import { join } from "node:path";
import { prisma } from "@/lib/db/client";

/** The newest migration that this program was written for; the names sort by time. */
function newestMigration(): string {
  const entries = readdirSync(join(process.cwd(), "prisma/migrations"), { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return names.sort().at(-1) ?? "";
}

/**
 * Is the database there, with every migration that this program was written for? Where the
 * application's role may not read Prisma's list, a readable table must do.
 */
export async function isDatabaseReady(): Promise<boolean> {
  const applied = await listApplied();
  if (applied) return applied.some(({ name }) => name === newestMigration());
  return prisma().$queryRaw`select 1 from merchant_host limit 1`.then(
    () => true,
    () => false,
  );
}

async function listApplied(): Promise<{ name: string }[] | null> {
  try {
    return await prisma().$queryRaw<{ name: string }[]>`
      select migration_name as name from _prisma_migrations where finished_at is not null`;
  } catch {
    return null;
  }
}
