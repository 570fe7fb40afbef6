import { expect, test } from "vitest";
import { planRemittanceTransfers } from "./plan-remittance-transfers";

test("tax that was handed over leaves what is owed and goes through the bank", () => {
  expect(planRemittanceTransfers({ remittanceId: "r1", amountFen: 44_000n })).toEqual([
    {
      eventKey: "tax_remittance:r1",
      code: "tax_remitted",
      phase: "single",
      debit: { kind: "tax_withheld", distributorId: null, shard: 0 },
      credit: { kind: "bank_clearing", distributorId: null, shard: 0 },
      amountFen: 44_000n,
      reference: { kind: "tax_remittance", id: "r1" },
    },
  ]);
});
