import { planDebtNetting } from "@/domain/ledger/plan-debt-netting";
import { payoutVoidKey, planPayoutVoid } from "@/domain/ledger/plan-payout-transfers";
import type { EndedState } from "@/domain/payouts/payout-state";
import { type AuditActor, recordAudit } from "@/features/audit/commands/record-audit";
import { lockDistributors } from "@/features/ledger/commands/lock-distributors";
import { postTransfers } from "@/features/ledger/commands/post-transfers";
import { getDistributorBalances } from "@/features/ledger/queries/get-distributor-balances";
import type { LockedPayout } from "@/features/payouts/commands/lock-payout";
import { lockPerson } from "@/features/payouts/commands/lock-person";
import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * Ends a locked withdrawal without payment: its amount is free again and pays first what the
 * distributor owes. Call it last in a transaction.
 * @param end.failReason WeChat's word, one of domain/payouts/trouble-of, or the words of staff
 */
export async function endPayoutUnpaid(
  tx: MerchantTx,
  payout: LockedPayout,
  end: {
    merchantId: string;
    state: Exclude<EndedState, "paid">;
    failReason: string;
    wechat?: { wechatState: string; transferBillNo: string };
    actor: AuditActor;
    now: Date;
  },
): Promise<void> {
  const { merchantId, state, failReason, wechat, actor, now } = end;
  const { payoutId, distributorId, grossFen, idNumberHash, taxMonth } = payout;
  await lockDistributors(tx, { merchantId, distributorIds: [distributorId] });
  await lockPerson(tx, { merchantId, idNumberHash });
  await tx.payout.update({
    where: { merchantId_id: { merchantId, id: payoutId } },
    data: {
      ...wechat,
      state,
      failReason,
      endedAt: await endedAfterRequests(tx, { merchantId, idNumberHash, taxMonth, now }),
      nextStepAt: null,
    },
  });
  await recordAudit(tx, {
    merchantId,
    actor,
    action: `payout.${state}`,
    objectKind: "payout",
    objectId: payoutId,
    details: { reason: failReason },
    now,
  });
  const { availableFen, debtFen } = await getDistributorBalances(tx, { merchantId, distributorId });
  const money = { payoutId, distributorId, grossFen };
  const netting = planDebtNetting({
    distributorId,
    freeFen: availableFen + grossFen,
    debtFen,
    cause: { eventKey: payoutVoidKey(payoutId), reference: { kind: "payout", id: payoutId } },
  });
  await postTransfers(tx, { merchantId, drafts: [...planPayoutVoid(money), ...netting], now });
}

/**
 * The end stands after every request of the person's month that counted it as open, whatever the
 * clocks say: what each of them was taxed on can be proven from the times alone.
 */
async function endedAfterRequests(
  tx: MerchantTx,
  month: { merchantId: string; idNumberHash: string; taxMonth: string; now: Date },
): Promise<Date> {
  const { now, ...where } = month;
  const latest = await tx.payout.aggregate({ where, _max: { requestedAt: true } });
  const requestedAt = latest._max.requestedAt ?? now;
  return requestedAt < now ? now : new Date(requestedAt.getTime() + 1);
}
