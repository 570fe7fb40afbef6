import fc from "fast-check";
import { expect, test } from "vitest";
import { ACCOUNT_KINDS } from "../ledger/account-kinds";
import { TRANSFER_CODES } from "../ledger/transfer-codes";
import { sumFen } from "../money/fen";
import { type MonthMovement, movedBy, summarizeMonth } from "./summarize-month";

const paid: MonthMovement = {
  code: "order_paid",
  debit: "wechat_clearing",
  credit: "merchant_sales",
  beforeFen: 1_000n,
  amountFen: 500n,
  count: 2,
};
const clawedBack = (debit: "commission_pending" | "commission_available", amountFen: bigint) => ({
  code: "commission_clawed_back" as const,
  debit,
  credit: "merchant_sales" as const,
  beforeFen: 0n,
  amountFen,
  count: 1,
});

test("opening and movements give the closing balance of each account", () => {
  const accounts = summarizeMonth([paid, clawedBack("commission_pending", 30n)]);
  const of = (kind: string) => accounts.find((one) => one.kind === kind);
  expect(of("merchant_sales")).toEqual({
    kind: "merchant_sales",
    openingFen: 1_000n,
    creditFen: 530n,
    debitFen: 0n,
    closingFen: 1_530n,
  });
  expect(of("wechat_clearing")).toMatchObject({
    openingFen: -1_000n,
    debitFen: 500n,
    closingFen: -1_500n,
  });
  expect(of("bank_clearing")).toMatchObject({ openingFen: 0n, closingFen: 0n });
});

test("what a reason moved can be told apart by account", () => {
  const movements = [
    clawedBack("commission_pending", 30n),
    clawedBack("commission_available", 12n),
  ];
  expect(movedBy(movements, "commission_clawed_back")).toEqual({ amountFen: 42n, count: 2 });
  expect(movedBy(movements, "commission_clawed_back", { debit: "commission_available" })).toEqual({
    amountFen: 12n,
    count: 1,
  });
  expect(movedBy(movements, "order_paid")).toEqual({ amountFen: 0n, count: 0 });
});

test("whatever moved, openings and closings of all accounts sum to 0 and follow from each other", () => {
  const movement = fc.record({
    code: fc.constantFrom(...TRANSFER_CODES),
    debit: fc.constantFrom(...ACCOUNT_KINDS),
    credit: fc.constantFrom(...ACCOUNT_KINDS),
    beforeFen: fc.bigInt({ min: 0n, max: 10n ** 15n }),
    amountFen: fc.bigInt({ min: 0n, max: 10n ** 15n }),
    count: fc.nat(),
  });
  fc.assert(
    fc.property(fc.array(movement), (movements) => {
      const accounts = summarizeMonth(movements);
      expect(sumFen(accounts.map(({ openingFen }) => openingFen))).toBe(0n);
      expect(sumFen(accounts.map(({ closingFen }) => closingFen))).toBe(0n);
      for (const { openingFen, creditFen, debitFen, closingFen } of accounts) {
        expect(openingFen + creditFen - debitFen).toBe(closingFen);
      }
    }),
  );
});
