import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { buttonLook } from "@/components/ui/button";
import { DefinitionList } from "@/components/ui/definition-list";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { RuleTable } from "@/features/commissions/components/dashboard-rule-table";
import { listRules } from "@/features/commissions/queries/list-rules";
import { getPolicy } from "@/features/merchants/queries/get-policy";
import { requireStaff } from "@/features/staff/gate";
import { can } from "@/features/staff/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { formatBps } from "@/lib/i18n/format-bps";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rules"))("title") };
}

export default async function RulesPage() {
  const { merchantId, role } = await requireStaff("rule.read");
  const text = await getTranslations("rules");
  const { rules, policy } = await inMerchant(merchantId, async (tx) => ({
    rules: await listRules(tx, merchantId),
    policy: await getPolicy(tx, merchantId),
  }));
  const mayWrite = can(role, "rule.write");
  return (
    <>
      <PageHeading title={text("title")}>
        {mayWrite && (
          <Link href="/merchant/commission-rules/edit" className={buttonLook("primary")}>
            {text("new")}
          </Link>
        )}
      </PageHeading>
      <div className="grid gap-4">
        <Panel title={text("precedence")} hint={text("precedenceHint")}>
          <ol className="flex flex-wrap items-center gap-2 text-sm">
            {(["sku", "product", "category", "grade", "merchant"] as const).map((scope, index) => (
              <li key={scope} className="flex items-center gap-2">
                {index > 0 && <span aria-hidden="true">→</span>}
                <span className="rounded bg-sunken px-2 py-0.5">{text(`scopes.${scope}`)}</span>
              </li>
            ))}
          </ol>
        </Panel>
        <Panel title={text("inForce")}>
          <RuleTable rules={rules} mayWrite={mayWrite} />
        </Panel>
        <Panel
          title={text("frame")}
          corner={
            can(role, "settings.write") && (
              <Link href="/merchant/settings#policy" className="text-sm text-leaf hover:underline">
                {text("changeFrame")}
              </Link>
            )
          }
        >
          <DefinitionList
            entries={[
              [text("level2"), text(policy.level2Enabled ? "on" : "off")],
              [text("cap"), formatBps(policy.commissionCapBps)],
              [text("hold"), text("days", { days: policy.holdDays })],
              [text("part.fee"), formatBps(policy.paymentFeeBps)],
            ]}
          />
        </Panel>
      </div>
    </>
  );
}
