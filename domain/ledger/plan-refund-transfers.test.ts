import fc from "fast-check";
import { expect, test } from "vitest";
import { clawBackStep } from "../commissions/claw-back";
import type { AccountRef } from "./account-ref";
import { planPaymentTransfers } from "./plan-payment-transfers";
import { planRefundTransfers } from "./plan-refund-transfers";
import { planSettlementTransfers } from "./plan-settlement-transfers";
import type { TransferDraft } from "./transfer-draft";

const refund = {
  refundId: "r1",
  paymentId: "p1",
  orderId: "o1",
  refundFen: 4_000n,
  paidElsewhere: false,
  clawBacks: [
    { commissionId: "c1", distributorId: "ada", state: "pending" as const, clawBackFen: 600n },
  ],
  freeFen: new Map<string, bigint>(),
  shards: 1,
};

test("a refund gives the customer's money back and takes each commission's share, pointing at both originals", () => {
  const sales = { kind: "merchant_sales", distributorId: null, shard: 0 };
  expect(planRefundTransfers(refund)).toEqual([
    {
      eventKey: "refund:r1",
      code: "order_refunded",
      phase: "single",
      debit: sales,
      credit: { kind: "wechat_clearing", distributorId: null, shard: 0 },
      amountFen: 4_000n,
      reference: { kind: "refund", id: "r1" },
      reversesEventKey: "payment:p1",
    },
    {
      eventKey: "commission:c1:claw-back:r1",
      code: "commission_clawed_back",
      phase: "single",
      debit: { kind: "commission_pending", distributorId: "ada", shard: 0 },
      credit: sales,
      amountFen: 600n,
      reference: { kind: "commission", id: "c1" },
      reversesEventKey: "commission:c1:accrue",
    },
  ]);
});

test("a refund that the merchant paid by hand leaves through the bank, and takes back the same", () => {
  const [byWechat, ...clawBacks] = planRefundTransfers(refund);
  expect(planRefundTransfers({ ...refund, paidElsewhere: true })).toEqual([
    { ...byWechat, credit: { kind: "bank_clearing", distributorId: null, shard: 0 } },
    ...clawBacks,
  ]);
});

test.each([
  ["pending", "commission_pending"],
  ["held", "commission_pending"],
  ["settled", "commission_available"],
] as const)("a %s commission is taken back from %s", (state, kind) => {
  const clawBacks = [{ commissionId: "c1", distributorId: "ada", state, clawBackFen: 600n }];
  const freeFen = new Map([["ada", 600n]]);
  const drafts = planRefundTransfers({ ...refund, clawBacks, freeFen });
  expect(drafts).toHaveLength(2);
  expect(drafts[1]).toMatchObject({ debit: { kind }, amountFen: 600n });
});

test("what was withdrawn already becomes a debt, under an event of its own", () => {
  const clawBacks = [
    { commissionId: "c1", distributorId: "ada", state: "settled" as const, clawBackFen: 600n },
  ];
  const freeFen = new Map([["ada", 150n]]);
  const sales = { kind: "merchant_sales", distributorId: null, shard: 0 };
  expect(planRefundTransfers({ ...refund, clawBacks, freeFen }).slice(1)).toMatchObject([
    {
      eventKey: "commission:c1:claw-back:r1",
      code: "commission_clawed_back",
      debit: { kind: "commission_available", distributorId: "ada" },
      amountFen: 150n,
    },
    {
      eventKey: "commission:c1:claw-back:r1:debt",
      code: "commission_clawed_back_as_debt",
      debit: { kind: "commission_debt", distributorId: "ada", shard: 0 },
      credit: sales,
      amountFen: 450n,
      reference: { kind: "commission", id: "c1" },
      reversesEventKey: "commission:c1:accrue",
    },
  ]);
  const without = planRefundTransfers({ ...refund, clawBacks, freeFen: new Map() }).slice(1);
  expect(without.map(({ code }) => code)).toEqual(["commission_clawed_back_as_debt"]);
});

test("nothing refunded and nothing taken back book nothing", () => {
  expect(planRefundTransfers({ ...refund, refundFen: 0n, clawBacks: [] })).toEqual([]);
});

/** Balance = credits − debits, per account. */
function balancesOf(drafts: TransferDraft[]): Map<string, bigint> {
  const balances = new Map<string, bigint>();
  const add = (ref: AccountRef, amountFen: bigint) => {
    const key = [ref.kind, ref.distributorId, ref.shard].join("/");
    balances.set(key, (balances.get(key) ?? 0n) + amountFen);
  };
  for (const { debit, credit, amountFen } of drafts) {
    add(debit, -amountFen);
    add(credit, amountFen);
  }
  return balances;
}

type OrderLife = {
  payableFen: bigint;
  commissionBps: bigint;
  partsBps: bigint[];
  /** How many of the parts come before settlement. */
  settleAfter: number;
  /** Of what is available after settlement, how much is withdrawn at once. */
  withdrawnBps: bigint;
  shards: number;
};

const lives: fc.Arbitrary<OrderLife> = fc.record({
  payableFen: fc.bigInt({ min: 1n, max: 10n ** 9n }),
  commissionBps: fc.bigInt({ min: 0n, max: 10_000n }),
  partsBps: fc.array(fc.bigInt({ min: 1n, max: 2_500n }), { maxLength: 4 }),
  settleAfter: fc.nat(5),
  withdrawnBps: fc.bigInt({ min: 0n, max: 10_000n }),
  shards: fc.integer({ min: 1, max: 16 }),
});

/** Pays, refunds in parts and settles somewhere in between, as the commands would. */
function playLife(life: OrderLife) {
  const { payableFen, shards } = life;
  const commissionFen = (payableFen * life.commissionBps) / 10_000n;
  const owner = { commissionId: "c1", distributorId: "ada" };
  const order = { paymentId: "p1", orderId: "o1", shards };
  const commissions = [{ ...owner, commissionFen }];
  const drafts = planPaymentTransfers({ ...order, payableFen, commissions });
  let refundedFen = 0n;
  let clawedBackFen = 0n;
  const settle = () => planSettlementTransfers([{ ...owner, commissionFen, clawedBackFen }]);
  let withdrawnFen = 0n;
  life.partsBps.forEach((partBps, index) => {
    if (index === life.settleAfter) {
      drafts.push(...settle());
      withdrawnFen = ((commissionFen - clawedBackFen) * life.withdrawnBps) / 10_000n;
    }
    const refundFen = (payableFen * partBps) / 10_000n;
    refundedFen += refundFen;
    const clawBackFen = clawBackStep(clawedBackFen, {
      commissionFen,
      baseFen: payableFen,
      refundedFen,
    });
    const freeFen = new Map([["ada", larger(0n, commissionFen - clawedBackFen - withdrawnFen)]]);
    clawedBackFen += clawBackFen;
    const state = index >= life.settleAfter ? ("settled" as const) : ("pending" as const);
    const clawBacks = [{ ...owner, state, clawBackFen }];
    const part = {
      ...order,
      paidElsewhere: false,
      refundId: `r${index}`,
      refundFen,
      clawBacks,
      freeFen,
    };
    drafts.push(...planRefundTransfers(part));
  });
  if (life.settleAfter >= life.partsBps.length) drafts.push(...settle());
  const keptFen = commissionFen - clawedBackFen;
  return { drafts, keptFen, withdrawnFen, takenFen: payableFen - refundedFen };
}

const larger = (a: bigint, b: bigint) => (a > b ? a : b);

test("through payment, refunds and settlement in any order, all balances sum to 0 and are what they should be", () => {
  fc.assert(
    fc.property(lives, (life) => {
      const { drafts, keptFen, withdrawnFen, takenFen } = playLife(life);
      const balances = balancesOf(drafts);
      const of = (kind: string) =>
        [...balances]
          .filter(([key]) => key.startsWith(`${kind}/`))
          .reduce((sum, [, fen]) => sum + fen, 0n);
      expect([...balances.values()].reduce((sum, fen) => sum + fen, 0n)).toBe(0n);
      expect(of("wechat_clearing")).toBe(-takenFen);
      expect(of("merchant_sales")).toBe(takenFen - keptFen);
      expect(of("commission_pending")).toBe(0n);
      // What was withdrawn stays on the account here: no payout is booked in this test.
      const owedFen = larger(0n, withdrawnFen - keptFen);
      expect(of("commission_debt")).toBe(-owedFen);
      expect(of("commission_available")).toBe(keptFen + owedFen);
      expect(new Set(drafts.map(({ eventKey }) => eventKey)).size).toBe(drafts.length);
    }),
    { numRuns: 500 },
  );
});

test("what is taken back of an event never exceeds the event", () => {
  fc.assert(
    fc.property(lives, (life) => {
      const { drafts } = playLife(life);
      for (const original of drafts) {
        const reversals = drafts.filter((each) => each.reversesEventKey === original.eventKey);
        const reversedFen = reversals.reduce((sum, { amountFen }) => sum + amountFen, 0n);
        expect(reversedFen <= original.amountFen).toBe(true);
      }
    }),
  );
});
