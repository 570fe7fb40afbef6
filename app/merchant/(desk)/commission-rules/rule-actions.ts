"use server";

import { readRule } from "@/app/merchant/(desk)/commission-rules/read-rule";
import { readForm } from "@/app/merchant/read-form";
import { staffAct } from "@/app/merchant/staff-act";
import type { ActionResult } from "@/components/ui/action-result";
import { saveCommissionRule } from "@/features/commissions/commands/save-commission-rule";
import { previewCommission } from "@/features/commissions/queries/preview-commission";
import { commissionRuleInput, type SkuMarginView } from "@/features/commissions/schema";
import { currentStaff } from "@/features/staff/gate";
import { can } from "@/features/staff/schema";
import { inMerchant } from "@/lib/db/in-merchant";

const namedSkus = 3;

export async function saveRuleAction(form: FormData): Promise<ActionResult> {
  return staffAct("rule.write", async ({ staff, text, now }) => {
    const read = readRule(form);
    if (!read.ok) {
      return {
        ok: false,
        message: text("common.checkFields"),
        faults: { value: text(read.fault) },
      };
    }
    const input = readForm(commissionRuleInput, read.input, text);
    if (!input.ok) return input.refusal;
    const saved = await saveCommissionRule(staff, input.data, now);
    if (saved.ok) {
      return { ok: true, message: text("rules.saved"), goTo: "/merchant/commission-rules" };
    }
    if (saved.reason !== "sells_at_loss") {
      return { ok: false, message: text(`rules.refusal.${saved.reason}`) };
    }
    const names = saved.skus
      .slice(0, namedSkus)
      .map((sku) => `${sku.productTitle} ${sku.optionName}`);
    return {
      ok: false,
      message: text("rules.refusal.sells_at_loss", {
        count: saved.skus.length,
        names: names.join(text("common.joint")),
      }),
    };
  });
}

/** What the typed rule would leave; null while it cannot be read. */
export async function previewRuleAction(form: FormData): Promise<SkuMarginView[] | null> {
  const staff = await currentStaff();
  const read = readRule(form);
  if (!staff || !can(staff.role, "rule.write") || !read.ok) return null;
  const rule = commissionRuleInput.safeParse(read.input);
  if (!rule.success) return null;
  const { merchantId } = staff;
  return inMerchant(merchantId, (tx) => previewCommission(tx, { merchantId, rule: rule.data }));
}
