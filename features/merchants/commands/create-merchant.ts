import { LABOUR_INCOME_RULE_2019 } from "@/domain/tax/tax-rule";
import { writeTerms } from "@/domain/tax/write-terms";
import { newMerchantId } from "@/features/merchants/gate";
import type { NewMerchantInput } from "@/features/merchants/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

type CreatedMerchant =
  | { ok: true; merchantId: AuthorizedMerchantId }
  | { ok: false; reason: "slug_taken" | "host_taken" };

/**
 * Sets up a merchant: its hosts, an empty profile, the first policy (level 2 off, seven days of
 * hold), the tax rule in force and a freight template to begin with. The merchant is new, so its id needs no other proof.
 */
export async function createMerchant(input: NewMerchantInput, now: Date): Promise<CreatedMerchant> {
  const merchantId = newMerchantId();
  return inMerchant(merchantId, async (tx) => {
    if (await tx.merchant.findUnique({ where: { slug: input.slug } })) {
      return { ok: false, reason: "slug_taken" };
    }
    const { hosts } = input;
    const taken = await tx.merchantHost.count({ where: { host: { in: hosts } } });
    if (taken > 0) return { ok: false, reason: "host_taken" };
    await writeMerchant(tx, merchantId, input, now);
    return { ok: true, merchantId };
  });
}

async function writeMerchant(
  tx: MerchantTx,
  merchantId: string,
  { slug, name, hosts }: NewMerchantInput,
  now: Date,
): Promise<void> {
  await tx.merchant.createMany({ data: [{ id: merchantId, slug, name, createdAt: now }] });
  await tx.merchantHost.createMany({
    data: hosts.map((host, index) => ({ host, merchantId, isPrimary: index === 0 })),
  });
  await tx.merchantProfile.createMany({ data: [{ merchantId, name }] });
  await tx.merchantPolicy.createMany({ data: [{ merchantId, version: 1, createdAt: now }] });
  const { validFrom, terms, ...rule } = LABOUR_INCOME_RULE_2019;
  await tx.taxRule.createMany({
    data: [
      {
        ...rule,
        merchantId,
        validFrom: new Date(validFrom),
        validUntil: null,
        terms: writeTerms(terms),
        createdAt: now,
      },
    ],
  });
  await tx.freightTemplate.createMany({
    data: [
      {
        merchantId,
        id: newId(),
        name: "默认运费",
        isDefault: true,
        freeFromFen: 99_00n,
        rules: [
          {
            provinces: "default",
            firstQuantity: 1,
            firstFen: "1000",
            nextQuantity: 0,
            nextFen: "0",
          },
        ],
      },
    ],
  });
}
