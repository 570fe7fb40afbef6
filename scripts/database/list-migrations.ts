import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { MigrationList } from "@prisma/schema-engine-wasm/schema_engine_bg";

export const migrationsFolder = join(import.meta.dirname, "../../prisma/migrations");

/** The migrations folder in the shape that Prisma's schema engine asks for. */
export function listMigrations(): MigrationList {
  const lockfile = join(migrationsFolder, "migration_lock.toml");
  const names = readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir: migrationsFolder,
    lockfile: {
      path: "migration_lock.toml",
      content: existsSync(lockfile) ? readFileSync(lockfile, "utf8") : null,
    },
    shadowDbInitScript: "",
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: {
          tag: "ok",
          value: readFileSync(join(migrationsFolder, name, "migration.sql"), "utf8"),
        },
      },
    })),
  };
}
