import { recordAudit } from "@/features/audit/commands/record-audit";
import { previewCommission } from "@/features/commissions/queries/preview-commission";
import { ruleTargetExists } from "@/features/commissions/queries/rule-target-exists";
import type { CommissionRuleInput, SkuMarginView } from "@/features/commissions/schema";
import { getPolicy } from "@/features/merchants/queries/get-policy";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";
import { newId, zeroId } from "@/lib/ids/new-id";

type Staff = { merchantId: AuthorizedMerchantId; staffId: string };

type SavedRule =
  | { ok: true; ruleId: string; version: number }
  | { ok: false; reason: "not_found" | "level2_off" | "above_cap" }
  /** Every SKU that would be sold below its cost; saved all the same once `lossConfirmed` is set. */
  | { ok: false; reason: "sells_at_loss"; skus: SkuMarginView[] };

/**
 * Saves what a rule pays from now on, as a new version: orders placed before keep theirs.
 * Refused: a rule for what this merchant does not have, level 2 while the policy has it off, a rate
 * above the merchant's cap, and a rule under which something sells at a loss, unless confirmed.
 */
export async function saveCommissionRule(
  staff: Staff,
  input: CommissionRuleInput,
  now: Date,
): Promise<SavedRule> {
  const { merchantId } = staff;
  return inMerchant(merchantId, async (tx) => {
    const refusal = await refuse(tx, merchantId, input);
    if (refusal) return refusal;
    const saved = await addVersion(tx, staff, input, now);
    const { scope, level, enabled, rateBps, fixedFenPerUnit } = input;
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staff.staffId },
      action: "commission_rule.save",
      objectKind: "commission_rule",
      objectId: saved.ruleId,
      details: {
        version: saved.version,
        scope,
        level,
        enabled,
        rateBps,
        fixedFenPerUnit: fixedFenPerUnit?.toString() ?? null,
        lossConfirmed: input.lossConfirmed,
      },
      now,
    });
    return { ok: true, ...saved };
  });
}

async function refuse(
  tx: MerchantTx,
  merchantId: string,
  input: CommissionRuleInput,
): Promise<Extract<SavedRule, { ok: false }> | null> {
  if (!(await ruleTargetExists(tx, { ...input, merchantId }))) {
    return { ok: false, reason: "not_found" };
  }
  // Switching a rule off needs no leave.
  if (!input.enabled) return null;
  const policy = await getPolicy(tx, merchantId);
  if (input.level === 2 && !policy.level2Enabled) return { ok: false, reason: "level2_off" };
  if ((input.rateBps ?? 0) > policy.commissionCapBps) return { ok: false, reason: "above_cap" };
  if (input.lossConfirmed) return null;
  const preview = await previewCommission(tx, { merchantId, rule: input });
  const skus = preview.filter(({ margin }) => margin.sellsAtLoss);
  return skus.length > 0 ? { ok: false, reason: "sells_at_loss", skus } : null;
}

async function addVersion(
  tx: MerchantTx,
  { merchantId, staffId }: Staff,
  input: CommissionRuleInput,
  now: Date,
): Promise<{ ruleId: string; version: number }> {
  const { scope, level, enabled, rateBps, fixedFenPerUnit } = input;
  const scopeId = input.scopeId ?? zeroId;
  await tx.commissionRule.createMany({
    data: [{ merchantId, id: newId(), scope, scopeId, level, createdAt: now }],
    skipDuplicates: true,
  });
  // Two people saving the same rule take turns here: each gets a version of their own.
  const [rule] = await tx.$queryRaw<{ id: string }[]>`
    select id from commission_rule where merchant_id = ${merchantId}::uuid
      and scope = ${scope}::commission_scope and scope_id = ${scopeId}::uuid and level = ${level}
    for no key update`;
  if (rule === undefined) throw new Error("the rule that was just made is gone");
  const last = await tx.commissionRuleVersion.aggregate({
    where: { merchantId, ruleId: rule.id },
    _max: { version: true },
  });
  const version = (last._max.version ?? 0) + 1;
  await tx.commissionRuleVersion.createMany({
    data: [
      {
        merchantId,
        ruleId: rule.id,
        version,
        enabled,
        rateBps,
        fixedFenPerUnit,
        createdAt: now,
        createdBy: staffId,
      },
    ],
  });
  return { ruleId: rule.id, version };
}
