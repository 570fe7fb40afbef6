import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import type { CountLineView } from "@/features/purchasing/schema";

/** The lines of a counting sheet that were booked, with their difference and its reason. */
export function CountedLines({ lines }: { lines: readonly CountLineView[] }) {
  const text = useTranslations("stock.count");
  return (
    <DataTable
      caption={text("done")}
      columns={[
        { key: "sku", label: text("sku") },
        { key: "expected", label: text("expected"), align: "right" },
        { key: "counted", label: text("counted"), align: "right" },
        { key: "difference", label: text("difference"), align: "right" },
        { key: "reason", label: text("reason") },
      ]}
      rows={lines.map(({ lineNo, title, code, expectedUnits, countedUnits, reason }) => {
        const difference = (countedUnits ?? 0) - expectedUnits;
        return {
          key: String(lineNo),
          cells: {
            sku: (
              <>
                {title}
                <span className="block text-xs text-ink-faint">{code}</span>
              </>
            ),
            expected: expectedUnits,
            counted: countedUnits,
            difference: difference > 0 ? `+${difference}` : difference,
            reason: reason || "—",
          },
        };
      })}
      empty={<p className="text-sm text-ink-faint">{text("emptyHint")}</p>}
    />
  );
}
