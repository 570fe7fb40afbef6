import type fc from "fast-check";
import { expect } from "vitest";
import {
  type Buyer,
  type ModelOrder,
  type MoneyModel,
  type Person,
  people,
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
import { addClick } from "@/e2e/share-fixtures";
import { bindFromClicks } from "@/features/bindings/commands/bind-from-clicks";
import { settleDueCommissions } from "@/features/commissions/commands/settle-due-commissions";
import { getDistributorBalances } from "@/features/ledger/queries/get-distributor-balances";
import { applyPaymentResult } from "@/features/payments/commands/apply-payment-result";
import { applyTransferResult } from "@/features/payouts/commands/apply-transfer-result";
import { cancelPayout } from "@/features/payouts/commands/cancel-payout";
import { claimPayouts } from "@/features/payouts/commands/claim-payouts";
import { stepPayout } from "@/features/payouts/commands/step-payout";
import { inMerchant } from "@/lib/db/in-merchant";

type Command = fc.AsyncCommand<MoneyModel, MoneyWorld, true>;
const unitFen = 9_900n;

/** A command from what it needs, what it does to both, and its name; balances are compared after each. */
function command<Subject>(
  name: string,
  find: (model: MoneyModel) => Subject | null,
  run: (model: MoneyModel, world: MoneyWorld, subject: Subject, now: Date) => Promise<void>,
): Command {
  return {
    check: async (model) => find(model as MoneyModel) !== null,
    run: async (model, world) => {
      const subject = find(model);
      if (subject === null) throw new Error(`${name} without a subject`);
      // No two things happen in one moment: a click at the instant of an order comes before it.
      model.nowMs += 1_000;
      await run(model, world, subject, new Date(model.nowMs));
      expect(await readBalances(world), name).toEqual(Object.fromEntries(model.balances));
    },
    toString: () => name,
  };
}

async function readBalances({ shop: { merchantId }, people: real }: MoneyWorld) {
  return inMerchant(merchantId, async (tx) => {
    const entries: [Person, unknown][] = [];
    for (const person of people) {
      const { distributorId } = real[person];
      entries.push([person, await getDistributorBalances(tx, { merchantId, distributorId })]);
    }
    return Object.fromEntries(entries);
  });
}

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

export const bind = (buyer: Buyer, person: Person): Command =>
  command(
    `buyer ${buyer} opens a link of ${person}`,
    // Whoever is bound stays bound here: what a second link does has tests of its own.
    (model) => (model.boundTo(buyer) === null ? true : null),
    async (model, world, _, now) => {
      const { merchantId } = world.shop;
      const { customerId, visitorId } = world.buyers[buyer];
      const { linkId } = world.people[person];
      await addClick(world.shop, { linkId, visitorId, clickedAt: now });
      await inMerchant(merchantId, (tx) => bindFromClicks(tx, { merchantId, customerId, now }));
      model.bindings.set(buyer, { to: person, sinceMs: model.nowMs });
    },
  );

export const order = (buyer: Buyer, quantity: number): Command =>
  command(
    `buyer ${buyer} orders ${quantity}`,
    () => true,
    async (model, world, _, now) => {
      const lines = [{ skuId: world.shop.skuIds[0], quantity }];
      world.orders.push(await placeTestOrder(world.shop, world.buyers[buyer], lines, now));
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

/** Nothing is sent of an order whose whole amount goes back. */
const canBeSent = ({ state, refundFen, refundedFen, fen }: ModelOrder) =>
  state === "paid" && refundedFen + (refundFen ?? 0n) < fen;

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

const hasRest = ({ state, refundFen, refundedFen, fen }: ModelOrder) =>
  (state === "paid" || state === "received") && refundFen === null && refundedFen < fen;

export const askForRefund = (draw: number, shareBps: number): Command =>
  command(
    `ask for a refund ${draw} of ${shareBps}`,
    (model) => pick(model, draw, hasRest),
    async (_model, world, { order: found, index }, now) => {
      const leftFen = found.fen - found.refundedFen;
      const partFen = (leftFen * BigInt(shareBps)) / 10_000n;
      const amountFen = partFen > 0n ? partFen : 1n;
      const real = realOrder(world, index);
      const refund = await startRefund(
        world.shop,
        real,
        { lines: [{ lineNo: 1, amountFen }] },
        now,
      );
      world.refunds.set(real, refund);
      found.refundFen = amountFen;
    },
  );

export const endTheRefund = (draw: number, status: "SUCCESS" | "CLOSED"): Command =>
  command(
    `the refund ends ${draw} ${status}`,
    (model) => pick(model, draw, ({ refundFen }) => refundFen !== null),
    async (model, world, { order: found, index }, now) => {
      const refund = world.refunds.get(realOrder(world, index));
      if (!refund) throw new Error("the world lacks a refund");
      const { outcome } = await endRefund(world.shop, refund, now, status);
      expect(outcome).toBe("applied");
      if (status === "SUCCESS") model.endRefund(found);
      else found.refundFen = null;
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
