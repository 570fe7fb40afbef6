"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/action-result";
import { FormInput, FormSelect } from "@/components/ui/form-field";
import { Panel } from "@/components/ui/panel";
import {
  DATE_ORDERS,
  guessColumns,
  HISTORY_FIELDS,
  type HistoryField,
  type HistoryMapping,
  NEEDED_HISTORY_FIELDS,
} from "@/domain/history/mapping";
import { MappingChecks } from "@/features/history/components/dashboard-mapping-checks";
import { SampleTable } from "@/features/history/components/dashboard-sample-table";
import type { HistoryPreview } from "@/features/history/schema";

/** Which column holds what, and at once how the first lines would be judged by that. */
export function MappingForm({
  preview,
  now,
  start,
}: {
  preview: HistoryPreview;
  now: Date;
  start: FormAction;
}) {
  const text = useTranslations("history");
  const [mapping, setMapping] = useState<HistoryMapping>(() => ({
    columns: guessColumns(preview.heads),
    dateOrder: "ymd",
    refundPrefix: "C",
    ignoredPrefix: "A",
  }));
  const change = (part: Partial<HistoryMapping>) => setMapping({ ...mapping, ...part });
  const choices = [
    { value: "", label: text("noColumn") },
    ...preview.heads.map((head, index) => ({
      value: String(index),
      label: head || text("columnNo", { number: index + 1 }),
    })),
  ];
  return (
    <div className="grid gap-4">
      <Panel title={text("mapping")} hint={text("mappingHint")}>
        <ActionForm action={start} submitLabel={text("start")}>
          <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
            {HISTORY_FIELDS.map((field) => (
              <FormSelect
                key={field}
                name={`columns.${field}`}
                label={labelOf(field, text)}
                hint={text(`fieldHint.${field}`)}
                choices={choices}
                value={mapping.columns[field] ?? ""}
                onChange={({ target }) =>
                  change({ columns: withColumn(mapping.columns, field, target.value) })
                }
              />
            ))}
          </div>
          <div className="grid gap-4 sm:grid-cols-3">
            <FormSelect
              name="dateOrder"
              label={text("dateOrder")}
              hint={text("dateOrderHint")}
              choices={DATE_ORDERS.map((order) => ({
                value: order,
                label: text(`dateOrders.${order}`),
              }))}
              value={mapping.dateOrder}
              onChange={({ target }) =>
                change({ dateOrder: DATE_ORDERS.find((order) => order === target.value) ?? "ymd" })
              }
            />
            <FormInput
              name="refundPrefix"
              label={text("refundPrefix")}
              hint={text("refundPrefixHint")}
              maxLength={10}
              value={mapping.refundPrefix}
              onChange={({ target }) => change({ refundPrefix: target.value })}
            />
            <FormInput
              name="ignoredPrefix"
              label={text("ignoredPrefix")}
              hint={text("ignoredPrefixHint")}
              maxLength={10}
              value={mapping.ignoredPrefix}
              onChange={({ target }) => change({ ignoredPrefix: target.value })}
            />
          </div>
          <MappingChecks preview={preview} mapping={mapping} now={now} />
        </ActionForm>
      </Panel>
      <Panel title={text("sample")} hint={text("sampleHint", { count: preview.rows.length })}>
        <SampleTable rows={preview.rows} mapping={mapping} now={now} />
      </Panel>
    </div>
  );
}

function labelOf(field: HistoryField, text: (key: string) => string): string {
  const name = text(`field.${field}`);
  return NEEDED_HISTORY_FIELDS.includes(field) ? `${name} *` : name;
}

function withColumn(
  columns: HistoryMapping["columns"],
  field: HistoryField,
  chosen: string,
): HistoryMapping["columns"] {
  const { [field]: _before, ...others } = columns;
  return chosen === "" ? others : { ...others, [field]: Number(chosen) };
}
