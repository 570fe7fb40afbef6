import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { EmptyNotice } from "@/components/ui/empty-notice";
import { Moment } from "@/components/ui/moment";
import { formatYuan } from "@/domain/money/format-yuan";
import type { CommissionRuleView } from "@/features/commissions/schema";
import { formatBps } from "@/lib/i18n/format-bps";

function hrefOf({ scope, scopeId, level }: CommissionRuleView): string {
  const query = new URLSearchParams({ scope, level: String(level) });
  if (scopeId) query.set("scopeId", scopeId);
  return `/merchant/commission-rules/edit?${query}`;
}

/** The rules in force, in the order in which they are asked: the first that fits decides. */
export function RuleTable({
  rules,
  mayWrite,
}: {
  rules: readonly CommissionRuleView[];
  mayWrite: boolean;
}) {
  const text = useTranslations("rules");
  return (
    <DataTable
      caption={text("title")}
      columns={[
        { key: "scope", label: text("scope") },
        { key: "about", label: text("about") },
        { key: "level", label: text("level") },
        { key: "pays", label: text("pays"), align: "right" },
        { key: "state", label: text("state") },
        { key: "changed", label: text("changedAt"), wideOnly: true },
      ]}
      rows={rules.map((rule) => {
        const name = rule.scopeName || text("scopes.merchant");
        return {
          key: rule.ruleId,
          cells: {
            scope: text(`scopes.${rule.scope}`),
            about: mayWrite ? (
              <Link href={hrefOf(rule)} className="text-leaf hover:underline">
                {name}
              </Link>
            ) : (
              name
            ),
            level: text("levelNo", { level: rule.level }),
            pays:
              rule.rateBps === null
                ? text("perUnit", { yuan: formatYuan(rule.fixedFenPerUnit ?? 0n) })
                : formatBps(rule.rateBps),
            state: (
              <Badge tone={rule.enabled ? "ok" : "quiet"}>
                {text(rule.enabled ? "on" : "off")}
              </Badge>
            ),
            changed: <Moment at={rule.changedAt} />,
          },
        };
      })}
      empty={<EmptyNotice title={text("empty")}>{text("emptyHint")}</EmptyNotice>}
    />
  );
}
