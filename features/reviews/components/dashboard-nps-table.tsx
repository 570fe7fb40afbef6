import Link from "next/link";
import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { EmptyNotice } from "@/components/ui/empty-notice";
import { Moment } from "@/components/ui/moment";
import type { NpsAnswerView } from "@/features/reviews/schema";

export function NpsTable({ answers }: { answers: readonly NpsAnswerView[] }) {
  const text = useTranslations("reviews");
  return (
    <DataTable
      caption={text("nps.title")}
      columns={[
        { key: "score", label: text("nps.score") },
        { key: "why", label: text("nps.why") },
        { key: "customer", label: text("customer"), wideOnly: true },
        { key: "order", label: text("order") },
        { key: "at", label: text("nps.at"), wideOnly: true },
      ]}
      rows={answers.map((one) => ({
        key: one.orderNo,
        cells: {
          score: <span className="font-medium tabular-nums">{one.score}</span>,
          why: <span className="block max-w-md whitespace-pre-line">{one.content || "—"}</span>,
          customer: one.nickname || text("unnamed"),
          order: (
            <Link
              href={`/merchant/orders/${one.orderNo}`}
              className="text-leaf tabular-nums hover:underline"
            >
              {one.orderNo}
            </Link>
          ),
          at: <Moment at={one.createdAt} />,
        },
      }))}
      empty={<EmptyNotice title={text("nps.empty")}>{text("nps.emptyHint")}</EmptyNotice>}
    />
  );
}
