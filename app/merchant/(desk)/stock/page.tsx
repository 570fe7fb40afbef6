import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { correctStockAction } from "@/app/merchant/(desk)/stock/stock-actions";
import { buttonLook } from "@/components/ui/button";
import { inputLook } from "@/components/ui/field";
import { FilterBar, FilterField } from "@/components/ui/filter-bar";
import { NextPage } from "@/components/ui/next-page";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { requireStaff } from "@/features/staff/gate";
import { can } from "@/features/staff/schema";
import { CorrectionForm } from "@/features/stock/components/dashboard-correction-form";
import { StockTable } from "@/features/stock/components/dashboard-stock-table";
import { StockTabs } from "@/features/stock/components/dashboard-stock-tabs";
import { listStock } from "@/features/stock/queries/list-stock";
import { stockFilterSchema } from "@/features/stock/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

const levels = ["empty", "low"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("stock"))("title") };
}

export default async function StockPage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId, role } = await requireStaff("stock.read");
  const text = await getTranslations();
  const filter = stockFilterSchema.safeParse(await searchValues(searchParams)).data ?? {};
  const page = await inMerchant(merchantId, (tx) => listStock(tx, merchantId, filter));
  const skus = page.stock.map(({ skuId, title, code }) => ({
    value: skuId,
    label: `${title}（${code}）`,
  }));
  return (
    <>
      <PageHeading title={text("stock.title")} hint={text("stock.hint")}>
        {can(role, "insights.read") && (
          <Link href="/merchant/insights/stock" className={buttonLook()}>
            {text("stock.report")}
          </Link>
        )}
      </PageHeading>
      <StockTabs current="stock" />
      <FilterBar submitLabel={text("common.filter")}>
        <FilterField label={text("common.search")}>
          {(id) => (
            <input
              id={id}
              type="search"
              name="text"
              defaultValue={filter.text}
              placeholder={text("stock.search")}
              maxLength={50}
              className={inputLook}
            />
          )}
        </FilterField>
        <FilterField label={text("stock.level")}>
          {(id) => (
            <select id={id} name="level" defaultValue={filter.level ?? ""} className={inputLook}>
              <option value="">{text("common.all")}</option>
              {levels.map((level) => (
                <option key={level} value={level}>
                  {text(`stock.levelOf.${level}`)}
                </option>
              ))}
            </select>
          )}
        </FilterField>
      </FilterBar>
      <div className="grid items-start gap-4 xl:grid-cols-[1fr_21rem]">
        <div className="min-w-0">
          <Panel>
            <StockTable
              stock={page.stock}
              isFiltered={filter.text !== undefined || filter.level !== undefined}
            />
          </Panel>
          <NextPage
            path="/merchant/stock"
            params={filter}
            nextCursor={page.nextCursor}
            labels={{ next: text("common.next"), first: text("common.first") }}
          />
        </div>
        {can(role, "stock.write") && skus.length > 0 && (
          <Panel title={text("stock.correction.title")} hint={text("stock.correction.hint")}>
            <CorrectionForm action={correctStockAction} skus={skus} />
          </Panel>
        )}
      </div>
    </>
  );
}
