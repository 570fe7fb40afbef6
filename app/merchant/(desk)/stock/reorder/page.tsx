import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { savePurchaseAction } from "@/app/merchant/(desk)/stock/purchase-actions";
import { EmptyNotice } from "@/components/ui/empty-notice";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { ReorderForm } from "@/features/purchasing/components/dashboard-reorder-form";
import { listReorders } from "@/features/purchasing/queries/list-reorders";
import { listSuppliers } from "@/features/purchasing/queries/list-suppliers";
import { MAX_SHEET_LINES } from "@/features/purchasing/schema";
import { requireStaff } from "@/features/staff/gate";
import { StockTabs } from "@/features/stock/components/dashboard-stock-tabs";
import { findOpenDay } from "@/features/stock/queries/find-open-day";
import { getStockSetting } from "@/features/stock/queries/get-stock-setting";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";

const wholeShop = { kind: "all", key: "" };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("stock.reorder"))("title") };
}

export default async function ReorderPage() {
  const { merchantId } = await requireStaff("stock.write");
  const text = await getTranslations("stock.reorder");
  const now = systemClock();
  const { rows, suppliers, setting } = await inMerchant(merchantId, async (tx) => {
    const own = await getStockSetting(tx, merchantId);
    const { safetyDays } = own;
    const { reorders } = await listReorders(tx, {
      merchantId,
      part: wholeShop,
      open: await findOpenDay(tx, merchantId),
      now,
      safetyDays,
    });
    return {
      rows: reorders,
      suppliers: await listSuppliers(tx, { merchantId }),
      setting: own,
    };
  });
  const active = suppliers.filter(({ isActive }) => isActive);
  const groups = Map.groupBy(rows, ({ supplierId }) => supplierId);
  return (
    <>
      <PageHeading title={text("title")} hint={text("hint", { days: setting.safetyDays })} />
      <StockTabs current="reorder" />
      <div className="grid gap-4">
        {rows.length === 0 && (
          <Panel>
            <EmptyNotice title={text("empty")}>{text("emptyHint")}</EmptyNotice>
          </Panel>
        )}
        {[...groups].map(([supplierId, ofSupplier]) => (
          <Panel
            key={supplierId ?? "none"}
            title={ofSupplier[0]?.supplierName || text("noSupplier")}
          >
            <ReorderForm
              action={savePurchaseAction.bind(null, null, 0)}
              rows={ofSupplier.slice(0, MAX_SHEET_LINES)}
              suppliers={active}
            />
          </Panel>
        ))}
      </div>
    </>
  );
}
