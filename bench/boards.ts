import type { FactFigures } from "@/bench/boards/compare-with-facts";
import type { BoardTimes } from "@/bench/boards/measure-boards";
import { weighTimes } from "@/bench/boards/weigh-times";
import { type FilledShop, openFilledShop, startKeptServer } from "@/bench/generator/filled-shop";
import { testSecret } from "@/e2e/database-secret";
import { setSettings } from "@/scripts/database/process-settings";
import { runProgram } from "@/scripts/test-run/run-program";

/**
 * `npm run bench -- boards`: the server's time for everything that each board asks, over a generated shop
 * of 1,000,000 orders and 10,000,000 events and over one of a tenth of that, three times in turns, so that a
 * slow minute of the machine is one of both; and the same questions asked of the facts themselves, which
 * must be answered alike. `boards tenth` leaves out the large shop, whose first roll-up takes long.
 */
const limits = { p95Ms: 50, fullByTenth: 1.2 };
const rounds = 3;

const size = process.argv[2] === "tenth" ? "tenth" : "full";
setSettings({ RENHE_SECRET: testSecret, LOG_LEVEL: "warn" });
const server = await startKeptServer();
try {
  const tenth = await openFilledShop(server.url, "tenth", console.log);
  const shop = size === "tenth" ? tenth : await openFilledShop(server.url, size, console.log);
  const facts = await prepare(tenth);
  if (shop !== tenth) facts.push(...(await prepare(shop)));
  const times = { tenth: [] as BoardTimes[], shop: [] as BoardTimes[] };
  for (let round = 0; round < rounds; round += 1) {
    times.tenth.push(...(await ask<BoardTimes[]>(tenth, "time")));
    if (shop !== tenth) times.shop.push(...(await ask<BoardTimes[]>(shop, "time")));
  }
  const boards = weighTimes(shop === tenth ? times.tenth : times.shop, times.tenth);
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

function prepare(shop: FilledShop): Promise<FactFigures[]> {
  return ask(shop, "prepare");
}

/** In a process of its own: the settings of a database are read once. */
async function ask<Answer>(shop: FilledShop, step: "prepare" | "time"): Promise<Answer> {
  const { output, code } = await runProgram(
    ["bench/boards/measure-shop.ts", JSON.stringify(shop), step],
    {
      keepOutput: true,
      env: { DATABASE_URL: shop.appUrl, RENHE_SECRET: testSecret, LOG_LEVEL: "warn" },
    },
  );
  if (code !== 0) throw new Error(`measure-shop.ts ${step} failed`);
  return JSON.parse(output.trimEnd().split("\n").at(-1) ?? "");
}
