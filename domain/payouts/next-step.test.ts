import { expect, test } from "vitest";
import { LABOUR_INCOME_RULE_2019 } from "../tax/tax-rule";
import { isIdNumber, normalizeIdNumber } from "./id-number";
import { nextStep } from "./next-step";
import { PAYOUT_STATES } from "./payout-state";
import { PAYOUT_TROUBLES } from "./payout-trouble";
import { needsName, quotePayout } from "./quote-payout";
import { troubleOf } from "./trouble-of";

const now = new Date("2026-03-10T00:00:00.000Z");
const seconds = (state: (typeof PAYOUT_STATES)[number], attempts: number) => {
  const at = nextStep(state, attempts, now);
  return at && (at.getTime() - now.getTime()) / 1_000;
};

test("pauses double up to a longest one, and begin anew in every state", () => {
  expect([0, 1, 2, 3, 5, 6, 7, 99].map((n) => seconds("sending", n))).toEqual([
    2, 2, 4, 8, 32, 60, 60, 60,
  ]);
  expect([1, 2, 4, 5, 9].map((n) => seconds("awaiting_confirmation", n))).toEqual([
    60, 120, 480, 600, 600,
  ]);
  expect([1, 5, 6].map((n) => seconds("transferring", n))).toEqual([5, 80, 120]);
  expect([1, 6].map((n) => seconds("cancelling", n))).toEqual([2, 60]);
  expect(seconds("awaiting_confirmation", 5_000)).toBe(600);
});

test("what waits for people or has ended has no next step", () => {
  const moving = ["sending", "awaiting_confirmation", "transferring", "cancelling"];
  for (const state of PAYOUT_STATES) {
    expect(nextStep(state, 1, now) === null).toBe(!moving.includes(state));
  }
});

const wechat = { state: "failed", channel: "wechat" } as const;
test.each([
  ["ACCOUNT_FROZEN", "account_closed"],
  ["ACCOUNT_NOT_EXIST", "account_closed"],
  ["PAYEE_ACCOUNT_ABNORMAL", "account_closed"],
  ["RECEIVE_ACCOUNT_NOT_PERMMIT", "account_closed"],
  ["RECEIVE_ACCOUNT_NOT_CONFIGURE", "account_closed"],
  ["OPENID_INVALID", "account_closed"],
  ["BANK_CARD_ACCOUNT_ABNORMAL", "bank_card"],
  ["BANK_CARD_BANK_INFO_WRONG", "bank_card"],
  ["BANK_CARD_CARD_INFO_WRONG", "bank_card"],
  ["BANK_CARD_COLLECTIONS_ABOVE_QUOTA", "bank_card"],
  ["BANK_CARD_PARAM_ERROR", "bank_card"],
  ["BANK_CARD_STATUS_ABNORMAL", "bank_card"],
  ["NAME_NOT_CORRECT", "name_mismatch"],
  ["ID_CARD_NOT_CORRECT", "name_mismatch"],
  ["REAL_NAME_CHECK_FAIL", "not_real_name"],
  ["TRANSFER_QUOTA_EXCEED", "quota"],
  ["DAY_RECEIVED_QUOTA_EXCEED", "quota"],
  ["MONTH_RECEIVED_QUOTA_EXCEED", "quota"],
  ["DAY_RECEIVED_COUNT_EXCEED", "quota"],
  ["REALNAME_ACCOUNT_RECEIVED_QUOTA_EXCEED", "quota"],
  ["BLOCK_B2C_USERLIMITAMOUNT_MONTH", "quota"],
  ["BLOCK_B2C_USERLIMITAMOUNT_BSRULE_MONTH", "quota"],
  ["TRANSFER_RISK", "risk"],
  ["OVERDUE_CLOSE", "not_confirmed"],
  ["MCH_CANCEL", "cancelled_by_merchant"],
  ["MERCHANT_REJECT", "cancelled_by_merchant"],
  ["MERCHANT_NOT_CONFIRM", "cancelled_by_merchant"],
  ["PAYER_ACCOUNT_ABNORMAL", "merchant_account"],
  ["PRODUCT_AUTH_CHECK_FAIL", "merchant_account"],
  ["TRANSFER_SCENE_UNAVAILABLE", "merchant_account"],
  ["TRANSFER_SCENE_INVALID", "merchant_account"],
  ["TRANSFER_REMARK_SET_FAIL", "merchant_account"],
  ["cancelled_by_distributor", "cancelled_by_distributor"],
  ["cancelled_by_merchant", "cancelled_by_merchant"],
  ["in_debt", "in_debt"],
  ["merchant_balance", "merchant_balance"],
  ["merchant_account", "merchant_account"],
  ["former_number", "former_number"],
  ["former_number_unpaid", "former_number_unpaid"],
  ["no_answer", "no_answer"],
  ["OTHER_FAIL_REASON_TYPE", "other"],
])("%s is told as %s", (failReason, trouble) => {
  expect(troubleOf({ ...wechat, failReason })).toBe(trouble);
  expect(PAYOUT_TROUBLES).toContain(trouble);
});

test("the state says the rest", () => {
  expect(troubleOf({ ...wechat, state: "paid", failReason: "TRANSFER_RISK" })).toBeNull();
  expect(troubleOf({ ...wechat, state: "sending", failReason: "" })).toBeNull();
  expect(troubleOf({ ...wechat, state: "cancelled", failReason: "" })).toBe(
    "cancelled_by_merchant",
  );
  expect(troubleOf({ ...wechat, state: "expired", failReason: "" })).toBe("not_confirmed");
  expect(troubleOf({ ...wechat, state: "refused", failReason: "重复" })).toBe(
    "refused_by_merchant",
  );
  expect(troubleOf({ state: "failed", channel: "bank", failReason: "户名不符" })).toBe(
    "bank_refused",
  );
  expect(troubleOf({ state: "cancelled", channel: "bank", failReason: "in_debt" })).toBe("in_debt");
});

test.each([
  ["330106199001010010", false],
  ["11010519491231002X", true],
  ["110105194912310021", false],
  ["11010519490231002X", false],
  ["01010519491231002X", false],
  ["1101051949123100", false],
  ["11010519491231002XX", false],
  ["111010519491231002X", false],
  // The check sign is right, the day is none.
  ["330106199002300017", false],
  ["330106199013010015", false],
  ["330106199002290015", false],
  ["330106200002290010", true],
])("%s is an identity number: %s", (text, is) => {
  expect(isIdNumber(text)).toBe(is);
});

test("an identity number is read as people type it", () => {
  expect(normalizeIdNumber("１１０１０５ 19491231 002ｘ")).toBe("11010519491231002X");
  expect(normalizeIdNumber("11010519491231002Ｘ")).toBe("11010519491231002X");
});

test("the name goes along from 2,000 yuan net on", () => {
  expect([199_999n, 200_000n].map(needsName)).toEqual([false, true]);
});

test("a quote is tax, rest and how it came about", () => {
  const request = { grossFen: 300_000n, month: "2026-03", priorGrossFen: 0n, priorTaxFen: 0n };
  expect(quotePayout(LABOUR_INCOME_RULE_2019, request)).toMatchObject({
    taxFen: 44_000n,
    netFen: 256_000n,
    tax: {
      ruleVersion: 1,
      ruleName: LABOUR_INCOME_RULE_2019.name,
      source: LABOUR_INCOME_RULE_2019.source,
      month: "2026-03",
      priorGrossFen: 0n,
      priorTaxFen: 0n,
      steps: { incomeFen: 300_000n },
    },
  });
});
