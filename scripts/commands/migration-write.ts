import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { migrationsFolder } from "@/scripts/database/list-migrations";
import { readSchemaFiles } from "@/scripts/database/read-schema-files";
import { openSchemaEngine } from "@/scripts/database/schema-engine";

/**
 * `npm run migration:write -- NAME DATABASE_URL [COMMIT]`: writes the SQL that leads from prisma/schema
 * as of that commit (the last one, unless named) to prisma/schema as it stands into a new migration.
 * CHECKs, triggers and policies are added by hand. The engine only greets the database (any running
 * Postgres): it cannot read the one of the application, whose extensions it does not know.
 */
const [name, databaseUrl, commit = "HEAD"] = process.argv.slice(2);
if (!name || !databaseUrl) throw new Error("usage: migration:write -- NAME DATABASE_URL [COMMIT]");

const { engine, close } = await openSchemaEngine(databaseUrl);
const { stdout } = await engine.diff({
  from: { tag: "schemaDatamodel", files: committedFiles() },
  to: { tag: "schemaDatamodel", files: currentFiles() },
  script: true,
  exitCode: null,
  filters: { externalTables: [], externalEnums: [] },
});
await close();

const folder = join(migrationsFolder, name);
mkdirSync(folder);
writeFileSync(join(folder, "migration.sql"), stdout ?? "");
process.stdout.write(`${folder}/migration.sql\n`);

function currentFiles() {
  return readSchemaFiles().map(([path, content]) => ({ path, content }));
}

function committedFiles() {
  const git = (...args: string[]) => execFileSync("git", args, { encoding: "utf8" });
  return git("ls-tree", "--name-only", commit, "prisma/schema/")
    .split("\n")
    .filter((path) => path.endsWith(".prisma"))
    .map((path) => ({ path, content: git("show", `${commit}:${path}`) }));
}
