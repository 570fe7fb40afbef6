import type { PayoutState } from "@/domain/payouts/payout-state";
import { lockDistributors } from "@/features/ledger/commands/lock-distributors";
import { getPayoutStop } from "@/features/payouts/queries/get-payout-stop";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";

/** A withdrawal that this process alone works on until its lease ends. Amount in fen. */
export type ClaimedPayout = {
  payoutId: string;
  payoutNo: string;
  state: PayoutState;
  /** It was never sent before; otherwise WeChat is asked first. */
  isFirstSend: boolean;
  /** Neither the shop stands still, nor is the distributor frozen or in debt, and the numbers are the shop's. */
  maySend: boolean;
  inDebt: boolean;
  attempts: number;
  appId: string;
  mchId: string;
  openId: string;
  netFen: bigint;
  userNameSealed: string;
  jobTitle: string;
  remark: string;
  transferBillNo: string | null;
  packageInfo: string;
  failReason: string;
  leaseUntil: Date;
};

/** What a killed worker had begun is taken up by another one after this time. */
const leaseMs = 60_000;

/**
 * Takes up to `limit` withdrawals whose step is due. The lease is their nextStepAt, moved on in the same
 * transaction; two workers never take the same one. `approved` becomes `sending` here, before the first
 * byte leaves, and only while the distributor owes nothing: whoever makes a debt waits for this
 * transaction, or this one for theirs. What may not be sent now is looked at again a minute later; what was
 * asked for under another merchant number or account stays unsent and says so, so that it can be taken back.
 */
export async function claimPayouts(
  merchantId: AuthorizedMerchantId,
  { now, limit }: { now: Date; limit: number },
): Promise<ClaimedPayout[]> {
  return inMerchant(merchantId, async (tx) => {
    const due = await tx.$queryRaw<{ id: string; distributorId: string; state: PayoutState }[]>`
      select id, distributor_id as "distributorId", state from payout
      where merchant_id = ${merchantId}::uuid and next_step_at <= ${now}
      order by next_step_at, id limit ${limit} for no key update skip locked`;
    if (due.length === 0) return [];
    const sendable = due.filter(({ state }) => state === "approved" || state === "sending");
    const distributorIds = sendable.map(({ distributorId }) => distributorId);
    await lockDistributors(tx, { merchantId, distributorIds });
    const isStopped = (await getPayoutStop(tx, merchantId)) !== null;
    const ids = due.map(({ id }) => id);
    const claimed = await leaseRows(tx, { merchantId, ids, isStopped, now });
    return claimed.filter(({ state, inDebt }) => state !== "approved" || inDebt);
  });
}

function leaseRows(
  tx: MerchantTx,
  rows: { merchantId: string; ids: string[]; isStopped: boolean; now: Date },
): Promise<ClaimedPayout[]> {
  const { merchantId, ids, isStopped, now } = rows;
  const leaseUntil = new Date(now.getTime() + leaseMs);
  return tx.$queryRaw<ClaimedPayout[]>`
    with fact as (
      select p.id, p.state as was, coalesce(debt.balance_fen, 0) < 0 as in_debt,
        coalesce(w.app_id = p.app_id and w.mch_id = p.mch_id, false) as is_ours, w.mch_id is not null as has_account,
        not ${isStopped}::boolean and d.payouts_frozen_at is null and coalesce(debt.balance_fen, 0) = 0
          and coalesce(w.app_id = p.app_id and w.mch_id = p.mch_id, false) as may_send
      from payout p
      left join merchant_wechat w on w.merchant_id = p.merchant_id
      join distributor d on d.merchant_id = p.merchant_id and d.id = p.distributor_id
      left join ledger_account debt on debt.merchant_id = p.merchant_id
        and debt.distributor_id = p.distributor_id and debt.kind = 'commission_debt'
      where p.merchant_id = ${merchantId}::uuid and p.id = any(${ids}::uuid[])
    )
    update payout p set next_step_at = ${leaseUntil},
      attempts = case when fact.was = 'approved' then 1 else p.attempts + 1 end,
      fail_reason = case when fact.was <> 'approved' then p.fail_reason
        when fact.is_ours then '' when fact.has_account then 'former_number' else 'merchant_account' end,
      state = case when fact.was = 'approved' and fact.may_send then 'sending' else p.state end,
      sent_at = case when fact.was = 'approved' and fact.may_send then greatest(${now}, p.approved_at) else p.sent_at end
    from fact where p.merchant_id = ${merchantId}::uuid and p.id = fact.id
    returning p.id as "payoutId", p.payout_no as "payoutNo", p.state,
      fact.was = 'approved' as "isFirstSend", fact.may_send as "maySend", fact.in_debt as "inDebt",
      p.attempts, p.app_id as "appId", p.mch_id as "mchId", p.open_id as "openId",
      p.net_fen as "netFen", p.user_name_sealed as "userNameSealed", p.job_title as "jobTitle",
      p.remark, p.transfer_bill_no as "transferBillNo", p.package_info as "packageInfo",
      p.fail_reason as "failReason", p.next_step_at as "leaseUntil"`;
}
