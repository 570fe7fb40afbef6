import { expect, test } from "vitest";
import { sandboxWithClock } from "@/e2e/bill-fixtures";
import type { TestRefund } from "@/e2e/refund-fixtures";
import { listInvariants } from "@/lib/invariants/list-invariants";
import { faultSchema } from "@/wechat-sandbox/schemas/fault";
import { bookOperating } from "@/wechat-sandbox/store/operating-book";

const beijing = (text: string) => new Date(`${text}+08:00`);
const { a, clock, wechat, payAtWechat, refundAtWechat } = await sandboxWithClock(
  beijing("2026-05-01T00:00:00"),
);

// Loaded late: they read the address of WeChat.
const { asSuperuser } = await import("@/e2e/database");
const { bookPayout } = await import("@/e2e/booked-payout");
const { addFreeFreight, payTestOrder, placeTestOrder } = await import("@/e2e/order-fixtures");
const { earn } = await import("@/e2e/payout-fixtures");
const { endRefund, startRefund } = await import("@/e2e/refund-fixtures");
const { reconcileDay } = await import("@/features/reconciliation/commands/reconcile-day");
const { listCases } = await import("@/features/reconciliation/queries/list-cases");
const { inMerchant } = await import("@/lib/db/in-merchant");

const { merchantId } = a;
const { db } = wechat.sandbox;
await addFreeFreight(a);

async function reconcile(kind: "trade" | "fund_flow", day: string, now: Date) {
  clock.now = now;
  return reconcileDay(merchantId, { kind, day, now });
}

async function openCases() {
  const { cases } = await inMerchant(merchantId, (tx) =>
    listCases(tx, merchantId, { state: "open" }),
  );
  return cases.map(({ kind, lineKind, reference }) => [kind, lineKind, reference]);
}

/** What would stop the shop's payouts at this moment. */
async function whatStops(): Promise<unknown[]> {
  const { sql = "" } = listInvariants().find(({ name }) => name.startsWith("50-")) ?? {};
  const { rows } = await asSuperuser((client) => client.query(sql));
  return rows.map(({ kind, reference }) => [kind, reference]);
}

const matched = { ok: true, state: "matched", openCases: 0 };

/** Paid and at once asked back; WeChat works on it, or has done it, perhaps dating it a moment later. */
async function giveBack(
  at: Date,
  status: "SUCCESS" | "PROCESSING",
  datedAt = at,
): Promise<TestRefund> {
  const order = await placeTestOrder(a, a.buyer, [{ skuId: a.skuIds[0], quantity: 1 }], at);
  payAtWechat(a, order, at);
  await payTestOrder(a, order, at);
  const lines = [{ lineNo: 1, quantity: 1, amountFen: order.payableFen }];
  const refund = await startRefund(a, order, { lines }, at);
  const { outRefundNo, amountFen } = refund;
  const { outTradeNo, payableFen: totalFen } = order;
  refundAtWechat(a, { outTradeNo, outRefundNo, totalFen, refundFen: amountFen }, datedAt, status);
  return refund;
}

const stateOf = (outRefundNo: string) =>
  inMerchant(merchantId, (tx) => tx.refund.findFirstOrThrow({ where: { outRefundNo } })).then(
    ({ state }) => state,
  );

test("a refund that a bank takes days for stands in the bill and is no difference; once it is done it has to be", async () => {
  const { outRefundNo } = await giveBack(beijing("2026-05-10T12:00:00"), "PROCESSING");
  expect(await reconcile("trade", "2026-05-10", beijing("2026-05-11T10:05:00"))).toEqual(matched);
  expect([await stateOf(outRefundNo), await whatStops()]).toEqual(["processing", []]);
  expect(await reconcile("trade", "2026-05-10", beijing("2026-05-12T10:05:00"))).toEqual(matched);

  db.exec("update refunds set status = 'SUCCESS', settled_at = created_at");
  expect(await reconcile("trade", "2026-05-10", beijing("2026-05-13T10:05:00"))).toEqual(matched);
  expect(await stateOf(outRefundNo)).toBe("success");
});

test("a refund that the bill has as done and nobody confirms is a difference until WeChat is heard", async () => {
  const { outRefundNo } = await giveBack(beijing("2026-05-15T12:00:00"), "SUCCESS");
  const silent = { endpoint: "query_refund", kind: "server_error", times: 10 };
  wechat.sandbox.faults.add(faultSchema.parse(silent));
  const later = beijing("2026-05-16T10:05:00");
  expect(await reconcile("trade", "2026-05-15", later)).toMatchObject({ state: "different" });
  expect(await openCases()).toEqual([["state_differs", "refund", outRefundNo]]);
  expect(await whatStops()).toEqual([["state_differs", outRefundNo]]);
  wechat.sandbox.faults.clear();
  expect(await reconcile("trade", "2026-05-15", later)).toEqual(matched);
  expect([await stateOf(outRefundNo), await whatStops()]).toEqual(["success", []]);
});

test("a refund sent at the stroke of midnight is asked for with the bill of the day after, and then has to stand in one", async () => {
  const sentAt = beijing("2026-05-25T23:59:58");
  const datedAt = beijing("2026-05-26T00:00:03");
  await endRefund(a, await giveBack(sentAt, "SUCCESS", datedAt), datedAt);
  const refund = await giveBack(sentAt, "SUCCESS", beijing("2026-05-28T12:00:00"));
  await endRefund(a, refund, datedAt);
  const { outRefundNo: lost } = refund;
  const dayAfter = beijing("2026-05-26T10:05:00");
  expect(await reconcile("trade", "2026-05-25", dayAfter)).toEqual(matched);
  expect(await whatStops()).toEqual([]);

  const later = beijing("2026-05-27T10:05:00");
  expect(await reconcile("trade", "2026-05-26", later)).toMatchObject({ state: "different" });
  expect(await openCases()).toEqual([["missing_there", "refund", lost]]);
  expect(await whatStops()).toEqual([["missing_there", lost]]);
  const inTheEnd = beijing("2026-05-29T10:05:00");
  expect(await reconcile("trade", "2026-05-28", inTheEnd)).toEqual(matched);
  expect(await reconcile("trade", "2026-05-26", inTheEnd)).toEqual(matched);
});

/** Sent on the 20th at nine, not confirmed, and closed by WeChat the next morning. */
async function lapse(): Promise<string> {
  const { distributorId, openId } = a.level1;
  const sentAt = beijing("2026-05-20T09:00:00");
  const { payoutNo } = await bookPayout(a, {
    distributorId,
    openId,
    grossFen: 1_000n,
    requestedAt: sentAt,
    end: "failed",
    columns: {
      state: "expired",
      failReason: "OVERDUE_CLOSE",
      endedAt: beijing("2026-05-21T09:00:00"),
    },
  });
  book("transfer", payoutNo, -1_000, sentAt);
  return payoutNo;
}

function book(kind: "transfer" | "transfer_return", payoutNo: string, amount: number, at: Date) {
  const numbers = { transfer_bill_no: `13${payoutNo}`, out_bill_no: payoutNo, remark: "" };
  bookOperating(db, { mch_id: a.wechat.mchId, at: at.getTime(), kind, amount, ...numbers });
}

test("a withdrawal that lapsed the day after stops nobody before the bill of that day was read, and must have come back in it", async () => {
  await earn(a, a.level1, 10_000n, beijing("2026-05-17T12:00:00"));
  const returned = await lapse();
  const lost = await lapse();
  book("transfer_return", returned, 1_000, beijing("2026-05-21T09:00:00"));
  expect(await reconcile("fund_flow", "2026-05-20", beijing("2026-05-21T10:05:00"))).toEqual(
    matched,
  );
  expect(await whatStops()).toEqual([]);

  const dayAfter = beijing("2026-05-22T10:05:00");
  expect(await reconcile("fund_flow", "2026-05-21", dayAfter)).toEqual(matched);
  expect(await reconcile("fund_flow", "2026-05-20", dayAfter)).toMatchObject({ openCases: 1 });
  expect(await openCases()).toEqual([["state_differs", "transfer", lost]]);
  expect(await whatStops()).toEqual([["state_differs", lost]]);
  book("transfer_return", lost, 1_000, beijing("2026-05-22T12:00:00"));
  const inTheEnd = beijing("2026-05-23T10:05:00");
  expect(await reconcile("fund_flow", "2026-05-22", inTheEnd)).toEqual(matched);
  expect(await reconcile("fund_flow", "2026-05-20", inTheEnd)).toEqual(matched);
});
