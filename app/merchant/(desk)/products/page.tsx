import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { buttonLook } from "@/components/ui/button";
import { inputLook } from "@/components/ui/field";
import { FilterBar, FilterField } from "@/components/ui/filter-bar";
import { NextPage } from "@/components/ui/next-page";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { ProductTable } from "@/features/catalogue/components/dashboard-product-table";
import { listProductsForStaff } from "@/features/catalogue/queries/list-products-for-staff";
import { listShelves } from "@/features/catalogue/queries/list-shelves";
import { productFilterSchema } from "@/features/catalogue/schema";
import { requireStaff } from "@/features/staff/gate";
import { can } from "@/features/staff/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

const statuses = ["active", "draft", "archived"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("products"))("title") };
}

export default async function ProductsPage({ searchParams }: { searchParams: SearchParams }) {
  const staff = await requireStaff("product.read");
  const { merchantId } = staff;
  const text = await getTranslations();
  const filter = productFilterSchema.safeParse(await searchValues(searchParams)).data ?? {};
  const { page, shelves } = await inMerchant(merchantId, async (tx) => ({
    page: await listProductsForStaff(tx, merchantId, filter),
    shelves: await listShelves(tx, { merchantId }),
  }));
  const isFiltered = Object.keys(filter).some((name) => name !== "cursor");
  return (
    <>
      <PageHeading title={text("products.title")}>
        {can(staff.role, "product.write") && (
          <>
            <Link href="/merchant/products/shelves" className={buttonLook()}>
              {text("products.shelves")}
            </Link>
            <Link href="/merchant/products/imports" className={buttonLook()}>
              {text("products.import")}
            </Link>
            <Link href="/merchant/products/new" className={buttonLook("primary")}>
              {text("products.new")}
            </Link>
          </>
        )}
      </PageHeading>
      <FilterBar submitLabel={text("common.filter")}>
        <FilterField label={text("common.search")}>
          {(id) => (
            <input
              id={id}
              type="search"
              name="text"
              defaultValue={filter.text}
              placeholder={text("products.searchHint")}
              maxLength={50}
              className={inputLook}
            />
          )}
        </FilterField>
        <FilterField label={text("products.statusLabel")}>
          {(id) => (
            <select id={id} name="status" defaultValue={filter.status ?? ""} className={inputLook}>
              <option value="">{text("common.all")}</option>
              {statuses.map((status) => (
                <option key={status} value={status}>
                  {text(`products.status.${status}`)}
                </option>
              ))}
            </select>
          )}
        </FilterField>
        <FilterField label={text("products.category")}>
          {(id) => (
            <select
              id={id}
              name="categoryId"
              defaultValue={filter.categoryId ?? ""}
              className={inputLook}
            >
              <option value="">{text("common.all")}</option>
              {shelves.categories.map((category) => (
                <option key={category.id} value={category.id}>
                  {category.name}
                </option>
              ))}
            </select>
          )}
        </FilterField>
        <FilterField label={text("products.stock")}>
          {(id) => (
            <select id={id} name="stock" defaultValue={filter.stock ?? ""} className={inputLook}>
              <option value="">{text("common.all")}</option>
              <option value="low">{text("products.low")}</option>
            </select>
          )}
        </FilterField>
        {isFiltered && (
          <Link href="/merchant/products" className={buttonLook("quiet")}>
            {text("common.clear")}
          </Link>
        )}
      </FilterBar>
      <Panel>
        <ProductTable products={page.products} isFiltered={isFiltered} />
      </Panel>
      <NextPage
        path="/merchant/products"
        params={filter}
        nextCursor={page.nextCursor}
        labels={{ next: text("common.next"), first: text("common.first") }}
      />
    </>
  );
}
