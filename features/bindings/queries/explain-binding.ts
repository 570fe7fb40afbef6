import { listBindingPeriods } from "@/features/bindings/queries/list-binding-periods";
import { listJudgedClicks } from "@/features/bindings/queries/list-judged-clicks";
import type { BindingExplanation, BindingPeriodView, PolicyView } from "@/features/bindings/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * Whose customer somebody was at a moment, and why: the period in force, the click and the policy
 * behind it, and what became of the other clicks until then. `history` is every period there is.
 */
export async function explainBinding(
  tx: MerchantTx,
  question: { merchantId: string; customerId: string; at: Date },
): Promise<{ explanation: BindingExplanation; history: BindingPeriodView[] }> {
  const { merchantId, customerId, at } = question;
  const history = await listBindingPeriods(tx, { merchantId, customerId });
  const begun = history.filter(({ boundAt }) => boundAt <= at);
  const period = begun.findLast(({ validUntil }) => validUntil > at) ?? null;
  const endedBefore = period ? null : (begun.at(-1) ?? null);
  const clicks = await listJudgedClicks(tx, {
    merchantId,
    customerId,
    until: at,
    periods: history,
  });
  const behind = period && clicks.find(({ clickId }) => clickId === period.clickId);
  const policy = behind?.policy ?? (await findPolicy(tx, merchantId, period?.boundAt ?? at));
  return { explanation: { at, period, endedBefore, policy, clicks }, history };
}

async function findPolicy(tx: MerchantTx, merchantId: string, at: Date): Promise<PolicyView> {
  const [policy] = await tx.$queryRaw<PolicyView[]>`
    select version, attribution_mode::text as mode, validity_days as "validityDays",
      protection_days as "protectionDays", allow_self_purchase as "allowSelfPurchase"
    from merchant_policy
    where merchant_id = ${merchantId}::uuid and (created_at <= ${at} or version = 1)
    order by version desc limit 1`;
  if (policy === undefined) throw new Error("the merchant has no policy");
  return policy;
}
