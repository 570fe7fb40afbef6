import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { migrationsFolder } from "@/scripts/database/list-migrations";
import { readSchemaFiles } from "@/scripts/database/read-schema-files";
import { openSchemaEngine } from "@/scripts/database/schema-engine";

/**
 * `npm run migration:write -- NAME DATABASE_URL`: writes the SQL between that (migrated) database
 * and prisma/schema into a new migration. CHECKs, triggers and policies are added by hand.
 */
const [name, databaseUrl, from = "database"] = process.argv.slice(2);
if (!name || !databaseUrl) throw new Error("usage: migration:write NAME DATABASE_URL [empty]");

const files = readSchemaFiles().map(([path, content]) => ({ path, content }));
const { engine, close } = await openSchemaEngine(databaseUrl);
const { stdout } = await engine.diff({
  from: from === "empty" ? { tag: "empty" } : { tag: "url", url: databaseUrl },
  to: { tag: "schemaDatamodel", files },
  script: true,
  exitCode: null,
  filters: { externalTables: [], externalEnums: [] },
});
await close();

const folder = join(migrationsFolder, name);
mkdirSync(folder);
writeFileSync(join(folder, "migration.sql"), stdout ?? "");
process.stdout.write(`${folder}/migration.sql\n`);
