import { addDays } from "@/domain/metrics/calendar-day";
import { asSuperuser, type TestMerchant } from "@/e2e/database";
import { type Roll, stretch } from "@/e2e/random-facts";
import { applyForDistributor } from "@/features/distributors/commands/apply-for-distributor";
import { bookBillFees } from "@/features/reconciliation/commands/book-bill-fees";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

/** Stretches in which just one kind of change happens, so that no other one marks the days for it. */
const [moves, applies, bills] = [5, 8, 11];
export const stretchesToCheck: readonly number[] = [moves, applies, bills];

type Stretch = { n: number; roll: Roll };
type Places = { categoryIds: string[]; sceneIds: string[] };

/** A second category and two scenes to move products between. */
export async function preparePlaces({ merchantId, productIds }: TestMerchant): Promise<Places> {
  const [category, ...scenes] = [newId(), newId(), newId()];
  return inMerchant(merchantId, async (tx) => {
    const old = await tx.product.findFirstOrThrow({ where: { id: { in: [...productIds] } } });
    await tx.category.create({ data: { merchantId, id: category, slug: category, name: "旧物" } });
    await tx.scene.createMany({
      data: scenes.map((id) => ({ merchantId, id, slug: id, title: id })),
    });
    return { categoryIds: [old.categoryId, category], sceneIds: scenes };
  });
}

/**
 * What happens in the n-th stretch to facts that are past: products go to another category or scene, a
 * sharer becomes a distributor, a bill says what payments and refunds cost.
 */
export async function changePast(
  merchant: TestMerchant,
  places: Places,
  stretchOf: Stretch,
): Promise<void> {
  const { n, roll } = stretchOf;
  const isAlone = [moves, applies, bills].some((one) => one === n);
  if (n === moves || (!isAlone && roll(4) === 0)) await moveProduct(merchant, places, roll);
  if (n === applies) {
    const application = {
      displayName: "晚来的分销员",
      applicationText: "",
      consent: "yes" as const,
    };
    const applied = await applyForDistributor(merchant.scope(), application, stretch(n).to);
    if (!applied.ok) throw new Error(applied.reason);
  }
  if (n === bills || (!isAlone && roll(4) === 0)) await bookFees(merchant, stretchOf);
}

async function moveProduct(merchant: TestMerchant, places: Places, roll: Roll): Promise<void> {
  const { merchantId, productIds } = merchant;
  const productId = productIds[roll(productIds.length)] ?? "";
  const sceneId = places.sceneIds[roll(2)] ?? "";
  const categoryId = places.categoryIds[roll(2)] ?? "";
  await inMerchant(merchantId, async (tx) => {
    await tx.product.updateMany({ where: { id: productId }, data: { categoryId } });
    const { count } = await tx.sceneProduct.deleteMany({ where: { productId, sceneId } });
    if (count === 0) await tx.sceneProduct.create({ data: { merchantId, productId, sceneId } });
  });
}

/** A bill with some of the payments and refunds so far, whose fees are booked at the stretch's end. */
async function bookFees(merchant: TestMerchant, { n, roll }: Stretch): Promise<void> {
  const { merchantId, wechatCredentials } = merchant;
  const day = addDays("2030-01-01", n);
  const { to } = stretch(n);
  const found = await inMerchant(merchantId, async (tx) => ({
    payments: await tx.payment.findMany({ where: { order: { paidAt: { not: null } } } }),
    refunds: await tx.refund.findMany({ where: { succeededAt: { not: null } } }),
    booked: await tx.wechatBillLine.findMany({ where: { kind: "trade" } }),
  }));
  const lines = [
    ...found.payments.map((one) => ({
      ...one,
      kind: "payment",
      no: one.outTradeNo,
      feeFen: 1 + roll(90),
    })),
    ...found.refunds.map((one) => ({
      ...one,
      kind: "refund",
      no: one.outRefundNo,
      feeFen: -1 - roll(20),
    })),
  ].filter(({ no }) => roll(2) === 0 && !found.booked.some(({ reference }) => reference === no));
  await asSuperuser(async (db) => {
    await db.query(
      `insert into wechat_bill (merchant_id, kind, day, mch_id, state, asked_at)
       values ($1, 'trade', $2, $3, 'matched', $4)`,
      [merchantId, day, wechatCredentials.mchId, to],
    );
    for (const [at, { kind, no, amountFen, feeFen }] of lines.entries()) {
      await db.query(
        `insert into wechat_bill_line
           (merchant_id, kind, day, line_no, line_kind, reference, wechat_no, amount_fen, fee_fen, at)
         values ($1, 'trade', $2, $3, $4, $5, '', $6, $7, $8)`,
        [merchantId, day, at + 1, kind, no, amountFen, feeFen, to],
      );
    }
  });
  await bookBillFees(merchantId, { mchId: wechatCredentials.mchId, day }, to);
}
