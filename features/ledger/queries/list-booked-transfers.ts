import type { AccountKind } from "@/domain/ledger/account-kinds";
import type { BookedTransferView } from "@/features/ledger/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

type Row = Omit<BookedTransferView, "debit" | "credit"> & {
  debitKind: AccountKind;
  debitDistributorId: string | null;
  debitName: string;
  creditKind: AccountKind;
  creditDistributorId: string | null;
  creditName: string;
};

/** Everything that was booked about the given payments, refunds, commissions or payouts, oldest first. */
export async function listBookedTransfers(
  tx: MerchantTx,
  merchantId: string,
  referenceIds: readonly string[],
): Promise<BookedTransferView[]> {
  if (referenceIds.length === 0) return [];
  const rows = await tx.$queryRaw<Row[]>`
    select t.id as "transferId", t.code, t.phase, t.amount_fen as "amountFen",
      t.created_at as "createdAt", debit.kind as "debitKind",
      debit.distributor_id as "debitDistributorId", coalesce(dd.display_name, '') as "debitName",
      credit.kind as "creditKind", credit.distributor_id as "creditDistributorId",
      coalesce(cd.display_name, '') as "creditName"
    from ledger_transfer t
    join ledger_account debit on debit.merchant_id = t.merchant_id and debit.id = t.debit_account_id
    join ledger_account credit on credit.merchant_id = t.merchant_id and credit.id = t.credit_account_id
    left join distributor dd on dd.merchant_id = t.merchant_id and dd.id = debit.distributor_id
    left join distributor cd on cd.merchant_id = t.merchant_id and cd.id = credit.distributor_id
    where t.merchant_id = ${merchantId}::uuid
      and t.reference_kind in ('payment', 'refund', 'commission', 'payout')
      and t.reference_id = any(${referenceIds}::uuid[])
    order by t.created_at,
      array_position(array['payment', 'refund', 'commission', 'payout'], t.reference_kind), t.event_key`;
  return rows.map(
    ({
      debitKind,
      debitDistributorId,
      debitName,
      creditKind,
      creditDistributorId,
      creditName,
      ...transfer
    }) => ({
      ...transfer,
      debit: { kind: debitKind, distributorId: debitDistributorId, name: debitName },
      credit: { kind: creditKind, distributorId: creditDistributorId, name: creditName },
    }),
  );
}
