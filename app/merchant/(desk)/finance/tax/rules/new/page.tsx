import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { addTaxRuleAction } from "@/app/merchant/(desk)/finance/tax/tax-actions";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { LABOUR_INCOME_RULE_2019 } from "@/domain/tax/tax-rule";
import { TaxRuleForm } from "@/features/closing/components/dashboard-rule-form";
import { SampleFigures } from "@/features/closing/components/dashboard-sample-figures";
import { listTaxRules } from "@/features/closing/queries/list-tax-rules";
import { requireStaff } from "@/features/staff/gate";
import { hasSteppedUp } from "@/features/staff/queries/has-stepped-up";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reconciliation.tax"))("newTitle") };
}

/** A further version of the rule, beginning with the newest one. */
export default async function NewTaxRulePage() {
  const { merchantId, sessionId } = await requireStaff("tax.write");
  const text = await getTranslations("reconciliation.tax");
  const { rules, isSteppedUp } = await inMerchant(merchantId, async (tx) => ({
    rules: await listTaxRules(tx, merchantId),
    isSteppedUp: await hasSteppedUp(tx, { merchantId, sessionId, now: systemClock() }),
  }));
  const { name, terms } = rules[0] ?? LABOUR_INCOME_RULE_2019;
  return (
    <>
      <PageHeading
        title={text("newTitle")}
        back={{ href: "/merchant/finance/tax", label: text("title") }}
        hint={text("newHint")}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[1fr_20rem]">
        <Panel>
          <TaxRuleForm add={addTaxRuleAction} name={name} terms={terms} isSteppedUp={isSteppedUp} />
        </Panel>
        <Panel title={text("classic")} hint={text("classicHint")}>
          <SampleFigures terms={terms} />
        </Panel>
      </div>
    </>
  );
}
