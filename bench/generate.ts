import { asOwner } from "@/bench/checkout/two-databases";
import {
  openFilledShop,
  SHOP_SIZES,
  type ShopSize,
  startKeptServer,
} from "@/bench/generator/filled-shop";
import { testSecret } from "@/e2e/database-secret";
import { setSettings } from "@/scripts/database/process-settings";
import { runInvariants } from "@/scripts/database/run-invariants";

/**
 * `npm run bench -- generate [full|tenth]`: makes the shop that boards and roll-up are measured over,
 * 10,000,000 events and 1,000,000 orders or a tenth of that, and looks at it with every invariant. It is
 * kept, and used again while generator and schema stay the same.
 */
const size: ShopSize = process.argv[2] === "full" ? "full" : "tenth";
setSettings({ RENHE_SECRET: testSecret, LOG_LEVEL: "silent" });
const server = await startKeptServer();
try {
  const { ownerUrl, seconds } = await openFilledShop(server.url, size, console.log);
  const results = await asOwner(ownerUrl, runInvariants);
  const broken = results.filter(({ rowCount }) => rowCount > 0).map(({ name }) => name);
  const ok = broken.length === 0;
  console.log(
    JSON.stringify({ bench: "generate", size, ...SHOP_SIZES[size], seconds, broken, ok }),
  );
  process.exitCode = ok ? 0 : 1;
} finally {
  await server.stop();
}
