import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { inputLook } from "@/components/ui/field";
import { FilterBar, FilterField } from "@/components/ui/filter-bar";
import { NextPage } from "@/components/ui/next-page";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { CustomerTable } from "@/features/customers/components/dashboard-customer-table";
import { listCustomers } from "@/features/customers/queries/list-customers";
import { customerFilterSchema } from "@/features/customers/schema";
import { requireStaff } from "@/features/staff/gate";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("customers"))("title") };
}

export default async function CustomersPage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId } = await requireStaff("customer.read");
  const text = await getTranslations();
  const filter = customerFilterSchema.safeParse(await searchValues(searchParams)).data ?? {};
  const { customers, nextCursor } = await inMerchant(merchantId, (tx) =>
    listCustomers(tx, { merchantId, filter, now: systemClock() }),
  );
  return (
    <>
      <PageHeading title={text("customers.title")} hint={text("customers.hint")} />
      <FilterBar submitLabel={text("common.search")}>
        <FilterField label={text("customers.searchLabel")}>
          {(id) => (
            <input
              id={id}
              type="search"
              name="text"
              defaultValue={filter.text}
              maxLength={50}
              className={inputLook}
            />
          )}
        </FilterField>
      </FilterBar>
      <Panel>
        <CustomerTable customers={customers} isFiltered={Boolean(filter.text)} />
      </Panel>
      <NextPage
        path="/merchant/customers"
        params={filter}
        nextCursor={nextCursor}
        labels={{ next: text("common.next"), first: text("common.first") }}
      />
    </>
  );
}
