import { join } from "node:path";
import { asOwner, copyDatabase } from "@/bench/checkout/two-databases";
import { measureCollection } from "@/bench/collect/measure-collection";
import { startShop } from "@/bench/landing/start-shop";

/**
 * `npm run bench -- collect` (`tsx bench/collect.ts [visits]`): what pages send, taken in over HTTP to
 * durable rows, against multi-row INSERT of the same rows on the same Postgres, alternating; and what
 * becomes of the landings meanwhile. On a Postgres that waits for the disk.
 */
const limits = { ratio: 0.5, p99Ratio: 2 };
const visits = Number(process.argv[2] ?? 20_000);

const shop = await startShop(join(import.meta.dirname, ".."));
try {
  const serverUrl = shop.superuserUrl.replace(/\/landing$/, "/postgres");
  const [template] = await asOwner(serverUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "select datname as name from pg_database where datistemplate and datname like 'renhe%'",
    );
    return rows;
  });
  if (!template) throw new Error("there is no template");
  await copyDatabase(serverUrl, template.name, "by_hand");
  const handUrl = serverUrl.replace(/\/postgres$/, "/by_hand");
  const figures = await measureCollection(shop, handUrl, visits);
  const ok =
    figures.ratio >= limits.ratio &&
    figures.p99Ratio <= limits.p99Ratio &&
    figures.refused === 0 &&
    figures.failedRequests === 0 &&
    figures.kept === figures.events;
  console.log(JSON.stringify({ bench: "collect", ...figures, limits, ok }));
  process.exitCode = ok ? 0 : 1;
} finally {
  await shop.stop();
}
