import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import type { ActionResult } from "@/components/ui/action-result";
import { DataTable } from "@/components/ui/data-table";
import { Money } from "@/components/ui/money";
import { BillState } from "@/features/reconciliation/components/dashboard-bill-state";
import type { BillView, DayView } from "@/features/reconciliation/schema";

/** The last days and what became of their bills. @param retry null for who may only look */
export function DayTable({
  days,
  retry,
}: {
  days: readonly DayView[];
  retry: ((day: string) => Promise<ActionResult>) | null;
}) {
  const text = useTranslations("reconciliation");
  return (
    <DataTable
      caption={text("days")}
      columns={[
        { key: "day", label: text("day") },
        { key: "trade", label: text("trade") },
        { key: "in", label: text("in"), align: "right", wideOnly: true },
        { key: "back", label: text("back"), align: "right", wideOnly: true },
        { key: "fee", label: text("fee"), align: "right", wideOnly: true },
        { key: "flow", label: text("fund_flow") },
        { key: "left", label: text("left"), align: "right", wideOnly: true },
        { key: "retry", label: text("check") },
      ]}
      rows={days.map(({ day, bills }) => ({
        key: day,
        cells: {
          day: <span className="whitespace-nowrap tabular-nums">{day}</span>,
          trade: <BillState bill={bills.trade} />,
          in: amountOf(bills.trade, "inFen"),
          back: amountOf(bills.trade, "backFen"),
          fee: amountOf(bills.trade, "feeFen"),
          flow: <BillState bill={bills.fund_flow} />,
          left: amountOf(bills.fund_flow, "inFen"),
          retry: retry && (
            <ActionButton look="quiet" action={retry.bind(null, day)}>
              {text(bills.trade || bills.fund_flow ? "retry" : "check")}
            </ActionButton>
          ),
        },
      }))}
    />
  );
}

function amountOf(bill: BillView | null, key: "inFen" | "backFen" | "feeFen") {
  return bill && bill.state !== "failed" ? <Money fen={bill[key]} /> : "—";
}
