import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { buttonLook } from "@/components/ui/button";
import { inputLook } from "@/components/ui/field";
import { FilterBar, FilterField } from "@/components/ui/filter-bar";
import { NextPage } from "@/components/ui/next-page";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { PURCHASE_STATES } from "@/domain/stock/purchase";
import { PurchaseTable } from "@/features/purchasing/components/dashboard-purchase-table";
import { listPurchaseOrders } from "@/features/purchasing/queries/list-purchase-orders";
import { purchaseFilterSchema } from "@/features/purchasing/schema";
import { requireStaff } from "@/features/staff/gate";
import { can } from "@/features/staff/schema";
import { StockTabs } from "@/features/stock/components/dashboard-stock-tabs";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("stock.purchase"))("title") };
}

export default async function PurchasesPage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId, role } = await requireStaff("stock.read");
  const text = await getTranslations();
  const filter = purchaseFilterSchema.safeParse(await searchValues(searchParams)).data ?? {};
  const page = await inMerchant(merchantId, (tx) => listPurchaseOrders(tx, merchantId, filter));
  return (
    <>
      <PageHeading title={text("stock.purchase.title")}>
        {can(role, "stock.write") && (
          <Link href="/merchant/stock/purchases/new" className={buttonLook("primary")}>
            {text("stock.purchase.new")}
          </Link>
        )}
      </PageHeading>
      <StockTabs current="purchases" />
      <FilterBar submitLabel={text("common.filter")} hidden={{ supplierId: filter.supplierId }}>
        <FilterField label={text("stock.purchase.stateLabel")}>
          {(id) => (
            <select id={id} name="state" defaultValue={filter.state ?? ""} className={inputLook}>
              <option value="">{text("common.all")}</option>
              {PURCHASE_STATES.map((state) => (
                <option key={state} value={state}>
                  {text(`stock.purchase.state.${state}`)}
                </option>
              ))}
            </select>
          )}
        </FilterField>
      </FilterBar>
      <Panel>
        <PurchaseTable orders={page.orders} />
      </Panel>
      <NextPage
        path="/merchant/stock/purchases"
        params={filter}
        nextCursor={page.nextCursor}
        labels={{ next: text("common.next"), first: text("common.first") }}
      />
    </>
  );
}
