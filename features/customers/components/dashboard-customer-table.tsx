import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { EmptyNotice } from "@/components/ui/empty-notice";
import { Moment } from "@/components/ui/moment";
import { Money } from "@/components/ui/money";
import type { StaffCustomerSummary } from "@/features/customers/schema";

export function CustomerTable({
  customers,
  isFiltered,
}: {
  customers: readonly StaffCustomerSummary[];
  isFiltered: boolean;
}) {
  const text = useTranslations("customers");
  return (
    <DataTable
      caption={text("title")}
      columns={[
        { key: "name", label: text("name") },
        { key: "distributor", label: text("distributor") },
        { key: "orders", label: text("orders"), align: "right" },
        { key: "paid", label: text("paid"), align: "right" },
        { key: "tags", label: text("tags.title"), wideOnly: true },
        { key: "phone", label: text("phone"), wideOnly: true },
        { key: "since", label: text("since"), wideOnly: true },
      ]}
      rows={customers.map((one) => ({
        key: one.customerId,
        cells: {
          name: (
            <Link
              href={`/merchant/customers/${one.customerId}`}
              className="text-leaf hover:underline"
            >
              {one.nickname || text("unnamed")}
            </Link>
          ),
          distributor: one.distributor ? (
            <Link
              href={`/merchant/distributors/${one.distributor.distributorId}`}
              className="hover:underline"
            >
              {one.distributor.name}
            </Link>
          ) : (
            "—"
          ),
          tags: (
            <span className="flex flex-wrap gap-1">
              {one.tags.map((tag) => (
                <Badge key={tag}>{tag}</Badge>
              ))}
            </span>
          ),
          orders: one.orderCount,
          paid: <Money fen={one.paidFen} />,
          phone: <span className="tabular-nums">{one.phone || "—"}</span>,
          since: <Moment at={one.createdAt} />,
        },
      }))}
      empty={
        <EmptyNotice title={text(isFiltered ? "emptyFiltered" : "empty")}>
          {text(isFiltered ? "emptyFilteredHint" : "emptyHint")}
        </EmptyNotice>
      }
    />
  );
}
