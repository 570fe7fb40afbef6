import { expect, test } from "vitest";
import { planPayoutHold, planPayoutPaid, planPayoutVoid } from "./plan-payout-transfers";

const payout = { payoutId: "p", distributorId: "d", grossFen: 1_000n };
const available = { kind: "commission_available", distributorId: "d", shard: 0 };
const clearing = { kind: "payout_clearing", distributorId: null, shard: 0 };
const reference = { kind: "payout", id: "p" };
const held = { debit: available, credit: clearing, amountFen: 1_000n, reference };

test("a request holds its whole amount", () => {
  expect(planPayoutHold(payout)).toEqual([
    { ...held, eventKey: "payout:p:hold", code: "payout_held", phase: "hold" },
  ]);
});

test("an end without payment voids the hold", () => {
  expect(planPayoutVoid(payout)).toEqual([
    {
      ...held,
      eventKey: "payout:p:void",
      code: "payout_voided",
      phase: "void",
      holdEventKey: "payout:p:hold",
    },
  ]);
});

test("a payment posts the hold and lays the tax aside; by bank the rest leaves too", () => {
  const posted = {
    ...held,
    eventKey: "payout:p:post",
    code: "payout_paid",
    phase: "post",
    holdEventKey: "payout:p:hold",
  };
  const onward = { phase: "single", debit: clearing, reference };
  const tax = {
    ...onward,
    eventKey: "payout:p:tax",
    code: "payout_tax_withheld",
    credit: { ...clearing, kind: "tax_withheld" },
    amountFen: 40n,
  };
  const left = {
    ...onward,
    eventKey: "payout:p:bank",
    code: "payout_left_by_bank",
    credit: { ...clearing, kind: "bank_clearing" },
    amountFen: 960n,
  };
  const taxed = { ...payout, taxFen: 40n, netFen: 960n };
  expect(planPayoutPaid({ ...taxed, channel: "wechat" })).toEqual([posted, tax]);
  expect(planPayoutPaid({ ...taxed, channel: "bank" })).toEqual([posted, tax, left]);
  const free = { ...payout, taxFen: 0n, netFen: 1_000n };
  expect(planPayoutPaid({ ...free, channel: "wechat" })).toEqual([posted]);
});
