import { expect, test } from "vitest";
import { judgePayment, type KnownPayment, type ReportedPayment } from "./judge-payment";

const reported: ReportedPayment = {
  appId: "wx1",
  mchId: "1700",
  currency: "CNY",
  amountFen: 8_800n,
  transactionId: "t1",
};
const known: KnownPayment = {
  appId: "wx1",
  mchId: "1700",
  amountFen: 8_800n,
  state: "created",
  transactionId: null,
  orderState: "awaiting_payment",
  transactionUsedElsewhere: false,
};

test.each<[string, Partial<ReportedPayment>]>([
  ["wrong_mchid", { mchId: "1701" }],
  ["wrong_appid", { appId: "wx2" }],
  ["wrong_currency", { currency: "USD" }],
  ["wrong_amount", { amountFen: 8_799n }],
  ["wrong_amount", { amountFen: 8_801n }],
  ["wrong_amount", { amountFen: null }],
])("%s is never applied, in whatever state the order is", (reason, change) => {
  for (const orderState of ["awaiting_payment", "closed", "paid"] as const) {
    const verdict = judgePayment({ ...reported, ...change }, { ...known, orderState });
    expect(verdict).toEqual({ kind: "mismatch", reason });
  }
});

test("a number that we never sent is unknown", () => {
  expect(judgePayment(reported, null)).toEqual({ kind: "mismatch", reason: "unknown_order" });
});

test("an order that waits is paid by exactly what was asked for", () => {
  expect(judgePayment(reported, known)).toEqual({ kind: "pays" });
});

test("a number that was closed at our side pays all the same: the money is there", () => {
  expect(judgePayment(reported, { ...known, state: "closed" })).toEqual({ kind: "pays" });
});

test.each(["success", "late"] as const)("a repetition changes nothing (%s)", (state) => {
  const applied = { ...known, state, transactionId: "t1", orderState: "paid" as const };
  expect(judgePayment(reported, applied)).toEqual({ kind: "already_applied" });
  expect(judgePayment({ ...reported, transactionId: "t2" }, applied)).toEqual({
    kind: "mismatch",
    reason: "second_transaction",
  });
});

test("a transaction pays one number only", () => {
  const verdict = judgePayment(reported, { ...known, transactionUsedElsewhere: true });
  expect(verdict).toEqual({ kind: "mismatch", reason: "transaction_reused" });
});

test("money for a closed order, and a second payment of a paid one, are told apart", () => {
  const of = (orderState: KnownPayment["orderState"]) =>
    judgePayment(reported, { ...known, orderState }).kind;
  expect(of("closed")).toBe("paid_after_close");
  for (const state of ["paid", "shipped", "received", "refunded"] as const) {
    expect(of(state)).toBe("paid_twice");
  }
});
