"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/action-result";
import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { CellInput } from "@/features/purchasing/components/cell-input";
import type { CountLineView } from "@/features/purchasing/schema";

/** The open lines of a counting sheet: what lies there, and why where it differs. */
export function CountForm({
  action,
  lines,
}: {
  action: FormAction;
  lines: readonly CountLineView[];
}) {
  const text = useTranslations("stock.count");
  return (
    <ActionForm action={action} submitLabel={text("post")}>
      <DataTable
        caption={text("sheet")}
        columns={[
          { key: "sku", label: text("sku") },
          { key: "expected", label: text("expected"), align: "right" },
          { key: "counted", label: text("counted"), align: "right" },
          { key: "reason", label: text("reason") },
        ]}
        rows={lines.map((line, index) => ({
          // A line that has to be counted again begins empty.
          key: `${line.lineNo}-${line.expectedUnits}-${line.hasMoved}`,
          cells: {
            sku: (
              <>
                {line.title}
                <span className="block text-xs text-ink-faint">{line.code}</span>
                {line.hasMoved && <Badge tone="warn">{text("moved")}</Badge>}
                <input type="hidden" name={`lines.${index}.lineNo`} value={line.lineNo} />
              </>
            ),
            expected: line.expectedUnits,
            counted: (
              <CellInput
                name={`lines.${index}.countedUnits`}
                label={text("countedOf", { title: line.title })}
                inputMode="numeric"
              />
            ),
            reason: (
              <CellInput
                name={`lines.${index}.reason`}
                label={text("reasonOf", { title: line.title })}
                maxLength={100}
                placeholder={text("reasonHint")}
              />
            ),
          },
        }))}
      />
    </ActionForm>
  );
}
