import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import type { ImportLineView } from "@/features/imports/schema";

const columns = ["code", "title", "optionName", "category", "unitPrice", "cost", "stock"] as const;

/** Lines of a file as they were read, with the fault of each where there is one. */
export function ImportLines({
  caption,
  lines,
}: {
  caption: string;
  lines: readonly ImportLineView[];
}) {
  const text = useTranslations();
  const hasFaults = lines.some(({ error }) => error !== null);
  return (
    <DataTable
      caption={caption}
      columns={[
        { key: "lineNo", label: text("imports.lineNo") },
        ...(hasFaults ? [{ key: "fault", label: text("imports.fault") }] : []),
        ...columns.map((column) => ({ key: column, label: text(`imports.column.${column}`) })),
      ]}
      rows={lines.map(({ lineNo, values, error }) => ({
        key: String(lineNo),
        cells: {
          ...Object.fromEntries(columns.map((column) => [column, values[column] || "—"])),
          lineNo,
          fault: error && (
            <span className="text-danger">
              {text("common.labelled", {
                label: text(`imports.column.${error.column}`),
                value: text(error.fault),
              })}
            </span>
          ),
        },
      }))}
    />
  );
}
