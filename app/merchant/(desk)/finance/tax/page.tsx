import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { buttonLook } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { findRule } from "@/domain/tax/find-rule";
import { SampleFigures } from "@/features/closing/components/dashboard-sample-figures";
import { TaxMonths } from "@/features/closing/components/dashboard-tax-months";
import { TaxRules } from "@/features/closing/components/dashboard-tax-rules";
import { listTaxRules } from "@/features/closing/queries/list-tax-rules";
import { listTaxTotals } from "@/features/closing/queries/list-tax-totals";
import { requireStaff } from "@/features/staff/gate";
import { can } from "@/features/staff/schema";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reconciliation.tax"))("title") };
}

/** Withheld tax by month, and the rules by which it is withheld. */
export default async function TaxPage() {
  const { merchantId, role } = await requireStaff("finance.read");
  const text = await getTranslations();
  const { months, rules } = await inMerchant(merchantId, async (tx) => ({
    months: await listTaxTotals(tx, { merchantId }),
    rules: await listTaxRules(tx, merchantId),
  }));
  const inForce = findRule(rules, shanghaiDay(systemClock()));
  return (
    <>
      <PageHeading
        title={text("reconciliation.tax.title")}
        back={{ href: "/merchant/finance", label: text("payouts.finance.title") }}
        hint={text("reconciliation.tax.hint")}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[1fr_20rem]">
        <div className="grid min-w-0 gap-4">
          <Panel title={text("reconciliation.tax.months")}>
            <TaxMonths months={months} />
          </Panel>
          <Panel
            title={text("reconciliation.tax.rules")}
            corner={
              can(role, "tax.write") && (
                <Link href="/merchant/finance/tax/rules/new" className={buttonLook()}>
                  {text("reconciliation.tax.addRule")}
                </Link>
              )
            }
          >
            {!inForce && <Notice tone="danger">{text("reconciliation.tax.noRule")}</Notice>}
            <TaxRules rules={rules} inForce={inForce?.version ?? null} />
          </Panel>
        </div>
        {inForce && (
          <Panel
            title={text("reconciliation.tax.classic")}
            hint={text("reconciliation.tax.classicHint")}
          >
            <SampleFigures terms={inForce.terms} />
          </Panel>
        )}
      </div>
    </>
  );
}
