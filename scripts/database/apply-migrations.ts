import { listMigrations } from "@/scripts/database/list-migrations";
import { openSchemaEngine } from "@/scripts/database/schema-engine";

/**
 * Applies what prisma/migrations holds and the database lacks, recorded in Prisma's own
 * `_prisma_migrations`, so that `prisma migrate deploy` elsewhere agrees.
 * @param databaseUrl of the owner of the tables, not of the application's role
 * @returns the names of the migrations applied now
 */
export async function applyMigrations(databaseUrl: string): Promise<readonly string[]> {
  const { engine, close } = await openSchemaEngine(databaseUrl);
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: listMigrations(),
      filters: { externalTables: [], externalEnums: [] },
    });
    return appliedMigrationNames;
  } finally {
    await close();
  }
}
