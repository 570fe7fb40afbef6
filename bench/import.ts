import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asOwner } from "@/bench/checkout/two-databases";
import { cutHistory } from "@/bench/import/cut-history";
import { importElsewhere } from "@/bench/import/import-elsewhere";
import { makeUpHistory } from "@/bench/import/make-up-history";
import { testSecret } from "@/e2e/database-secret";
import { applicationUrl, buildTemplate } from "@/e2e/database-template";
import { setSettings } from "@/scripts/database/process-settings";
import { startTemporaryPostgres } from "@/scripts/database/temporary-postgres";

/**
 * `npm run bench -- import [FILE]`: an order history (CSV, gzipped or not) read and made into orders, and a
 * tenth of it, each by a process of its own, on a Postgres that waits for the disk. Without a file, or where
 * it is missing, one of the same size is made up, and the measurement says so.
 */
const limits = { seconds: 60, memoryRatio: 1.3 };
const madeUpLines = 525_461;

const folder = await mkdtemp(join(tmpdir(), "renhe-history-"));
const server = await startTemporaryPostgres({ durable: true });
try {
  const asked = process.argv[2];
  const isThere = asked !== undefined && existsSync(asked);
  const whole = isThere ? asked : join(folder, "whole.csv.gz");
  if (!isThere) {
    const why = asked === undefined ? "No file was given" : `There is no file ${asked}`;
    console.log(`${why}: measured with ${madeUpLines} lines that are made up.`);
    await makeUpHistory(whole, madeUpLines);
  }
  const tenthPath = join(folder, "tenth.csv.gz");
  await cutHistory(whole, tenthPath, 0.1);

  const template = await buildTemplate(server.url);
  await asOwner(server.url, (client) =>
    client.query(`create database history template ${template}`),
  );
  const url = server.url.replace(/\/postgres$/, "/history");
  setSettings({
    DATABASE_URL: applicationUrl(url),
    TEST_SUPERUSER_URL: url,
    RENHE_SECRET: testSecret,
    STORAGE_DIR: join(folder, "storage"),
    LOG_LEVEL: "warn",
  });
  const tenth = await importElsewhere(tenthPath);
  console.log(
    `a tenth: ${tenth.readLines} lines in ${tenth.seconds} s, at most ${tenth.peakMb} MB`,
  );
  const full = await importElsewhere(whole);
  console.log(`all: ${full.readLines} lines in ${full.seconds} s, at most ${full.peakMb} MB`);
  const memoryRatio = Number((full.peakMb / tenth.peakMb).toPrecision(3));
  const { readLines, saleLines, refundLines, refusedLines } = full;
  const ok =
    readLines === saleLines + refundLines + refusedLines &&
    full.seconds <= limits.seconds &&
    memoryRatio <= limits.memoryRatio;
  const source = isThere ? "file" : "made up";
  console.log(JSON.stringify({ bench: "import", source, full, tenth, memoryRatio, limits, ok }));
  process.exitCode = ok ? 0 : 1;
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
