import { askInTurns } from "@/bench/boards/ask-in-turns";
import type { FactFigures } from "@/bench/boards/compare-with-facts";
import { weighTimes } from "@/bench/boards/weigh-times";
import { type FilledShop, openFilledShop, startKeptServer } from "@/bench/generator/filled-shop";
import { testSecret } from "@/e2e/database-secret";
import { setSettings } from "@/scripts/database/process-settings";
import { runProgram } from "@/scripts/test-run/run-program";

/**
 * `npm run bench -- boards`: the server's time for everything that each board asks, over a generated shop
 * of 1,000,000 orders and 10,000,000 events and over one of a tenth of that, a moment of one and then of the
 * other; and the same questions asked of the facts themselves, which must be answered alike. `boards tenth`
 * leaves out the large shop, whose first roll-up takes long.
 */
const limits = { p95Ms: 50, fullByTenth: 1.2 };

const size = process.argv[2] === "tenth" ? "tenth" : "full";
setSettings({ RENHE_SECRET: testSecret, LOG_LEVEL: "warn" });
const server = await startKeptServer();
try {
  const tenth = await openFilledShop(server.url, "tenth", console.log);
  const shop = size === "tenth" ? tenth : await openFilledShop(server.url, size, console.log);
  const facts = await prepare(tenth);
  if (shop !== tenth) facts.push(...(await prepare(shop)));
  const [ofTenth = [], ofShop = ofTenth] = await askInTurns(
    shop === tenth ? [tenth] : [tenth, shop],
  );
  const boards = weighTimes(ofShop, ofTenth);
  console.table(boards);
  console.table(facts);
  const missed = boards
    .filter(({ p95Ms, ratioP95 }) => p95Ms >= limits.p95Ms || ratioP95 > limits.fullByTenth)
    .map(({ name, days }) => `${name}/${days}`);
  const unequal = facts.filter(({ isEqual }) => !isEqual);
  const ok = missed.length === 0 && unequal.length === 0;
  console.log(
    JSON.stringify({ bench: "boards", size, boards, facts, missed, unequal, limits, ok }),
  );
  process.exitCode = ok ? 0 : 1;
} finally {
  await server.stop();
}

/** In a process of its own: the settings of a database are read once. */
async function prepare(shop: FilledShop): Promise<FactFigures[]> {
  const { output, code } = await runProgram(
    ["bench/boards/prepare-shop.ts", JSON.stringify(shop)],
    {
      keepOutput: true,
      env: { DATABASE_URL: shop.appUrl, RENHE_SECRET: testSecret, LOG_LEVEL: "warn" },
    },
  );
  if (code !== 0) throw new Error("a shop could not be rolled up");
  return JSON.parse(output.trimEnd().split("\n").at(-1) ?? "");
}
