import { useTranslations } from "next-intl";
import { FigureCard } from "@/components/ui/figure-card";
import { changeBps } from "@/domain/metrics/compare";
import { formatYuan } from "@/domain/money/format-yuan";
import type { DayFigures } from "@/features/insights/schema";
import { formatBps } from "@/lib/i18n/format-bps";

/** "+12.5%"; "—" where there was nothing to compare with. */
function change(now: bigint | number | null, before: bigint | number | null): string {
  if (now === null || before === null) return "—";
  const bps = changeBps(now, before);
  return bps !== null && bps > 0 ? `+${formatBps(bps)}` : formatBps(bps);
}

const yuan = (fen: bigint) => `¥${formatYuan(fen)}`;

/** Today until now beside yesterday until the same time; each figure opens to its list. */
export function DayCards({
  today,
  yesterday,
  day,
}: {
  today: DayFigures;
  yesterday: DayFigures;
  day: string;
}) {
  const text = useTranslations("overview");
  const orders = `/merchant/orders?from=${day}&until=${day}`;
  const cards = [
    {
      key: "orders",
      value: String(today.orders),
      before: String(yesterday.orders),
      change: change(today.orders, yesterday.orders),
      href: orders,
    },
    {
      key: "netSales",
      value: yuan(today.netSalesFen),
      before: yuan(yesterday.netSalesFen),
      change: change(today.netSalesFen, yesterday.netSalesFen),
      href: orders,
    },
    {
      key: "buyers",
      value: String(today.buyers),
      before: String(yesterday.buyers),
      change: change(today.buyers, yesterday.buyers),
      href: orders,
    },
    {
      key: "visitors",
      value: String(today.visitors),
      before: String(yesterday.visitors),
      change: change(today.visitors, yesterday.visitors),
      href: "/merchant/sharing?days=7",
    },
    {
      key: "conversion",
      value: formatBps(today.conversionBps),
      before: formatBps(yesterday.conversionBps),
      change: change(today.conversionBps, yesterday.conversionBps),
      href: "/merchant/sharing?days=7",
    },
    {
      key: "commission",
      value: yuan(today.commissionFen),
      before: yuan(yesterday.commissionFen),
      change: change(today.commissionFen, yesterday.commissionFen),
      href: "/merchant/distributors?status=approved",
    },
  ];
  return (
    <ul className="grid grid-cols-2 gap-3 md:grid-cols-3 xl:grid-cols-6">
      {cards.map((card) => (
        <li key={card.key} className="grid">
          <FigureCard
            label={text(`figure.${card.key}`)}
            value={card.value}
            compared={text("compared", { before: card.before, change: card.change })}
            meaning={text(`meaning.${card.key}`)}
            href={card.href}
          />
        </li>
      ))}
    </ul>
  );
}
