import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { BarList } from "@/components/charts/bar-list";
import { DefinitionList } from "@/components/ui/definition-list";
import { Money } from "@/components/ui/money";
import { Panel } from "@/components/ui/panel";
import { writeFigure } from "@/features/insights/components/board-figure";
import { type BoardTable, insideOf } from "@/features/insights/components/board-table";
import { DataBehind } from "@/features/insights/components/dashboard-board-data";
import { MetricDefinition } from "@/features/insights/components/dashboard-metric-definition";
import {
  payoutAgeTable,
  payoutDueTable,
  payoutStateTable,
} from "@/features/insights/components/payout-tables";
import type { PayoutOwed, PayoutsBoard } from "@/features/insights/queries/ask-payouts-board";
import { boardQuery, type ReadBoard } from "@/features/insights/schema";

/** What is owed now: by due date, age and state, and over all accounts. */
export function PayoutsOwedPanels({
  now,
  request,
  today,
}: {
  now: NonNullable<PayoutsBoard["now"]>;
  request: ReadBoard;
  today: string;
}) {
  const text = useTranslations("insights");
  const csv = (name: string) => `/merchant/insights/csv/${name}?${boardQuery(request.typed)}`;
  const byDue = payoutDueTable(now, today, text);
  const byAge = payoutAgeTable(now, text);
  return (
    <div id="owed" className="grid gap-4 *:min-w-0 lg:grid-cols-2">
      <SumPanel table={byDue} csvHref={csv("payout-due")} />
      <SumPanel table={byAge} csvHref={csv("payout-age")} />
      <SumPanel table={payoutStateTable(now, text)} csvHref={csv("payout-states")} />
      <Panel
        title={text("payouts.owed")}
        corner={<MetricDefinition metric="payoutsOwed" />}
        hint={<SummedAt owed={now.owed} />}
      >
        <Owed owed={now.owed} />
      </Panel>
    </div>
  );
}

function SumPanel({ table, csvHref }: { table: BoardTable; csvHref: string }) {
  const text = useTranslations("insights");
  const items = table.rows.flatMap(({ key, cells }) => {
    const { name, count, fen } = cells;
    const [inside, number, amount] = [insideOf(name), insideOf(count), insideOf(fen)];
    if (typeof inside !== "string" || typeof number === "string" || typeof amount === "string") {
      return [];
    }
    if ("plain" in number || "plain" in amount) return [];
    const href = typeof name === "object" && "href" in name ? { href: name.href } : {};
    const value = text("payouts.sum", { count: writeFigure(number), fen: writeFigure(amount) });
    return [{ key, label: inside, size: Number(amount.value ?? 0), value, ...href }];
  });
  const isEmpty = items.every(({ size }) => size === 0);
  return (
    <Panel title={table.caption} hint={text("payouts.nowHint")}>
      {isEmpty ? (
        <p className="text-sm text-ink-faint">{text("payouts.nothingOpen")}</p>
      ) : (
        <BarList label={table.caption} items={items} />
      )}
      <DataBehind table={table} csvHref={csvHref} />
    </Panel>
  );
}

function SummedAt({ owed }: { owed: PayoutOwed }) {
  const text = useTranslations("insights.payouts");
  const format = useFormatter();
  return text("summedAt", {
    time: format.dateTime(owed.summedAt, { dateStyle: "short", timeStyle: "short" }),
  });
}

function Owed({ owed }: { owed: PayoutOwed }) {
  const text = useTranslations("insights.payouts");
  const { availableFen, pendingFen, debtFen, withheldTaxFen, owedFen, balance } = owed;
  return (
    <>
      <DefinitionList
        figures
        entries={[
          [text("available"), <Money key="available" fen={availableFen} />],
          [text("inPayout"), <Money key="inPayout" fen={owedFen - availableFen} />],
          [text("pending"), <Money key="pending" fen={pendingFen} />],
          [text("debt"), <Money key="debt" fen={debtFen} />],
          [text("withheldTax"), <Money key="withheldTax" fen={withheldTaxFen} />],
          [text("balance"), balance ? <Money key="balance" fen={balance.fen} /> : "—"],
        ]}
      />
      <p className="mt-2 text-sm text-ink-faint">
        {balance ? text("balanceOf", { day: balance.day }) : text("balanceUnknown")}
      </p>
      <p className="mt-2 text-sm print:hidden">
        <Link href="/merchant/finance" className="text-leaf hover:underline">
          {text("toFinance")}
        </Link>
      </p>
    </>
  );
}
