import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { readSchemaFiles } from "@/scripts/database/read-schema-files";

/** The published adapter cuts a script at every semicolon, also inside functions: send it whole. */
class WholeScriptPg extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script);
    };
    return adapter;
  }
}

/**
 * Prisma's schema engine as WebAssembly from the npm registry: migrations without the engine
 * download that the CLI would make (docs/decisions/0003-prisma-without-downloads.md).
 */
export async function openSchemaEngine(
  databaseUrl: string,
): Promise<{ engine: SchemaEngine; close: () => Promise<void> }> {
  await loadWasmOnce();
  // A pool of our own: freeing the engine would leave its connections open.
  const pool = new pg.Pool({ connectionString: databaseUrl });
  pool.on("error", () => {});
  const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScriptPg(pool));
  const engine = await engineModule.SchemaEngine.new(
    { datamodels: readSchemaFiles() },
    () => {},
    adapter,
  );
  return {
    engine,
    close: async () => {
      engine.free();
      await pool.end();
    },
  };
}

let loaded = false;

async function loadWasmOnce(): Promise<void> {
  if (loaded) return;
  const glue = createRequire(import.meta.url).resolve(
    "@prisma/schema-engine-wasm/schema_engine_bg",
  );
  const { instance } = await WebAssembly.instantiate(readFileSync(glue.replace(/\.js$/, ".wasm")), {
    "./schema_engine_bg.js": { ...engineModule },
  });
  engineModule.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === "function") start();
  loaded = true;
}
