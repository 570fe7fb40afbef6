import { createHash } from "node:crypto";
import { asSuperuser, type TestMerchant } from "@/e2e/database";
import type { Buyer, Person } from "@/e2e/model/money-model";
import { addAddress, type TestOrder } from "@/e2e/order-fixtures";
import type { TestRefund } from "@/e2e/refund-fixtures";
import { addCustomer, addDistributor, addLink } from "@/e2e/share-fixtures";
import { savePayoutAccount } from "@/features/payouts/commands/save-payout-account";
import { payoutIdentityVersion } from "@/features/payouts/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

type RealPerson = { customerId: string; distributorId: string; linkId: string; openId: string };
type RealBuyer = { customerId: string; addressId: string; visitorId: string };

/** One run's part of the shop: people of its own, so that runs do not meet. */
export type MoneyWorld = {
  shop: TestMerchant;
  people: Record<Person, RealPerson>;
  buyers: Record<Buyer, RealBuyer>;
  orders: TestOrder[];
  refunds: Map<TestOrder, TestRefund>;
  payouts: Map<Person, string>;
};

/** People for one run, known to WeChat and to the tax. `run` makes their identity numbers different. */
export async function createWorld(shop: TestMerchant, run: number, now: Date): Promise<MoneyWorld> {
  const parent = await addPerson(shop, 3 * run, now);
  return {
    shop,
    people: {
      parent,
      seller: await addPerson(shop, 3 * run + 1, now, parent.distributorId),
      other: await addPerson(shop, 3 * run + 2, now),
    },
    buyers: { 0: await addBuyer(shop), 1: await addBuyer(shop) },
    orders: [],
    refunds: new Map(),
    payouts: new Map(),
  };
}

async function addPerson(
  shop: TestMerchant,
  serial: number,
  now: Date,
  parentDistributorId?: string,
): Promise<RealPerson> {
  const { merchantId, wechatCredentials } = shop;
  const over = parentDistributorId === undefined ? {} : { parentDistributorId };
  const { customerId, distributorId } = await addDistributor(shop, over);
  const openId = `model-${customerId}`;
  const { appId } = wechatCredentials;
  await inMerchant(merchantId, (tx) =>
    tx.wechatIdentity.create({ data: { merchantId, appId, openId, customerId, createdAt: now } }),
  );
  const account = {
    realName: "张三",
    idNumber: idNumberOf(serial),
    bankName: "",
    bankCard: "",
    consented: true,
    consentVersion: payoutIdentityVersion,
  } as const;
  const saved = await savePayoutAccount({ merchantId, customerId }, account, now);
  if (!saved.ok) throw new Error(saved.reason);
  return { customerId, distributorId, openId, linkId: await addLink(shop, customerId) };
}

async function addBuyer(shop: TestMerchant): Promise<RealBuyer> {
  const { customerId, visitorId } = await addCustomer(shop);
  return { ...(await addAddress(shop, customerId)), visitorId };
}

/** A citizen's number with the right check sign; another one for every serial below 18 million. */
function idNumberOf(serial: number): string {
  const born = new Date(Date.UTC(1950, 0, 1 + Math.floor(serial / 1_000)));
  const day = born.toISOString().slice(0, 10).replaceAll("-", "");
  const head = `330106${day}${String(serial % 1_000).padStart(3, "0")}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(head[index]), 0);
  return head + "10X98765432"[sum % 11];
}

/** The shop as the model knows it: no limit but the balance, and goods without end. */
export async function liftLimits({ merchantId, skuIds }: TestMerchant): Promise<void> {
  await asSuperuser(async (client) => {
    await client.query(
      `insert into merchant_policy (merchant_id, version, level2_enabled, level2_confirmed_by, payout_approval_limit_fen,
         payout_daily_cap_fen, payout_daily_total_fen, payout_cooldown_hours, created_at)
       select merchant_id, 2, true, level2_confirmed_by, 100000000000, 100000000000, 100000000000, 0, created_at
       from merchant_policy where merchant_id = $1 and version = 1`,
      [merchantId],
    );
    await client.query(
      `insert into stock_movement (merchant_id, id, sku_id, delta, reason, reference_id, created_at)
       values ($1, gen_random_uuid(), $2, 100000000, 'opening', gen_random_uuid(), now())`,
      [merchantId, skuIds[0]],
    );
    await client.query("update stock set on_hand = on_hand + 100000000 where sku_id = $1", [
      skuIds[0],
    ]);
  });
}

/** WeChat's word about a transfer, made up. */
export function transferReport(
  payout: { payoutNo: string; mchId: string; openId: string; netFen: bigint },
  state: "WAIT_USER_CONFIRM" | "SUCCESS" | "FAIL",
  failReason: string,
  now: Date,
) {
  const { payoutNo, mchId, openId, netFen } = payout;
  return {
    eventId: newId(),
    bodySha256: createHash("sha256").update(`${payoutNo} ${state}`).digest("hex"),
    transfer: {
      mchId,
      outBillNo: payoutNo,
      transferBillNo: `13300${payoutNo}`,
      state,
      amountFen: netFen,
      openId,
      failReason,
      packageInfo: state === "WAIT_USER_CONFIRM" ? "package" : "",
      createdAt: now,
      updatedAt: now,
    },
  };
}
