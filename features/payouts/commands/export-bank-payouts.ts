import { recordAudit } from "@/features/audit/commands/record-audit";
import { lockDistributors } from "@/features/ledger/commands/lock-distributors";
import { endPayoutUnpaid } from "@/features/payouts/commands/end-payout-unpaid";
import { lockPayout } from "@/features/payouts/commands/lock-payout";
import { getPayoutStop } from "@/features/payouts/queries/get-payout-stop";
import { listBankRows } from "@/features/payouts/queries/list-bank-rows";
import type { BankPayoutRow } from "@/features/payouts/schema";
import { hasSteppedUp } from "@/features/staff/queries/has-stepped-up";
import type { StaffScope } from "@/features/staff/schema";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

/**
 * The file for the bank, with names and card numbers in the clear: for one who has given their password
 * again. "new" takes what was approved since, and from then on it is `exported`; "again" repeats what
 * was exported and not paid yet, for a file that was lost. Nothing is taken while the shop's payouts stand
 * still, or from distributors who are frozen; whoever has come to owe gets theirs back, which pays the debt first.
 */
export async function exportBankPayouts(
  staff: Pick<StaffScope, "merchantId" | "staffId" | "sessionId">,
  which: "new" | "again",
  now: Date,
): Promise<
  | { ok: true; rows: BankPayoutRow[] }
  | { ok: false; reason: "step_up_needed" | "stopped" | "nothing" }
> {
  const { merchantId, staffId, sessionId } = staff;
  return inMerchant(merchantId, async (tx) => {
    if (!(await hasSteppedUp(tx, { merchantId, sessionId, now }))) {
      return { ok: false, reason: "step_up_needed" };
    }
    if ((await getPayoutStop(tx, merchantId)) !== null) return { ok: false, reason: "stopped" };
    const payoutIds =
      which === "new"
        ? await takeApproved(tx, merchantId, now)
        : await listExported(tx, merchantId);
    if (payoutIds.length === 0) return { ok: false, reason: "nothing" };
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "payout.export",
      objectKind: "payout_export",
      objectId: newId(),
      details: { count: payoutIds.length, again: which === "again" },
      now,
    });
    return { ok: true, rows: await listBankRows(tx, { merchantId, payoutIds }) };
  });
}

async function takeApproved(tx: MerchantTx, merchantId: string, now: Date): Promise<string[]> {
  const due = await tx.$queryRaw<{ id: string; distributorId: string }[]>`
    select id, distributor_id as "distributorId" from payout
    where merchant_id = ${merchantId}::uuid and state = 'approved' and channel = 'bank'
    order by id for no key update`;
  await lockDistributors(tx, {
    merchantId,
    distributorIds: due.map(({ distributorId }) => distributorId),
  });
  await endIndebted(tx, merchantId, due, now);
  const taken = await tx.$queryRaw<{ id: string }[]>`
    update payout p set state = 'exported', sent_at = ${now}
    from distributor d
    where p.merchant_id = ${merchantId}::uuid and p.id = any(${due.map(({ id }) => id)}::uuid[])
      and p.state = 'approved' and d.merchant_id = p.merchant_id and d.id = p.distributor_id and d.payouts_frozen_at is null
      and not exists (select from ledger_account a where a.merchant_id = p.merchant_id
        and a.distributor_id = p.distributor_id and a.kind = 'commission_debt' and a.balance_fen < 0)
    returning p.id`;
  return taken.map(({ id }) => id);
}

/** As the worker does with those that go through WeChat (claim-payouts.ts): nothing is sent while in debt. */
async function endIndebted(
  tx: MerchantTx,
  merchantId: string,
  due: readonly { id: string; distributorId: string }[],
  now: Date,
): Promise<void> {
  const indebted = await tx.ledgerAccount.findMany({
    where: {
      merchantId,
      kind: "commission_debt",
      balanceFen: { lt: 0n },
      distributorId: { in: due.map(({ distributorId }) => distributorId) },
    },
    select: { distributorId: true },
  });
  const owing = new Set(indebted.map(({ distributorId }) => distributorId));
  for (const { id: payoutId } of due.filter(({ distributorId }) => owing.has(distributorId))) {
    const payout = await lockPayout(tx, { merchantId, payoutId });
    if (payout === null) throw new Error("a locked withdrawal is gone");
    const actor = { kind: "system" } as const;
    const end = { merchantId, state: "cancelled", failReason: "in_debt", actor, now } as const;
    await endPayoutUnpaid(tx, payout, end);
  }
}

async function listExported(tx: MerchantTx, merchantId: string): Promise<string[]> {
  const rows = await tx.payout.findMany({
    where: { merchantId, state: "exported" },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
