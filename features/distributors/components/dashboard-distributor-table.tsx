import Link from "next/link";
import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { EmptyNotice } from "@/components/ui/empty-notice";
import { Moment } from "@/components/ui/moment";
import { Money } from "@/components/ui/money";
import { DistributorStatusBadge } from "@/features/distributors/components/dashboard-distributor-status";
import type { StaffDistributorSummary } from "@/features/distributors/schema";

export function DistributorTable({
  distributors,
}: {
  distributors: readonly StaffDistributorSummary[];
}) {
  const text = useTranslations("distributors");
  return (
    <DataTable
      caption={text("title")}
      columns={[
        { key: "name", label: text("name") },
        { key: "status", label: text("statusLabel") },
        { key: "orders", label: text("orders"), align: "right" },
        { key: "sales", label: text("sales"), align: "right" },
        { key: "commission", label: text("commission"), align: "right", wideOnly: true },
        { key: "parent", label: text("parent"), wideOnly: true },
        { key: "applied", label: text("appliedAt"), wideOnly: true },
      ]}
      rows={distributors.map((one) => ({
        key: one.distributorId,
        cells: {
          name: (
            <>
              <Link
                href={`/merchant/distributors/${one.distributorId}`}
                className="text-leaf hover:underline"
              >
                {one.displayName}
              </Link>
              {one.status === "applied" && one.applicationText && (
                <span className="line-clamp-2 max-w-80 text-ink-faint">{one.applicationText}</span>
              )}
            </>
          ),
          status: <DistributorStatusBadge status={one.status} />,
          orders: one.orderCount,
          sales: <Money fen={one.salesFen} />,
          commission: <Money fen={one.commissionFen} />,
          parent: one.parentName ?? "—",
          applied: <Moment at={one.appliedAt} />,
        },
      }))}
      empty={<EmptyNotice title={text("empty")}>{text("emptyHint")}</EmptyNotice>}
    />
  );
}
