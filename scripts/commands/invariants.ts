import { resolve } from "node:path";
import { askInvariants } from "@/scripts/database/ask-invariants";
import { borrowDatabase } from "@/scripts/instance/borrow-database";
import { openDataFolder } from "@/scripts/instance/check-machine";
import { readSettings } from "@/scripts/instance/read-settings";
import { runCommand } from "@/scripts/instance/run-command";

/** `npm run invariants`: a line for each, with the rows that break it; fails if there is one. */
await runCommand(async () => {
  const settings = readSettings(resolve(import.meta.dirname, "../.."), [], process.env);
  openDataFolder(settings.dataDir);
  const database = await borrowDatabase(settings);
  try {
    const results = await askInvariants(database.ownerUrl);
    for (const { name, rowCount, rows, durationMs } of results) {
      const verdict = rowCount === 0 ? "ok    " : "BROKEN";
      console.log(`${verdict} ${name}: ${rowCount} rows, ${durationMs} ms`);
      for (const row of rows) console.log(`       ${JSON.stringify(row)}`);
    }
    const broken = results.filter(({ rowCount }) => rowCount > 0).length;
    console.log(`${results.length - broken} hold, ${broken} broken`);
    return broken === 0 && results.length > 0 ? 0 : 1;
  } finally {
    await database.stop();
  }
});
