import { describe, expect, test } from "vitest";
import { countsAsDue } from "./counts-as-due";
import type { PayoutChannel, PayoutState } from "./payout-state";

const dueAt = new Date("2026-06-10T15:59:59.999Z");
const after = new Date(dueAt.getTime() + 1);
const before = new Date("2026-06-09T04:00:00.000Z");

const one = (
  state: PayoutState,
  failReason: string,
  times: { endedAt?: Date; offeredAt?: Date } = {},
  channel: PayoutChannel = "wechat",
) => ({ state, channel, failReason, dueAt, endedAt: null, offeredAt: null, ...times });

/** How a withdrawal can end for reasons of the payee's, or of what WeChat or a bank allows them. */
const ofThePayee = [
  ["failed", "ACCOUNT_FROZEN"],
  ["failed", "BANK_CARD_STATUS_ABNORMAL"],
  ["failed", "NAME_NOT_CORRECT"],
  ["failed", "REAL_NAME_CHECK_FAIL"],
  ["failed", "DAY_RECEIVED_QUOTA_EXCEED"],
  ["failed", "TRANSFER_RISK"],
  ["expired", "OVERDUE_CLOSE"],
  ["cancelled", "cancelled_by_distributor"],
  ["cancelled", "in_debt"],
] as const;

/** How it can end for reasons of the shop's, or for none that anybody knows. */
const ofTheShop = [
  ["refused", "资料不全"],
  ["cancelled", "cancelled_by_merchant"],
  ["cancelled", "MCH_CANCEL"],
  ["cancelled", ""],
  ["failed", "MERCHANT_REJECT"],
  ["failed", "PAYER_ACCOUNT_ABNORMAL"],
  ["failed", "PRODUCT_AUTH_CHECK_FAIL"],
  ["failed", "refused_parameters"],
  ["failed", ""],
] as const;

describe("whether a withdrawal was the shop's to pay", () => {
  test.each(["awaiting_approval", "approved", "exported", "sending", "cancelling"] as const)(
    "what still waits as %s was",
    (state) => expect(countsAsDue(one(state, "in_debt"))).toBe(true),
  );

  test("what was paid was, in time or not", () => {
    expect(countsAsDue(one("paid", "", { endedAt: before }))).toBe(true);
    expect(countsAsDue(one("paid", "", { endedAt: after }))).toBe(true);
  });

  test.each(ofThePayee)("what ended as %s by %s within its time was not", (state, reason) => {
    expect(countsAsDue(one(state, reason, { endedAt: before }))).toBe(false);
    expect(countsAsDue(one(state, reason, { endedAt: dueAt }))).toBe(false);
  });

  test.each(ofThePayee)(
    "what the shop let wait until it ended as %s by %s was",
    (state, reason) => {
      expect(countsAsDue(one(state, reason, { endedAt: after }))).toBe(true);
      expect(countsAsDue(one(state, reason, { endedAt: after, offeredAt: after }))).toBe(true);
    },
  );

  test.each(ofThePayee)(
    "what lay before the payee in time and ended as %s by %s was not",
    (state, reason) => {
      expect(countsAsDue(one(state, reason, { endedAt: after, offeredAt: before }))).toBe(false);
      expect(countsAsDue(one(state, reason, { endedAt: after, offeredAt: dueAt }))).toBe(false);
    },
  );

  test.each(ofTheShop)("what ended as %s by “%s” was, however early", (state, reason) => {
    expect(countsAsDue(one(state, reason, { endedAt: before }))).toBe(true);
    expect(countsAsDue(one(state, reason, { endedAt: before, offeredAt: before }))).toBe(true);
  });

  test("what a bank sent back within its time was not, whatever the words", () => {
    expect(countsAsDue(one("failed", "户名不符", { endedAt: before }, "bank"))).toBe(false);
    expect(countsAsDue(one("failed", "户名不符", { endedAt: after }, "bank"))).toBe(true);
  });
});
