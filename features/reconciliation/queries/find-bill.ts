import type { BillOfDay } from "@/features/reconciliation/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

export type StoredBill = {
  state: "failed" | "matched" | "different";
  mchId: string;
  /** Whether its lines stand in the database: it was read whole. */
  isRead: boolean;
  attempts: number;
  comparedAt: Date | null;
};

/** What we have of a day's bill; null when it was never asked for. */
export async function findBill(tx: MerchantTx, bill: BillOfDay): Promise<StoredBill | null> {
  const { merchantId, kind, day } = bill;
  const row = await tx.wechatBill.findUnique({
    where: { merchantId_kind_day: { merchantId, kind, day: new Date(day) } },
    select: { state: true, mchId: true, sha256: true, attempts: true, comparedAt: true },
  });
  if (!row) return null;
  const { sha256, ...stored } = row;
  return { ...stored, isRead: sha256 !== "" };
}
