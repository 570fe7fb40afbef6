import { asSuperuser, type TestMerchant } from "@/e2e/database";
import { postTransfers } from "@/features/ledger/commands/post-transfers";
import { payoutSeal } from "@/features/payouts/queries/payout-seal";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";
import { openidFor } from "@/wechat-sandbox/openid";

export type Payee = { customerId: string; distributorId: string; userId: string };

/** So many people are written in one statement. */
const batch = 500;
const since = new Date("2026-01-01T00:00:00.000Z");

/** People with a distributor, an account and `amountFen` to withdraw each. */
export async function preparePayees(
  shop: TestMerchant,
  count: number,
  amountFen: bigint,
): Promise<Payee[]> {
  const people = Array.from({ length: count }, (_, index) => ({
    customerId: newId(),
    distributorId: newId(),
    userId: `payee-${index}`,
  }));
  for (let from = 0; from < count; from += batch) {
    const some = people.slice(from, from + batch);
    await writePeople(shop, some);
    await fund(shop, some, amountFen);
  }
  // A day's total of the shop is no part of what is measured.
  await asSuperuser(async (db) => {
    await db.query("set session_replication_role = replica");
    await db.query("update merchant_policy set payout_daily_total_fen = 100000000000");
  });
  return people;
}

async function writePeople(shop: TestMerchant, people: readonly Payee[]): Promise<void> {
  const { merchantId } = shop;
  const { appId } = shop.wechatCredentials;
  await inMerchant(merchantId, async (tx) => {
    await tx.customer.createMany({
      data: people.map(({ customerId }) => ({ merchantId, id: customerId, createdAt: since })),
    });
    await tx.wechatIdentity.createMany({
      data: people.map(({ customerId, userId }) => ({
        merchantId,
        appId,
        customerId,
        openId: openidFor(appId, userId),
        createdAt: since,
      })),
    });
    await tx.distributor.createMany({
      data: people.map(({ customerId, distributorId, userId }) => ({
        merchantId,
        id: distributorId,
        customerId,
        status: "approved" as const,
        displayName: userId,
        appliedAt: since,
        decidedAt: since,
      })),
    });
    await tx.payoutAccount.createMany({
      data: people.map(({ distributorId, userId }) => {
        const key = { merchantId, distributorId };
        return {
          ...key,
          realNameSealed: payoutSeal.seal("张三", key, "realName"),
          idNumberSealed: payoutSeal.seal(userId, key, "idNumber"),
          idNumberHash: payoutSeal.hashIdNumber(merchantId, userId),
          idNumberTail: "0000",
          consentVersion: "bench",
          createdAt: since,
          changedAt: since,
        };
      }),
    });
  });
}

/** As if a commission had settled; no order stands behind it, which is no matter of payouts. */
async function fund(
  { merchantId }: TestMerchant,
  people: readonly Payee[],
  amountFen: bigint,
): Promise<void> {
  const sales = { kind: "merchant_sales", distributorId: null, shard: 0 } as const;
  const drafts = people.map(({ distributorId }) => ({
    eventKey: `bench:${distributorId}`,
    code: "commission_settled" as const,
    phase: "single" as const,
    debit: sales,
    credit: { kind: "commission_available" as const, distributorId, shard: 0 },
    amountFen,
    reference: { kind: "commission" as const, id: distributorId },
  }));
  await inMerchant(merchantId, (tx) => postTransfers(tx, { merchantId, drafts, now: since }));
}
