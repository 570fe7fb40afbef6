import type { AccountTransferView } from "@/features/ledger/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** A page is never longer than this. */
const maxPerPage = 100;

/** The newest movements of one of a distributor's accounts; `before` pages back in time. */
export async function listAccountTransfers(
  tx: MerchantTx,
  question: {
    merchantId: string;
    distributorId: string;
    kind: "commission_pending" | "commission_available";
    before?: Date;
    limit: number;
  },
): Promise<AccountTransferView[]> {
  const { merchantId, distributorId, kind, limit } = question;
  const before = question.before ?? null;
  return tx.$queryRaw<AccountTransferView[]>`
    select t.id as "transferId", t.code, t.reference_kind as "referenceKind",
      t.reference_id as "referenceId", t.created_at as "createdAt",
      case when t.credit_account_id = a.id then t.amount_fen else -t.amount_fen end as "amountFen"
    from ledger_account a
    join ledger_transfer t on t.merchant_id = a.merchant_id
      and (t.debit_account_id = a.id or t.credit_account_id = a.id) and t.phase in ('single', 'post')
    where a.merchant_id = ${merchantId}::uuid and a.distributor_id = ${distributorId}::uuid
      and a.kind = ${kind}::ledger_account_kind
      and (${before}::timestamptz is null or t.created_at < ${before}::timestamptz)
    order by t.created_at desc, t.id desc limit ${Math.min(limit, maxPerPage)}`;
}
