import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { inputLook } from "@/components/ui/field";
import { FilterBar, FilterField } from "@/components/ui/filter-bar";
import { Money } from "@/components/ui/money";
import { NextPage } from "@/components/ui/next-page";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { STOCK_FLOWS } from "@/domain/stock/stock-report";
import { requireStaff } from "@/features/staff/gate";
import { MovementTable } from "@/features/stock/components/dashboard-movement-table";
import { StockTabs } from "@/features/stock/components/dashboard-stock-tabs";
import { listMovements } from "@/features/stock/queries/list-movements";
import { totalMovements } from "@/features/stock/queries/total-movements";
import { movementFilterSchema } from "@/features/stock/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("stock.movement"))("title") };
}

export default async function MovementsPage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId } = await requireStaff("stock.read");
  const text = await getTranslations();
  const filter = movementFilterSchema.safeParse(await searchValues(searchParams)).data ?? {};
  const { page, total } = await inMerchant(merchantId, async (tx) => ({
    page: await listMovements(tx, merchantId, filter),
    total: await totalMovements(tx, merchantId, filter),
  }));
  return (
    <>
      <PageHeading
        title={text("stock.movement.title")}
        hint={
          filter.skuId &&
          page.movements[0] &&
          text("stock.movement.onlySku", { title: page.movements[0].title })
        }
      />
      <StockTabs current="movements" />
      <FilterBar
        submitLabel={text("common.filter")}
        hidden={{ skuId: filter.skuId, part: filter.part }}
      >
        <FilterField label={text("stock.movement.flow")}>
          {(id) => (
            <select id={id} name="flow" defaultValue={filter.flow ?? ""} className={inputLook}>
              <option value="">{text("common.all")}</option>
              {STOCK_FLOWS.map((flow) => (
                <option key={flow} value={flow}>
                  {text(`stock.movement.flowOf.${flow}`)}
                </option>
              ))}
            </select>
          )}
        </FilterField>
        {(["from", "until"] as const).map((name) => (
          <FilterField key={name} label={text(`stock.movement.${name}`)}>
            {(id) => (
              <input
                id={id}
                type="date"
                name={name}
                defaultValue={filter[name]}
                className={inputLook}
              />
            )}
          </FilterField>
        ))}
      </FilterBar>
      <Panel>
        <p className="mb-3 text-sm text-ink-soft">
          {text.rich("stock.movement.total", {
            movements: total.movements,
            delta: total.delta,
            value: () => <Money fen={total.valueFen} />,
          })}
          {filter.part && (
            <>
              {" "}
              <Link href="/merchant/stock/movements" className="text-leaf hover:underline">
                {text("stock.movement.everything")}
              </Link>
            </>
          )}
        </p>
        <MovementTable movements={page.movements} />
      </Panel>
      <NextPage
        path="/merchant/stock/movements"
        params={filter}
        nextCursor={page.nextCursor}
        labels={{ next: text("common.next"), first: text("common.first") }}
      />
    </>
  );
}
