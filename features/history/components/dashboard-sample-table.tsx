"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { Moment } from "@/components/ui/moment";
import { Money } from "@/components/ui/money";
import { type JudgedLine, judgeHistoryLine } from "@/domain/history/judge-history-line";
import type { HistoryMapping } from "@/domain/history/mapping";

const tones = { sale: "ok", refund: "info", refused: "warn" } as const;

/** The first lines of a file as they would be taken, or why they would not. */
export function SampleTable({
  rows,
  mapping,
  now,
}: {
  rows: readonly (readonly string[])[];
  mapping: HistoryMapping;
  now: Date;
}) {
  const text = useTranslations("history");
  const right = { align: "right" } as const;
  return (
    <DataTable
      caption={text("sample")}
      columns={[
        { key: "judged", label: text("judged") },
        { key: "invoiceNo", label: text("field.invoiceNo") },
        { key: "code", label: text("field.code") },
        { key: "title", label: text("field.title") },
        { key: "quantity", label: text("field.quantity"), ...right },
        { key: "unitPrice", label: text("field.unitPrice"), ...right },
        { key: "soldAt", label: text("field.soldAt") },
        { key: "customerRef", label: text("field.customerRef") },
        { key: "region", label: text("field.region") },
      ]}
      rows={rows.map((row, index) => ({
        key: String(index),
        cells: cellsOf(judgeHistoryLine(row, mapping, now), text),
      }))}
    />
  );
}

function cellsOf(line: JudgedLine, text: (key: string) => string) {
  const { kind, fault, soldAt, unitPriceFen } = line;
  return {
    judged: (
      <span className="inline-flex flex-wrap items-center gap-1.5">
        <Badge tone={tones[kind]}>{text(`kind.${kind}`)}</Badge>
        {fault && <span className="text-ink-faint">{text(`fault.${fault}`)}</span>}
      </span>
    ),
    invoiceNo: line.invoiceNo || "—",
    code: line.isService && line.code ? `${line.code}（${text("service")}）` : line.code || "—",
    title: line.title || "—",
    quantity: line.quantity ?? "—",
    unitPrice: unitPriceFen === null ? "—" : <Money fen={unitPriceFen} />,
    soldAt: soldAt ? <Moment at={soldAt} /> : "—",
    customerRef: line.customerRef || text("guest"),
    region: line.region || "—",
  };
}
