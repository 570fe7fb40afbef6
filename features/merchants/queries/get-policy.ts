import type { MerchantPolicy, PayoutPolicy } from "@/features/merchants/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** The rules in force: the policy of the highest version. Throws when the merchant was never set up. */
export async function getPolicy(
  tx: MerchantTx,
  merchantId: string,
): Promise<MerchantPolicy & PayoutPolicy> {
  const [policy] = await tx.$queryRaw<(MerchantPolicy & PayoutPolicy)[]>`
    select version, attribution_mode as "attributionMode", validity_days as "validityDays",
      protection_days as "protectionDays", allow_self_purchase as "allowSelfPurchase",
      level2_enabled as "level2Enabled", hold_days as "holdDays",
      commission_cap_bps as "commissionCapBps", payment_minutes as "paymentMinutes",
      auto_receive_days as "autoReceiveDays", payment_fee_bps as "paymentFeeBps",
      traditional_rake_bps as "traditionalRakeBps",
      payout_min_fen as "payoutMinFen", payout_due_days as "payoutDueDays",
      payout_approval_limit_fen as "payoutApprovalLimitFen",
      payout_daily_cap_fen as "payoutDailyCapFen", payout_daily_total_fen as "payoutDailyTotalFen",
      payout_cooldown_hours as "payoutCooldownHours", payout_job_title as "payoutJobTitle",
      payout_remark as "payoutRemark", created_at as "createdAt"
    from merchant_policy where merchant_id = ${merchantId}::uuid
    order by version desc limit 1`;
  if (policy === undefined) throw new Error("the merchant has no policy");
  return policy;
}
