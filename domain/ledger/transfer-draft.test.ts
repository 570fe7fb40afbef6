import { expect, test } from "vitest";
import { distributorAccount } from "./account-ref";
import { type TransferDraft, withoutZero } from "./transfer-draft";

const draft = (amountFen: bigint): TransferDraft => ({
  eventKey: `event:${amountFen}`,
  code: "commission_settled",
  phase: "single",
  debit: distributorAccount("commission_pending", "ada"),
  credit: distributorAccount("commission_available", "ada"),
  amountFen,
  reference: { kind: "commission", id: "c1" },
});

test("an amount of 0 is no transfer, and the others keep their order", () => {
  expect(withoutZero([draft(2n), draft(0n), draft(1n)])).toEqual([draft(2n), draft(1n)]);
});

test("a negative amount throws and names its event", () => {
  expect(() => withoutZero([draft(-1n)])).toThrow(/event:-1/);
});
