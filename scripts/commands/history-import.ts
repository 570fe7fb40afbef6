import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { prepareDatabase } from "@/scripts/database/prepare-database";
import { setSettings } from "@/scripts/database/process-settings";
import { borrowDatabase } from "@/scripts/instance/borrow-database";
import { openDataFolder } from "@/scripts/instance/check-machine";
import { loadSecrets } from "@/scripts/instance/load-secrets";
import { PlainFault } from "@/scripts/instance/plain-fault";
import { programSettings } from "@/scripts/instance/program-settings";
import { readSettings } from "@/scripts/instance/read-settings";
import { runCommand } from "@/scripts/instance/run-command";

const usage = `npm run history:import -- --shop SLUG FILE [options]     CSV, also gzipped
npm run history:import -- --shop SLUG --undo IMPORT
  --date-order ymd|dmy|mdy   how dates without a leading year are to be read (ymd)
  --refund-prefix C          invoices that begin so are refunds; "" for none
  --ignored-prefix A         invoices that begin so are no orders; "" for none
  --column FIELD=HEAD        for a head that does not speak for itself, as often as needed`;

/**
 * `npm run history:import`: brings the orders of another system into a shop's analytics, by the same
 * commands as the dashboard. The last line is a JSON object with the counts.
 */
await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      shop: { type: "string" },
      undo: { type: "string" },
      "date-order": { type: "string", default: "ymd" },
      "refund-prefix": { type: "string", default: "C" },
      "ignored-prefix": { type: "string", default: "A" },
      column: { type: "string", multiple: true, default: [] },
    },
  });
  const { shop, undo } = values;
  const [file] = positionals;
  if (!shop || (!file && !undo)) throw new PlainFault(usage);
  const root = resolve(import.meta.dirname, "../..");
  const settings = readSettings(root, [], process.env);
  openDataFolder(settings.dataDir);
  const secrets = loadSecrets(settings.dataDir, {});
  const database = await borrowDatabase(settings);
  try {
    const appUrl = await prepareDatabase(database.ownerUrl, secrets.applicationPassword);
    const env = Object.entries(programSettings(settings, secrets, appUrl));
    setSettings(Object.fromEntries(env.map(([name, value]) => [name, value ?? ""])));
    // Loaded late: what it imports reads the settings above once and for all.
    const { importHistory } = await import("@/scripts/history/import-history");
    return await importHistory({
      slug: shop,
      file: file ?? null,
      undo: undo ?? null,
      columns: values.column,
      dateOrder: values["date-order"],
      refundPrefix: values["refund-prefix"],
      ignoredPrefix: values["ignored-prefix"],
      say: (line) => console.log(line),
    });
  } finally {
    await database.stop();
  }
});
