import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { evening } from "@/bench/boards/evening";
import { asOwner } from "@/bench/checkout/two-databases";
import type { FilledShop } from "@/bench/generator/filled-shop";
import { measureWhole } from "@/bench/rollup/measure-roll-up";
import { advanceLookBacks } from "@/features/insights/commands/advance-look-backs";
import { advanceVoice } from "@/features/insights/commands/advance-voice";
import { rollUpStock } from "@/features/stock/commands/roll-up-stock";
import { authorizeMerchantId } from "@/lib/db/authorized-merchant-id";

const root = join(import.meta.dirname, "../..");
/** What the roll-ups are made by. */
const makers = [
  "features/insights/commands/{roll-up-{figures,people,reaches},sum-dekads}.ts",
  "features/insights/queries/facts-of-{commissions,figures,people,traffic}.ts",
];

/**
 * Brings everything that boards ask up to the facts: the roll-ups only where they are not there or were
 * made otherwise, because they take long from nothing; and what looks back each time.
 */
export async function rollUpIfNeeded(
  shop: FilledShop,
  say: (sentence: string) => void,
): Promise<void> {
  const stamp = hashMakers();
  if (!(await isRolledUp(shop, stamp))) {
    await measureWhole(shop, say);
    await asOwner(shop.ownerUrl, (client) =>
      client.query("insert into testing.rolled_up values ($1)", [stamp]),
    );
  }
  const merchantId = authorizeMerchantId(shop.merchantId);
  const begin = performance.now();
  await rollUpStock(merchantId, { now: evening });
  await advanceVoice(merchantId, evening);
  await advanceLookBacks(merchantId, evening);
  await asOwner(shop.ownerUrl, (client) => client.query("vacuum analyze"));
  say(
    `stock, word of mouth and what looks back: ${((performance.now() - begin) / 1000).toFixed(1)} s`,
  );
}

async function isRolledUp(shop: FilledShop, stamp: string): Promise<boolean> {
  return asOwner(shop.ownerUrl, async (client) => {
    await client.query("create table if not exists testing.rolled_up (stamp text not null)");
    const found = await client.query("select from testing.rolled_up where stamp = $1", [stamp]);
    return found.rowCount === 1;
  });
}

function hashMakers(): string {
  const hash = createHash("sha256");
  for (const file of makers.flatMap((maker) => globSync(maker, { cwd: root })).sort()) {
    hash.update(readFileSync(join(root, file)));
  }
  return hash.digest("hex");
}
