import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { asOwner } from "@/bench/checkout/two-databases";
import type { FilledShop } from "@/bench/generator/filled-shop";
import { afterLastDay, measureRollUp } from "@/bench/rollup/measure-roll-up";
import { advanceVoice } from "@/features/insights/commands/advance-voice";
import { authorizeMerchantId } from "@/lib/db/authorized-merchant-id";

const root = join(import.meta.dirname, "../..");
/** What the roll-ups are made by. */
const makers = [
  "features/insights/commands/roll-up-*.ts",
  "features/insights/queries/facts-of-*.ts",
];

/** Rolls a generated shop up unless what rolls up has done so already and is still the same. */
export async function rollUpIfNeeded(
  shop: FilledShop,
  say: (sentence: string) => void,
): Promise<void> {
  const hash = createHash("sha256");
  for (const file of makers.flatMap((maker) => globSync(maker, { cwd: root })).sort()) {
    hash.update(readFileSync(join(root, file)));
  }
  const stamp = hash.digest("hex");
  const found = await asOwner(shop.ownerUrl, async (client) => {
    await client.query("create table if not exists testing.rolled_up (stamp text not null)");
    return client.query("select from testing.rolled_up where stamp = $1", [stamp]);
  });
  if (found.rowCount === 1) return;
  await measureRollUp(shop, say);
  await asOwner(shop.ownerUrl, (client) =>
    client.query("truncate day_voice, day_product_stars, month_product_stars"),
  );
  await advanceVoice(authorizeMerchantId(shop.merchantId), afterLastDay);
  await asOwner(shop.ownerUrl, async (client) => {
    await client.query("delete from testing.rolled_up");
    await client.query("insert into testing.rolled_up values ($1)", [stamp]);
  });
}
