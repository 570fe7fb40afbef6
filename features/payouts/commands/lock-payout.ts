import type { PayoutChannel, PayoutState } from "@/domain/payouts/payout-state";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { Prisma } from "@/prisma/generated/client";

/** A withdrawal that nobody else changes until the transaction ends. Amounts in fen. */
export type LockedPayout = {
  payoutId: string;
  payoutNo: string;
  distributorId: string;
  idNumberHash: string;
  taxMonth: string;
  channel: PayoutChannel;
  state: PayoutState;
  grossFen: bigint;
  taxFen: bigint;
  netFen: bigint;
  appId: string;
  mchId: string;
  openId: string;
  transferBillNo: string | null;
  packageInfo: string;
  sentAt: Date | null;
  confirmUntil: Date | null;
  attempts: number;
  markedBy: string | null;
  bankReference: string;
  customerId: string;
};

/**
 * Locks the row of one withdrawal, named by its id or its number; null when the shop has none. Always
 * the first lock: the distributor's and the person's come after it.
 */
export async function lockPayout(
  tx: MerchantTx,
  which: { merchantId: string } & ({ payoutId: string } | { payoutNo: string }),
): Promise<LockedPayout | null> {
  const { merchantId } = which;
  const name =
    "payoutId" in which
      ? Prisma.sql`p.id = ${which.payoutId}::uuid`
      : Prisma.sql`p.payout_no = ${which.payoutNo}`;
  const [row] = await tx.$queryRaw<LockedPayout[]>`
    select p.id as "payoutId", p.payout_no as "payoutNo", p.distributor_id as "distributorId",
      p.id_number_hash as "idNumberHash", p.tax_month as "taxMonth", p.channel, p.state,
      p.gross_fen as "grossFen", p.tax_fen as "taxFen", p.net_fen as "netFen", p.app_id as "appId", p.mch_id as "mchId",
      p.open_id as "openId", p.transfer_bill_no as "transferBillNo", p.package_info as "packageInfo",
      p.sent_at as "sentAt", p.confirm_until as "confirmUntil", p.attempts, p.marked_by as "markedBy",
      p.bank_reference as "bankReference", d.customer_id as "customerId"
    from payout p
    join distributor d on d.merchant_id = p.merchant_id and d.id = p.distributor_id
    where p.merchant_id = ${merchantId}::uuid and ${name}
    for no key update of p`;
  return row ?? null;
}
