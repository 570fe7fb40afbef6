import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { openCountAction } from "@/app/merchant/(desk)/stock/count-actions";
import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { EmptyNotice } from "@/components/ui/empty-notice";
import { Moment } from "@/components/ui/moment";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { listShelves } from "@/features/catalogue/queries/list-shelves";
import { OpenCountForm } from "@/features/purchasing/components/dashboard-open-count";
import { listCounts } from "@/features/purchasing/queries/list-counts";
import { requireStaff } from "@/features/staff/gate";
import { can } from "@/features/staff/schema";
import { StockTabs } from "@/features/stock/components/dashboard-stock-tabs";
import { inMerchant } from "@/lib/db/in-merchant";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("stock.count"))("title") };
}

export default async function CountsPage() {
  const { merchantId, role } = await requireStaff("stock.read");
  const text = await getTranslations("stock.count");
  const { counts, shelves } = await inMerchant(merchantId, async (tx) => ({
    counts: await listCounts(tx, { merchantId }),
    shelves: await listShelves(tx, { merchantId }),
  }));
  return (
    <>
      <PageHeading title={text("title")} />
      <StockTabs current="counts" />
      <div className="grid gap-4">
        {can(role, "stock.write") && (
          <Panel title={text("new")} hint={text("hint")}>
            <OpenCountForm action={openCountAction} categories={shelves.categories} />
          </Panel>
        )}
        <Panel>
          <DataTable
            caption={text("title")}
            columns={[
              { key: "name", label: text("name") },
              { key: "state", label: text("stateLabel") },
              { key: "progress", label: text("progress"), align: "right" },
              { key: "different", label: text("different"), align: "right" },
              { key: "at", label: text("openedAt"), wideOnly: true },
            ]}
            rows={counts.map((count) => ({
              key: count.countId,
              cells: {
                name: (
                  <Link
                    href={`/merchant/stock/counts/${count.countId}`}
                    className="break-words text-leaf hover:underline"
                  >
                    {count.name}
                  </Link>
                ),
                state: (
                  <Badge tone={count.state === "open" ? "info" : "quiet"}>
                    {text(`state.${count.state}`)}
                  </Badge>
                ),
                progress: `${count.postedLines} / ${count.lines}`,
                different: count.differentLines,
                at: <Moment at={count.openedAt} />,
              },
            }))}
            empty={<EmptyNotice title={text("empty")}>{text("emptyHint")}</EmptyNotice>}
          />
        </Panel>
      </div>
    </>
  );
}
