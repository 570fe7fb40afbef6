import { createHash, randomBytes } from "node:crypto";
import { asSuperuser, type TestMerchant } from "@/e2e/database";
import {
  addFriend,
  addRule,
  deliverTestOrder,
  payTestOrder,
  placeTestOrder,
  type TestOrder,
} from "@/e2e/order-fixtures";
import { settleDueCommissions } from "@/features/commissions/commands/settle-due-commissions";
import { requestPayout } from "@/features/payouts/commands/request-payout";
import { savePayoutAccount } from "@/features/payouts/commands/save-payout-account";
import { quotePayout } from "@/features/payouts/queries/quote-payout";
import { payoutIdentityVersion } from "@/features/payouts/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";
import { secureRandom } from "@/lib/ids/random-code";
import { buildTransferResource } from "@/wechat-sandbox/build-resource";
import type { TransferResource } from "@/wechat-sandbox/schemas/notification";
import { signNotification } from "@/wechat-sandbox/sign-notification";

const DAY_MS = 86_400_000;
export type TestDistributor = { customerId: string; distributorId: string };

/** An amount that a distributor may withdraw at `now`, earned by an order of ten times as much that was received long before. */
export async function earn(
  shop: TestMerchant,
  distributor: TestDistributor,
  amountFen: bigint,
  now: Date,
): Promise<TestOrder> {
  const { merchantId } = shop;
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const [skuId] = shop.skuIds;
  const price = "update sku set unit_price_fen = $1, cost_fen = 0 where id = $2";
  await asSuperuser((db) => db.query(price, [(amountFen * 10n).toString(), skuId]));
  await addRule(
    shop,
    { scope: "sku", scopeId: skuId, level: 1, fixedFenPerUnit: amountFen },
    ago(40),
  );
  const friend = await addFriend(shop, ago(31), distributor.customerId);
  const order = await placeTestOrder(shop, friend, [{ skuId, quantity: 1 }], ago(30));
  await payTestOrder(shop, order, ago(30));
  await deliverTestOrder(shop, order, ago(29));
  await settleDueCommissions(merchantId, { now: ago(20), limit: 100 });
  return order;
}

/** A citizen's number with the right check sign; another one for every `serial` below 1,000. */
function idNumberOf(serial: number): string {
  const head = `33010619900101${String(serial).padStart(3, "0")}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(head[index]), 0);
  return head + "10X98765432"[sum % 11];
}

/** Says who a distributor is; throws when it is refused. */
export async function giveAccount(
  { merchantId }: TestMerchant,
  { customerId }: TestDistributor,
  now: Date,
  over: { realName?: string; serial?: number; bank?: boolean } = {},
): Promise<void> {
  const saved = await savePayoutAccount(
    { merchantId, customerId },
    {
      realName: over.realName ?? "张三",
      idNumber: idNumberOf(over.serial ?? 1),
      bankName: over.bank ? "招商银行" : "",
      bankCard: over.bank ? "6225880000000001" : "",
      consented: true,
      consentVersion: payoutIdentityVersion,
    },
    now,
  );
  if (!saved.ok) throw new Error(`account refused: ${saved.reason}`);
}

/** Asks for a withdrawal as the phone does: with the tax that was quoted. */
export async function withdraw(
  { merchantId }: TestMerchant,
  distributor: TestDistributor,
  amountFen: bigint,
  now: Date,
  channel: "wechat" | "bank" = "wechat",
) {
  const { customerId, distributorId } = distributor;
  const quote = await inMerchant(merchantId, (tx) =>
    quotePayout(tx, { merchantId, distributorId, amountFen, channel, now }),
  );
  const seenTaxFen = quote.ok ? quote.taxFen : 0n;
  const at = { now, random: secureRandom };
  return requestPayout({ merchantId, customerId }, { amountFen, channel, seenTaxFen }, at);
}

/** The same, and it must be granted. @returns its number */
export async function mustWithdraw(
  shop: TestMerchant,
  distributor: TestDistributor,
  amountFen: bigint,
  now: Date,
  channel: "wechat" | "bank" = "wechat",
): Promise<string> {
  const asked = await withdraw(shop, distributor, amountFen, now, channel);
  if (!asked.ok) throw new Error(`payout refused: ${asked.reason}`);
  return asked.payoutNo;
}

/** A withdrawal's row. */
export function payoutRow({ merchantId }: TestMerchant, payoutNo: string) {
  return inMerchant(merchantId, (tx) =>
    tx.payout.findUniqueOrThrow({ where: { merchantId_payoutNo: { merchantId, payoutNo } } }),
  );
}

/** The end of a transfer as WeChat signs it, with deviations in its encrypted content. */
export function transferNotification(
  merchant: TestMerchant,
  payout: { payoutNo: string; netFen: bigint; openId: string; transferBillNo?: string | null },
  now: Date,
  over: {
    id?: string;
    state?: "SUCCESS" | "FAIL" | "CANCELLED";
    failReason?: string;
    resource?: Partial<TransferResource>;
    signedBy?: TestMerchant;
  } = {},
) {
  const resource = buildTransferResource({
    mchId: merchant.wechat.mchId,
    outBillNo: payout.payoutNo,
    transferBillNo: payout.transferBillNo ?? "1330000071100999991182020050700019480001",
    openid: payout.openId,
    state: over.state ?? "SUCCESS",
    amountFen: Number(payout.netFen),
    failReason: over.failReason ?? null,
    createdAtMs: now.getTime(),
    updatedAtMs: now.getTime(),
  });
  return signNotification({
    account: (over.signedBy ?? merchant).wechat,
    resource: { ...resource, ...over.resource },
    nowSeconds: Math.floor(now.getTime() / 1000),
    random: randomBytes,
    ...(over.id ? { id: over.id } : {}),
  });
}

/** The shop's payouts stand still, or go on: what the worker writes down after looking at the invariants. */
export async function writeVerdict(
  { merchantId }: TestMerchant,
  verdict: "invariants.hold" | "invariants.broken",
  at: Date,
): Promise<void> {
  const entry = { merchantId, id: newId(), at, actorKind: "system", action: verdict };
  await inMerchant(merchantId, (tx) =>
    tx.auditEntry.create({ data: { ...entry, objectKind: "merchant", objectId: merchantId } }),
  );
}

/** A member of staff with a session that has given its password again just now. */
export async function addStaff({ merchantId }: TestMerchant, now: Date, steppedUp = true) {
  const [staffId, sessionId] = [newId(), newId()];
  const email = `${createHash("sha256").update(staffId).digest("hex").slice(0, 12)}@test.test`;
  await inMerchant(merchantId, async (tx) => {
    const person = { email, name: "Staff", role: "finance", passwordHash: "none" } as const;
    await tx.staff.create({ data: { merchantId, id: staffId, ...person, createdAt: now } });
    const expiresAt = new Date(now.getTime() + DAY_MS);
    const steppedUpAt = steppedUp ? now : null;
    await tx.staffSession.create({
      data: { merchantId, id: sessionId, staffId, createdAt: now, expiresAt, steppedUpAt },
    });
  });
  return { merchantId, staffId, sessionId };
}

/** Disables somebody's account without any audit trail. */
export async function disableStaff(
  { merchantId }: TestMerchant,
  id: string,
  disabledAt: Date,
): Promise<void> {
  await inMerchant(merchantId, (tx) =>
    tx.staff.update({ where: { merchantId_id: { merchantId, id } }, data: { disabledAt } }),
  );
}
