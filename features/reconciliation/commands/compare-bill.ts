import { closeExplainedCases } from "@/features/reconciliation/commands/close-explained-cases";
import { openCases } from "@/features/reconciliation/commands/open-cases";
import { findRateDifference } from "@/features/reconciliation/queries/find-rate-difference";
import { findTradeDifferences } from "@/features/reconciliation/queries/find-trade-differences";
import { findTransferDifferences } from "@/features/reconciliation/queries/find-transfer-differences";
import type { BillOfDay, Difference } from "@/features/reconciliation/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";

const timeoutMs = 120_000;

/**
 * Compares a stored bill with our books, in one transaction: opens a case per difference, closes those
 * whose difference is gone, and says so at the bill. May be repeated at any time.
 */
export async function compareBill(
  merchantId: AuthorizedMerchantId,
  bill: Omit<BillOfDay, "merchantId"> & { mchId: string },
  now: Date,
): Promise<{ state: "matched" | "different"; openCases: number }> {
  return inMerchant(
    merchantId,
    async (tx) => {
      const { kind, day } = bill;
      const differences = await findDifferences(tx, { merchantId, ...bill });
      const compared = { merchantId, kind, day, differences, now };
      await openCases(tx, compared);
      await closeExplainedCases(tx, compared);
      const state = differences.length === 0 ? ("matched" as const) : ("different" as const);
      await tx.wechatBill.updateMany({
        where: { merchantId, kind, day: new Date(day), NOT: { sha256: "" } },
        data: { state, comparedAt: now },
      });
      const open = await tx.reconciliationCase.count({
        where: { merchantId, billKind: kind, day: new Date(day), state: "open" },
      });
      return { state, openCases: open };
    },
    { timeoutMs },
  );
}

async function findDifferences(
  tx: MerchantTx,
  bill: BillOfDay & { mchId: string },
): Promise<Difference[]> {
  if (bill.kind === "fund_flow") return findTransferDifferences(tx, bill);
  const rate = await findRateDifference(tx, bill);
  return [...(await findTradeDifferences(tx, bill)), ...(rate ? [rate] : [])];
}
