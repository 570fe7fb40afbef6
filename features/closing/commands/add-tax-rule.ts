import { findTermsFault, type TermsFault } from "@/domain/tax/find-terms-fault";
import { writeTerms } from "@/domain/tax/write-terms";
import { recordAudit } from "@/features/audit/commands/record-audit";
import type { TaxRuleInput } from "@/features/closing/schema";
import { hasSteppedUp } from "@/features/staff/queries/has-stepped-up";
import type { StaffScope } from "@/features/staff/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { eventId } from "@/lib/ids/new-id";

/**
 * Adds a version of the tax rule. Versions are append-only, and of those that hold on a day the highest
 * counts; what was withheld under an older one stays as it is. Of two who add one at once one does.
 * The password must have been given again: the rule decides what is held back of everybody's money.
 */
export async function addTaxRule(
  staff: Pick<StaffScope, "merchantId" | "staffId" | "sessionId">,
  input: TaxRuleInput,
  now: Date,
): Promise<
  { ok: true; version: number } | { ok: false; reason: TermsFault | "changed" | "step_up_needed" }
> {
  const { merchantId, staffId, sessionId } = staff;
  const { name, validFrom, validUntil, source, terms } = input;
  const fault = findTermsFault(terms);
  if (fault) return { ok: false, reason: fault };
  return inMerchant(merchantId, async (tx) => {
    if (!(await hasSteppedUp(tx, { merchantId, sessionId, now }))) {
      return { ok: false, reason: "step_up_needed" };
    }
    const newest = await tx.taxRule.aggregate({ where: { merchantId }, _max: { version: true } });
    const version = (newest._max.version ?? 0) + 1;
    const { count } = await tx.taxRule.createMany({
      data: [
        {
          merchantId,
          version,
          name,
          validFrom: new Date(validFrom),
          validUntil: validUntil ? new Date(validUntil) : null,
          terms: writeTerms(terms),
          source,
          createdAt: now,
          createdBy: staffId,
        },
      ],
      skipDuplicates: true,
    });
    if (count === 0) return { ok: false, reason: "changed" };
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "tax_rule.add",
      objectKind: "tax_rule",
      objectId: eventId(merchantId, `tax_rule:${version}`),
      details: { version, validFrom, validUntil, source },
      now,
    });
    return { ok: true, version };
  });
}
