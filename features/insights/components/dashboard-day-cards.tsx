import { useTranslations } from "next-intl";
import { FigureCard } from "@/components/ui/figure-card";
import { changeBps } from "@/domain/metrics/compare";
import { showYuan } from "@/domain/money/format-yuan";
import { listBehind } from "@/features/insights/components/list-behind";
import { type DayFigures, typedBoard } from "@/features/insights/schema";
import { formatBps } from "@/lib/i18n/format-bps";

/** "+12.5%"; null where there was nothing to compare with. */
function change(now: bigint | number | null, before: bigint | number | null): string | null {
  const bps = now === null || before === null ? null : changeBps(now, before);
  if (bps === null) return null;
  return bps > 0 ? `+${formatBps(bps)}` : formatBps(bps);
}

/** What today's figures are to the boards: each opens to the list of exactly what it counts. */
const metrics = {
  orders: "paidOrders",
  netSales: "netSales",
  buyers: "buyers",
  visitors: "visitors",
  conversion: "conversion",
  commission: "commissionPromised",
} as const;
const asked = typedBoard({ window: "today" });

/** Today until now beside yesterday until the same time; each figure opens to its list. */
export function DayCards({
  today,
  yesterday,
  canOpen,
}: {
  today: DayFigures;
  yesterday: DayFigures;
  canOpen: boolean;
}) {
  const text = useTranslations("overview");
  const cards = [
    {
      key: "orders" as const,
      value: String(today.orders),
      before: String(yesterday.orders),
      change: change(today.orders, yesterday.orders),
    },
    {
      key: "netSales" as const,
      value: showYuan(today.netSalesFen),
      before: showYuan(yesterday.netSalesFen),
      change: change(today.netSalesFen, yesterday.netSalesFen),
    },
    {
      key: "buyers" as const,
      value: String(today.buyers),
      before: String(yesterday.buyers),
      change: change(today.buyers, yesterday.buyers),
    },
    {
      key: "visitors" as const,
      value: String(today.visitors),
      before: String(yesterday.visitors),
      change: change(today.visitors, yesterday.visitors),
    },
    {
      key: "conversion" as const,
      value: formatBps(today.conversionBps),
      before: formatBps(yesterday.conversionBps),
      change: change(today.conversionBps, yesterday.conversionBps),
    },
    {
      key: "commission" as const,
      value: showYuan(today.commissionFen),
      before: showYuan(yesterday.commissionFen),
      change: change(today.commissionFen, yesterday.commissionFen),
    },
  ];
  return (
    <ul className="grid grid-cols-2 gap-3 md:grid-cols-3 xl:grid-cols-6">
      {cards.map((card) => (
        <li key={card.key} className="grid">
          <FigureCard
            label={text(`figure.${card.key}`)}
            value={card.value}
            compared={
              card.change === null
                ? text("before", { before: card.before })
                : text("compared", { before: card.before, change: card.change })
            }
            meaning={text(`meaning.${card.key}`)}
            href={canOpen ? listBehind(metrics[card.key], asked) : null}
          />
        </li>
      ))}
    </ul>
  );
}
