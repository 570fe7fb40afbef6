import { saveCommissionRule } from "@/features/commissions/commands/save-commission-rule";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";
import type { DemoRule } from "@/prisma/seed/shops/demo-shop";
import { expectOk } from "@/prisma/seed/shops/expect-ok";
import type { OpenShop } from "@/prisma/seed/shops/open-shop";

/** The owner saves commission rules, one after the other. */
export async function setRules(
  { merchantId, staffIds }: OpenShop,
  rules: readonly DemoRule[],
  now: Date,
): Promise<void> {
  for (const { place, level, terms } of rules) {
    const scopeId = await inMerchant(merchantId, (tx) => scopeIdOf(tx, merchantId, place));
    const amount =
      "rateBps" in terms
        ? { rateBps: terms.rateBps, fixedFenPerUnit: null }
        : { rateBps: null, fixedFenPerUnit: terms.fixedFenPerUnit };
    const rule = { scope: place.scope, scopeId, level, enabled: true, lossConfirmed: false };
    const owner = { merchantId, staffId: staffIds.owner };
    expectOk(await saveCommissionRule(owner, { ...rule, ...amount }, now));
  }
}

async function scopeIdOf(
  tx: MerchantTx,
  merchantId: string,
  place: DemoRule["place"],
): Promise<string | null> {
  if (place.scope === "merchant") return null;
  const { scope, name } = place;
  const select = { id: true } as const;
  const find = {
    category: () => tx.category.findFirst({ where: { merchantId, slug: name }, select }),
    product: () => tx.product.findFirst({ where: { merchantId, slug: name }, select }),
    sku: () => tx.sku.findFirst({ where: { merchantId, code: name }, select }),
    grade: () => tx.distributorGrade.findFirst({ where: { merchantId, name }, select }),
  };
  const row = await find[scope]();
  if (!row) throw new Error(`the demo has no ${scope} ${name}`);
  return row.id;
}
