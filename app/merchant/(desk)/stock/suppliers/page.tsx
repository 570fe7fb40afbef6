import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { saveSupplierAction } from "@/app/merchant/(desk)/stock/stock-actions";
import { Badge } from "@/components/ui/badge";
import { EmptyNotice } from "@/components/ui/empty-notice";
import { MoreFigures } from "@/components/ui/more-figures";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { SupplierForm } from "@/features/purchasing/components/dashboard-supplier-form";
import { listSuppliers } from "@/features/purchasing/queries/list-suppliers";
import { requireStaff } from "@/features/staff/gate";
import { can } from "@/features/staff/schema";
import { StockTabs } from "@/features/stock/components/dashboard-stock-tabs";
import { inMerchant } from "@/lib/db/in-merchant";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("stock.supplier"))("title") };
}

export default async function SuppliersPage() {
  const { merchantId, role } = await requireStaff("stock.read");
  const text = await getTranslations("stock.supplier");
  const suppliers = await inMerchant(merchantId, (tx) => listSuppliers(tx, { merchantId }));
  const mayWrite = can(role, "stock.write");
  return (
    <>
      <PageHeading title={text("title")} />
      <StockTabs current="suppliers" />
      <div className="grid items-start gap-4 xl:grid-cols-[1fr_24rem]">
        <div className="grid min-w-0 gap-4">
          {suppliers.length === 0 && (
            <Panel>
              <EmptyNotice title={text("empty")}>{text("emptyHint")}</EmptyNotice>
            </Panel>
          )}
          {suppliers.map((supplier) => (
            <Panel
              key={supplier.supplierId}
              title={supplier.name}
              corner={!supplier.isActive && <Badge>{text("inactive")}</Badge>}
              hint={[
                text("days", { days: supplier.leadDays }),
                supplier.contactName,
                supplier.phone,
                supplier.openOrders > 0 && text("openOrders", { count: supplier.openOrders }),
                supplier.note,
              ]
                .filter(Boolean)
                .join(" · ")}
            >
              {mayWrite && (
                <MoreFigures label={text("edit")}>
                  <SupplierForm
                    action={saveSupplierAction.bind(null, supplier.supplierId)}
                    supplier={supplier}
                  />
                </MoreFigures>
              )}
            </Panel>
          ))}
        </div>
        {mayWrite && (
          <Panel title={text("new")}>
            <SupplierForm action={saveSupplierAction.bind(null, null)} />
          </Panel>
        )}
      </div>
    </>
  );
}
