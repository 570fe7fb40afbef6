import { expect, test } from "vitest";
import { type TestMerchant, testMerchants } from "@/e2e/database";
import { recordAudit } from "@/features/audit/commands/record-audit";
import { sealAuditEntries } from "@/features/audit/commands/seal-audit-entries";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

const now = new Date("2026-03-01T00:00:00.000Z");

function record({ merchantId }: TestMerchant, objectId: string): Promise<void> {
  return inMerchant(merchantId, (tx) =>
    recordAudit(tx, {
      merchantId,
      actor: { kind: "system" },
      action: "supplier.save",
      objectKind: "supplier",
      objectId,
      details: { amountFen: "100", again: true, reason: "含 | 竖线" },
      now,
    }),
  );
}

test("ten workers sealing at once make one chain without gap or fork, and each merchant has its own", async () => {
  const { a, b } = await testMerchants();
  const objectId = newId();
  for (const shop of [a, b]) {
    await Promise.all(Array.from({ length: 30 }, () => record(shop, objectId)));
  }
  const runs = await Promise.all(
    Array.from({ length: 10 }, async () => {
      const { sealed } = await sealAuditEntries(a.merchantId);
      return sealed;
    }),
  );
  expect(runs.reduce((sum, sealed) => sum + sealed, 0)).toBe(30);
  await record(a, objectId);
  expect(await sealAuditEntries(a.merchantId)).toEqual({ sealed: 1 });
  const seals = await inMerchant(a.merchantId, (tx) =>
    tx.auditSeal.findMany({ orderBy: { seq: "asc" } }),
  );
  expect(seals.map(({ seq }) => Number(seq))).toEqual(Array.from({ length: 31 }, (_, n) => n + 1));
  // What the invariants compare hash by hash runs after this test.
  const foreign = await inMerchant(b.merchantId, (tx) => tx.auditSeal.count());
  expect(foreign).toBe(0);
});
