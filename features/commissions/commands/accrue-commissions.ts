import { ACCOUNT_SHARDS } from "@/domain/ledger/account-kinds";
import {
  type AccruedCommission,
  planAccrualTransfers,
} from "@/domain/ledger/plan-accrual-transfers";
import type { TransferDraft } from "@/domain/ledger/transfer-draft";
import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * Turns a paid order's frozen terms into commissions, in one statement.
 * The id follows from order, line and level, so a second call finds them there and adds nothing.
 * @returns the transfers that reserve the new ones, for the caller to book with the payment's in one
 * call of postTransfers; a commission of 0 fen has none
 */
export async function accrueCommissions(
  tx: MerchantTx,
  order: { merchantId: string; orderId: string; now: Date },
): Promise<TransferDraft[]> {
  const { merchantId, orderId, now } = order;
  const commissions = await tx.$queryRaw<AccruedCommission[]>`
    insert into commission (merchant_id, id, order_id, line_no, level, distributor_id, rule_id,
      rule_version, quantity, base_fen, rate_bps, fixed_fen_per_unit, cap_fen, commission_fen, accrued_at)
    select merchant_id, md5(concat_ws(':', 'commission', merchant_id, order_id, line_no, level))::uuid,
      order_id, line_no, level, distributor_id, rule_id,
      rule_version, quantity, base_fen, rate_bps, fixed_fen_per_unit, cap_fen, commission_fen, ${now}
    from order_commission_term
    where merchant_id = ${merchantId}::uuid and order_id = ${orderId}::uuid
    on conflict do nothing
    returning id as "commissionId", distributor_id as "distributorId", commission_fen as "commissionFen"`;
  return planAccrualTransfers({ orderId, commissions, shards: ACCOUNT_SHARDS });
}
