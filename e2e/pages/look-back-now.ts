import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { browserInstance } from "@/e2e/browser-instance";
import { behind } from "@/e2e/pages/behind";
import { foreignSettings } from "@/scripts/database/process-settings";

const run = promisify(execFile);
const script = join(import.meta.dirname, "look-back.ts");

/**
 * Brings the roll-ups and everything that looks back over all days up to the facts, as the worker does within
 * minutes: reviews, cohorts, segments, the share tree, distributors, withdrawals. As owner of the database, and in a process
 * of its own: settings are read once, and the journeys after this one have others.
 */
export async function lookBackNow(shop: string): Promise<void> {
  // Marked days of the past are gathered for two minutes, which are over now.
  const marked =
    "update rollup_dirty set marked_at = now() - interval '1 hour' where merchant_id = $1";
  await behind(marked, [shop]);
  const settings = { DATABASE_URL: browserInstance().ownerUrl, RENHE_SECRET: "0".repeat(64) };
  const env = { ...foreignSettings(), ...settings, LOG_LEVEL: "silent" };
  await run(process.execPath, ["--import", "tsx", script, shop], { env });
}
