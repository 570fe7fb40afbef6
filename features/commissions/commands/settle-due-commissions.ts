import { planDebtNetting } from "@/domain/ledger/plan-debt-netting";
import {
  type MaturedCommission,
  planSettlementTransfers,
  settlementEventKey,
} from "@/domain/ledger/plan-settlement-transfers";
import type { TransferDraft } from "@/domain/ledger/transfer-draft";
import { sumFen } from "@/domain/money/fen";
import { recordAudit } from "@/features/audit/commands/record-audit";
import { lockDistributors } from "@/features/ledger/commands/lock-distributors";
import { postTransfers } from "@/features/ledger/commands/post-transfers";
import { listFreeAndDebt } from "@/features/ledger/queries/list-free-and-debt";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

/** Commissions per transaction: it stays well below a second, and what it locks is soon free again. */
export const settlementBatch = 2_000;

/**
 * One batch of a merchant's settlement run: commissions whose hold period is over become available,
 * what their distributors owe is netted, with all transfers and one audit entry, or not at all. What
 * a refund is under way for waits for its end. Runs side by side take different rows, so a batch that
 * was killed is simply due again. The worker repeats until fewer than `limit` come back.
 */
export async function settleDueCommissions(
  merchantId: AuthorizedMerchantId,
  { now, limit }: { now: Date; limit: number },
): Promise<{ settled: number }> {
  return inMerchant(merchantId, async (tx) => {
    const distributorIds = await findDueDistributors(tx, merchantId, now, limit);
    if (distributorIds.length === 0) return { settled: 0 };
    await lockDistributors(tx, { merchantId, distributorIds });
    const matured = await settleMatured(tx, { merchantId, distributorIds, now, limit });
    if (matured.length === 0) return { settled: 0 };
    const settled = planSettlementTransfers(matured);
    const netted = await netDebts(tx, merchantId, matured);
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "system" },
      action: "commission.settle",
      objectKind: "settlement",
      objectId: newId(),
      details: {
        count: matured.length,
        amountFen: sumFen(settled.map(({ amountFen }) => amountFen)).toString(),
        nettedFen: sumFen(netted.map(({ amountFen }) => amountFen)).toString(),
      },
      now,
    });
    await postTransfers(tx, { merchantId, drafts: [...settled, ...netted], now });
    return { settled: matured.length };
  });
}

/**
 * Whose commissions the next batch is about: their rows are locked before any of it is decided. One
 * distributor after the other, in the order of the index: a batch then moves few accounts, each once.
 */
async function findDueDistributors(
  tx: MerchantTx,
  merchantId: string,
  now: Date,
  limit: number,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ distributorId: string }[]>`
    select distinct distributor_id as "distributorId" from (
      select distributor_id from commission
      where merchant_id = ${merchantId}::uuid and state = 'pending' and available_at <= ${now}
        and refunds_in_flight = 0
      order by distributor_id, available_at limit ${limit}) due`;
  return rows.map(({ distributorId }) => distributorId);
}

/**
 * The guards stand in the UPDATE again: a refund may have been asked for since the rows were picked.
 * They are updated by their place in the table, which the lock keeps: no second search by id.
 */
function settleMatured(
  tx: MerchantTx,
  batch: { merchantId: string; distributorIds: readonly string[]; now: Date; limit: number },
): Promise<MaturedCommission[]> {
  const { merchantId, distributorIds, now, limit } = batch;
  return tx.$queryRaw<MaturedCommission[]>`
    update commission c set state = 'settled', settled_at = ${now}
    where c.ctid = any(array(
        select ctid from commission
        where merchant_id = ${merchantId}::uuid and state = 'pending' and available_at <= ${now}
          and refunds_in_flight = 0 and distributor_id = any(${distributorIds}::uuid[])
        order by distributor_id, available_at limit ${limit} for update skip locked))
      and c.merchant_id = ${merchantId}::uuid and c.state = 'pending' and c.available_at <= ${now}
      and c.refunds_in_flight = 0
    returning c.id as "commissionId", c.distributor_id as "distributorId",
      c.commission_fen as "commissionFen", c.clawed_back_fen as "clawedBackFen"`;
}

/** Whoever owes pays from what this batch makes free; named after their first commission in it. */
async function netDebts(
  tx: MerchantTx,
  merchantId: string,
  matured: readonly MaturedCommission[],
): Promise<TransferDraft[]> {
  const gained = new Map<string, { freeFen: bigint; commissionId: string }>();
  for (const { distributorId, commissionId, commissionFen, clawedBackFen } of matured) {
    const before = gained.get(distributorId) ?? { freeFen: 0n, commissionId };
    const freeFen = before.freeFen + commissionFen - clawedBackFen;
    gained.set(distributorId, { ...before, freeFen });
  }
  const balances = await listFreeAndDebt(tx, { merchantId, distributorIds: [...gained.keys()] });
  return [...gained].flatMap(([distributorId, { freeFen: gainedFen, commissionId }]) => {
    const { freeFen, debtFen } = balances.get(distributorId) ?? { freeFen: 0n, debtFen: 0n };
    const eventKey = settlementEventKey(commissionId);
    const reference = { kind: "commission" as const, id: commissionId };
    const cause = { eventKey, reference };
    return planDebtNetting({ distributorId, freeFen: freeFen + gainedFen, debtFen, cause });
  });
}
