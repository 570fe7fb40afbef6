import { expect } from "vitest";
import { type Command, command } from "@/e2e/model/model-command";
import {
  type Buyer,
  freightFen,
  type ModelOrder,
  type MoneyModel,
  type Person,
} from "@/e2e/model/money-model";
import { type MoneyWorld, transferReport } from "@/e2e/model/money-world";
import {
  addRule,
  deliverTestOrder,
  paymentResult,
  payTestOrder,
  placeTestOrder,
  type TestOrder,
} from "@/e2e/order-fixtures";
import { payoutRow, withdraw } from "@/e2e/payout-fixtures";
import { endRefund, startRefund } from "@/e2e/refund-fixtures";
import { settleDueCommissions } from "@/features/commissions/commands/settle-due-commissions";
import { applyPaymentResult } from "@/features/payments/commands/apply-payment-result";
import { applyTransferResult } from "@/features/payouts/commands/apply-transfer-result";
import { cancelPayout } from "@/features/payouts/commands/cancel-payout";
import { claimPayouts } from "@/features/payouts/commands/claim-payouts";
import { stepPayout } from "@/features/payouts/commands/step-payout";

const unitFen = 9_900n;

/** One of the orders that fit, by a number that the generator draws. */
function pick(model: MoneyModel, draw: number, fits: (order: ModelOrder) => boolean) {
  const indexes = model.orders.flatMap((order, index) => (fits(order) ? [index] : []));
  const index = indexes[draw % Math.max(indexes.length, 1)];
  const order = index === undefined ? undefined : model.orders[index];
  return order === undefined || index === undefined ? null : { order, index };
}

function realOrder(world: MoneyWorld, index: number): TestOrder {
  const order = world.orders[index];
  if (!order) throw new Error("the world lacks an order");
  return order;
}

export const changeRule = (level: 1 | 2, rateBps: number): Command =>
  command(
    `level ${level} earns ${rateBps}`,
    () => true,
    async (model, { shop }, _, now) => {
      await addRule(shop, { level, rateBps }, now);
      model.rateBps[level] = BigInt(rateBps);
    },
  );

export const order = (buyer: Buyer, quantity: number): Command =>
  command(
    `buyer ${buyer} orders ${quantity}`,
    () => true,
    async (model, world, _, now) => {
      const lines = [{ skuId: world.shop.skuIds[0], quantity }];
      const placed = placeTestOrder(world.shop, world.buyers[buyer], lines, now, freightFen);
      world.orders.push(await placed);
      model.order(buyer, unitFen * BigInt(quantity));
    },
  );

export const pay = (draw: number): Command =>
  command(
    `pay ${draw}`,
    (model) => pick(model, draw, ({ state }) => state === "placed"),
    async (model, world, found, now) => {
      await payTestOrder(world.shop, realOrder(world, found.index), now);
      model.pay(found.order);
    },
  );

export const payAgain = (draw: number): Command =>
  command(
    `pay again ${draw}`,
    (model) => pick(model, draw, ({ state }) => state !== "placed"),
    async (_model, { shop, orders }, { index }, now) => {
      const paid = orders[index];
      if (!paid) throw new Error("the world lacks an order");
      const result = paymentResult(shop, paid, now);
      const again = await applyPaymentResult(shop.merchantId, result, now);
      expect(again).toEqual({ outcome: "no_effect" });
    },
  );

/** What has not gone back. */
const leftOf = ({ fen, refundedFen, refundedFreightFen }: ModelOrder) => ({
  goodsFen: fen - refundedFen,
  freightFen: freightFen - refundedFreightFen,
});

/** Nothing is sent of an order whose whole amount goes back. */
const canBeSent = (order: ModelOrder) => {
  const left = leftOf(order);
  const askedFen = (order.refund?.goodsFen ?? 0n) + (order.refund?.freightFen ?? 0n);
  return order.state === "paid" && askedFen < left.goodsFen + left.freightFen;
};

export const receive = (draw: number): Command =>
  command(
    `receive ${draw}`,
    (model) => pick(model, draw, canBeSent),
    async (model, world, found, now) => {
      await deliverTestOrder(world.shop, realOrder(world, found.index), now);
      found.order.state = "received";
      found.order.availableAtMs = model.nowMs + 7 * 86_400_000;
    },
  );

const hasRest = ({ state, refund }: ModelOrder) =>
  (state === "paid" || state === "received") && refund === null;

/** At least a fen of what is left of the goods, the freight, or both. */
function partOf(order: ModelOrder, goodsBps: number, freightBps: number) {
  const left = leftOf(order);
  const goodsFen = (left.goodsFen * BigInt(goodsBps)) / 10_000n;
  const ofFreightFen = (left.freightFen * BigInt(freightBps)) / 10_000n;
  if (goodsFen + ofFreightFen > 0n) return { goodsFen, freightFen: ofFreightFen };
  return left.goodsFen > 0n ? { goodsFen: 1n, freightFen: 0n } : { goodsFen: 0n, freightFen: 1n };
}

export const askForRefund = (draw: number, goodsBps: number, freightBps: number): Command =>
  command(
    `ask for a refund ${draw} of ${goodsBps} and of the freight ${freightBps}`,
    (model) => pick(model, draw, hasRest),
    async (_model, world, { order: found, index }, now) => {
      const part = partOf(found, goodsBps, freightBps);
      const lines = part.goodsFen > 0n ? [{ lineNo: 1, amountFen: part.goodsFen }] : [];
      const real = realOrder(world, index);
      const wish = { lines, freightFen: part.freightFen };
      world.refunds.set(real, await startRefund(world.shop, real, wish, now));
      found.refund = part;
    },
  );

export const endTheRefund = (draw: number, status: "SUCCESS" | "CLOSED"): Command =>
  command(
    `the refund ends ${draw} ${status}`,
    (model) => pick(model, draw, ({ refund }) => refund !== null),
    async (model, world, { order: found, index }, now) => {
      const refund = world.refunds.get(realOrder(world, index));
      if (!refund) throw new Error("the world lacks a refund");
      const { outcome } = await endRefund(world.shop, refund, now, status);
      expect(outcome).toBe("applied");
      if (status === "SUCCESS") model.endRefund(found);
      else found.refund = null;
    },
  );

export const advance = (hours: number): Command =>
  command(
    `${hours} hours pass`,
    () => true,
    async (model) => {
      model.nowMs += hours * 3_600_000;
    },
  );

export const settle = (): Command =>
  command(
    "settle",
    () => true,
    async (model, { shop }, _, now) => {
      await settleDueCommissions(shop.merchantId, { now, limit: 1_000 });
      model.settle();
    },
  );

export const ask = (person: Person, shareBps: number): Command =>
  command(
    `${person} withdraws ${shareBps}`,
    () => true,
    async (model, world, _, now) => {
      const amountFen = (model.of(person).availableFen * BigInt(shareBps)) / 10_000n + 1n;
      const expected = model.refusal(person, amountFen);
      const asked = await withdraw(world.shop, world.people[person], amountFen, now);
      expect(asked.ok ? null : asked.reason).toBe(expected);
      if (!asked.ok) return;
      expect(await payoutRow(world.shop, asked.payoutNo)).toMatchObject({
        taxFen: model.taxOf(person, amountFen),
      });
      world.payouts.set(person, asked.payoutNo);
      model.withdraw(person, amountFen);
    },
  );

const open = (person: Person, state: "approved" | "sent") => (model: MoneyModel) => {
  const payout = model.payouts.get(person);
  return payout?.state === state ? payout : null;
};

/** The worker's step: what is in debt is cancelled, everything else leaves. */
export const send = (person: Person): Command =>
  command(`send to ${person}`, open(person, "approved"), async (model, world, payout, now) => {
    const { merchantId } = world.shop;
    const claimed = await claimPayouts(merchantId, { now, limit: 1_000 });
    const context = { merchantId, credentials: null, notifyUrl: null, claimedAtMs: 0, now };
    const inDebt = claimed.filter(({ state }) => state === "approved");
    for (const one of inDebt) await stepPayout(context, one);
    for (const [one, other] of model.payouts) {
      if (other.state !== "approved") continue;
      if (model.of(one).debtFen > 0n) model.endPayout(one, "unpaid", 0n);
      else other.state = "sent";
    }
    expect(payout).toBeDefined();
  });

export const report = (
  person: Person,
  state: "WAIT_USER_CONFIRM" | "SUCCESS" | "FAIL",
  failReason = "",
): Command =>
  command(
    `WeChat says ${state} ${failReason} to ${person}`,
    open(person, "sent"),
    async (model, world, _, now) => {
      const { shop, payouts } = world;
      const payout = await payoutRow(shop, payouts.get(person) ?? "");
      const result = transferReport(payout, state, failReason, now);
      const { outcome } = await applyTransferResult(shop.merchantId, result, now);
      if (state !== "WAIT_USER_CONFIRM") {
        expect(outcome).toBe("applied");
        model.endPayout(person, state === "SUCCESS" ? "paid" : "unpaid", payout.taxFen);
      }
      const again = await applyTransferResult(
        shop.merchantId,
        { ...result, eventId: `${result.eventId}2` },
        now,
      );
      expect(again).toEqual({ outcome: "no_effect" });
    },
  );

export const takeBack = (person: Person): Command =>
  command(`${person} takes it back`, open(person, "approved"), async (model, world, _, now) => {
    const { merchantId } = world.shop;
    const { customerId } = world.people[person];
    const scope = { merchantId, customerId };
    const payoutNo = world.payouts.get(person) ?? "";
    expect(await cancelPayout(scope, payoutNo, now)).toEqual({ ok: true, state: "cancelled" });
    model.endPayout(person, "unpaid", 0n);
  });
