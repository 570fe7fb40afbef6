import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { Moment } from "@/components/ui/moment";
import type { TaxRuleView } from "@/features/closing/schema";

/** Every version with its validity and source; the one in force is marked. */
export function TaxRules({
  rules,
  inForce,
}: {
  rules: readonly TaxRuleView[];
  /** Its version; null where today has none. */
  inForce: number | null;
}) {
  const text = useTranslations("reconciliation.tax");
  return (
    <DataTable
      caption={text("rules")}
      columns={[
        { key: "version", label: text("version") },
        { key: "name", label: text("name") },
        { key: "valid", label: text("valid") },
        { key: "source", label: text("source"), wideOnly: true },
        { key: "by", label: text("by"), wideOnly: true },
      ]}
      rows={rules.map(({ version, name, validFrom, validUntil, source, ...rule }) => ({
        key: String(version),
        cells: {
          version: (
            <span className="whitespace-nowrap">
              {version} {version === inForce && <Badge tone="ok">{text("inForce")}</Badge>}
            </span>
          ),
          name,
          valid: (
            <span className="whitespace-nowrap tabular-nums">
              {validUntil
                ? text("fromUntil", { from: validFrom, until: validUntil })
                : text("from", { from: validFrom })}
            </span>
          ),
          source,
          by: (
            <>
              {rule.createdByName ?? text("builtIn")}
              <span className="block text-ink-faint text-xs">
                <Moment at={rule.createdAt} />
              </span>
            </>
          ),
        },
      }))}
    />
  );
}
