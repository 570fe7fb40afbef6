import {
  type MaturedCommission,
  planSettlementTransfers,
} from "@/domain/ledger/plan-settlement-transfers";
import { sumFen } from "@/domain/money/fen";
import { recordAudit } from "@/features/audit/commands/record-audit";
import { postTransfers } from "@/features/ledger/commands/post-transfers";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

/**
 * One batch of a merchant's settlement run: commissions whose hold period is over become available,
 * with their transfers and one audit entry, or not at all. Runs side by side take different rows,
 * so a batch that was killed is simply due again. The worker repeats until fewer than `limit` come back.
 */
export async function settleDueCommissions(
  merchantId: AuthorizedMerchantId,
  { now, limit }: { now: Date; limit: number },
): Promise<{ settled: number }> {
  return inMerchant(merchantId, async (tx) => {
    const matured = await settleMatured(tx, merchantId, now, limit);
    if (matured.length === 0) return { settled: 0 };
    const drafts = planSettlementTransfers(matured);
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "system" },
      action: "commission.settle",
      objectKind: "settlement",
      objectId: newId(),
      details: {
        count: matured.length,
        amountFen: sumFen(drafts.map(({ amountFen }) => amountFen)).toString(),
      },
      now,
    });
    await postTransfers(tx, { merchantId, drafts, now });
    return { settled: matured.length };
  });
}

function settleMatured(
  tx: MerchantTx,
  merchantId: string,
  now: Date,
  limit: number,
): Promise<MaturedCommission[]> {
  return tx.$queryRaw<MaturedCommission[]>`
    with due as (
      select id from commission
      where merchant_id = ${merchantId}::uuid and state = 'pending' and available_at <= ${now}
      order by available_at limit ${limit} for update skip locked
    )
    update commission c set state = 'settled', settled_at = ${now}
    from due
    where c.merchant_id = ${merchantId}::uuid and c.id = due.id
      and c.state = 'pending' and c.available_at <= ${now}
    returning c.id as "commissionId", c.distributor_id as "distributorId",
      c.commission_fen as "commissionFen", c.clawed_back_fen as "clawedBackFen"`;
}
