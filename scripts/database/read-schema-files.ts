import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const schemaFolder = join(import.meta.dirname, "../../prisma/schema");

/** Every file of prisma/schema as [path, content], in a stable order. */
export function readSchemaFiles(): [string, string][] {
  return readdirSync(schemaFolder)
    .filter((name) => name.endsWith(".prisma"))
    .sort()
    .map((name) => [join("prisma/schema", name), readFileSync(join(schemaFolder, name), "utf8")]);
}
