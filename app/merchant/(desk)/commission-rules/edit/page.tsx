import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import {
  previewRuleAction,
  saveRuleAction,
} from "@/app/merchant/(desk)/commission-rules/rule-actions";
import { PageHeading } from "@/components/ui/page-heading";
import { formatYuanPlain } from "@/domain/money/format-yuan";
import {
  type RuleDraft,
  RuleEditor,
} from "@/features/commissions/components/dashboard-rule-editor";
import { listRuleTargets } from "@/features/commissions/queries/list-rule-targets";
import { listRules } from "@/features/commissions/queries/list-rules";
import { previewCommission } from "@/features/commissions/queries/preview-commission";
import type { CommissionRuleView } from "@/features/commissions/schema";
import { getPolicy } from "@/features/merchants/queries/get-policy";
import { requireStaff } from "@/features/staff/gate";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";
import { formatBps } from "@/lib/i18n/format-bps";

const placeSchema = z.object({
  scope: z.enum(["sku", "product", "category", "grade", "merchant"]).catch("merchant"),
  scopeId: z.uuid().nullable().catch(null),
  level: z.enum(["1", "2"]).catch("1"),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rules"))("edit") };
}

/** The rule at the place that the address names; where there is none yet, an empty one there. */
export default async function RulePage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId } = await requireStaff("rule.write");
  const text = await getTranslations("rules");
  const place = placeSchema.parse(await searchValues(searchParams));
  const level = place.level === "2" ? 2 : 1;
  const { rule, targets, policy, preview } = await inMerchant(merchantId, async (tx) => {
    const rules = await listRules(tx, merchantId);
    const present = rules.find(
      (one) => one.scope === place.scope && one.scopeId === place.scopeId && one.level === level,
    );
    const proposed = present ?? {
      ...place,
      level,
      enabled: true,
      rateBps: 0,
      fixedFenPerUnit: null,
    };
    return {
      rule: present,
      targets: await listRuleTargets(tx, { merchantId }),
      policy: await getPolicy(tx, merchantId),
      preview: await previewCommission(tx, { merchantId, rule: proposed }),
    };
  });
  return (
    <>
      <PageHeading
        title={text(rule ? "edit" : "new")}
        back={{ href: "/merchant/commission-rules", label: text("title") }}
        hint={text("editHint")}
      />
      <RuleEditor
        draft={toDraft(rule, { ...place, level })}
        targets={targets}
        level2Enabled={policy.level2Enabled}
        initialPreview={preview}
        save={saveRuleAction}
        preview={previewRuleAction}
      />
    </>
  );
}

function toDraft(
  rule: CommissionRuleView | undefined,
  place: Pick<CommissionRuleView, "scope" | "scopeId" | "level">,
): RuleDraft {
  const where = { scope: place.scope, scopeId: place.scopeId ?? "", level: place.level };
  if (!rule) return { ...where, kind: "rate", value: "", enabled: true };
  const { rateBps, fixedFenPerUnit, enabled } = rule;
  return rateBps === null
    ? { ...where, kind: "fixed", value: formatYuanPlain(fixedFenPerUnit ?? 0n), enabled }
    : { ...where, kind: "rate", value: formatBps(rateBps).replace("%", ""), enabled };
}
