import type { BoardTime, ShopBoards } from "@/bench/boards/measure-boards";
import { openFilledShop, startKeptServer } from "@/bench/generator/filled-shop";
import { testSecret } from "@/e2e/database-secret";
import { setSettings } from "@/scripts/database/process-settings";
import { runProgram } from "@/scripts/test-run/run-program";

/**
 * `npm run bench -- boards`: the server's time for everything that each board asks, over a generated shop
 * of 1,000,000 orders and 10,000,000 events and over one of a tenth of that; and beside it the same
 * questions asked of the facts themselves, which must be answered alike. `boards tenth` leaves out the large shop, whose first roll-up takes long.
 */
const limits = { p95Ms: 50, fullByTenth: 1.2 };

const onlyTenth = process.argv[2] === "tenth";
setSettings({ RENHE_SECRET: testSecret, LOG_LEVEL: "warn" });
const server = await startKeptServer();
try {
  const tenth = await measure("tenth");
  const shop = onlyTenth ? tenth : await measure("full");
  const boards = shop.boards.map((board) => ({ ...board, ...besideTenth(board, tenth.boards) }));
  console.table(boards);
  console.table(shop.facts);
  const missed = boards
    .filter(({ p95Ms, ratio }) => p95Ms >= limits.p95Ms || ratio > limits.fullByTenth)
    .map(({ name, days }) => `${name}/${days}`);
  const unequal = [...tenth.facts, ...shop.facts].filter(({ isEqual }) => !isEqual);
  const ok = missed.length === 0 && unequal.length === 0;
  const size = onlyTenth ? "tenth" : "full";
  console.log(
    JSON.stringify({
      bench: "boards",
      size,
      boards,
      facts: shop.facts,
      missed,
      unequal,
      limits,
      ok,
    }),
  );
  process.exitCode = ok ? 0 : 1;
} finally {
  await server.stop();
}

function besideTenth({ name, days, p95Ms }: BoardTime, tenth: readonly BoardTime[]) {
  const small = tenth.find((one) => one.name === name && one.days === days);
  if (!small) throw new Error(`${name} was measured over one shop only`);
  return { tenthP95Ms: small.p95Ms, ratio: Math.round((p95Ms / small.p95Ms) * 100) / 100 };
}

/** In a process of its own: the settings of a database are read once. */
async function measure(size: "full" | "tenth"): Promise<ShopBoards> {
  const shop = await openFilledShop(server.url, size, console.log);
  const { output, code } = await runProgram(
    ["bench/boards/measure-shop.ts", JSON.stringify(shop)],
    {
      keepOutput: true,
      env: { DATABASE_URL: shop.appUrl, RENHE_SECRET: testSecret, LOG_LEVEL: "warn" },
    },
  );
  if (code !== 0) throw new Error(`the boards of ${size} could not be measured`);
  return JSON.parse(output.trimEnd().split("\n").at(-1) ?? "");
}
