import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { dropTagAction } from "@/app/merchant/(desk)/customers/drop-tag-action";
import { ActionButton } from "@/components/ui/action-button";
import { inputLook } from "@/components/ui/field";
import { FilterBar, FilterField } from "@/components/ui/filter-bar";
import { NextPage } from "@/components/ui/next-page";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { CustomerTable } from "@/features/customers/components/dashboard-customer-table";
import { listCustomers } from "@/features/customers/queries/list-customers";
import { listTags } from "@/features/customers/queries/list-tags";
import { customerFilterSchema } from "@/features/customers/schema";
import { requireStaff } from "@/features/staff/gate";
import { can } from "@/features/staff/schema";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("customers"))("title") };
}

export default async function CustomersPage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId, role } = await requireStaff("customer.read");
  const text = await getTranslations();
  const filter = customerFilterSchema.safeParse(await searchValues(searchParams)).data ?? {};
  const { page, tags } = await inMerchant(merchantId, async (tx) => ({
    page: await listCustomers(tx, { merchantId, filter, now: systemClock() }),
    tags: await listTags(tx, { merchantId }),
  }));
  const { tag = "" } = filter;
  const isKnown = tags.some((one) => one.tag === tag);
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
        {(tags.length > 0 || tag) && (
          <FilterField label={text("customers.tags.filter")}>
            {(id) => (
              <select id={id} name="tag" defaultValue={tag} className={inputLook}>
                <option value="">{text("common.all")}</option>
                {tag && !isKnown && <option value={tag}>{tag}</option>}
                {tags.map((one) => (
                  <option key={one.tag} value={one.tag}>
                    {text("customers.tags.choice", one)}
                  </option>
                ))}
              </select>
            )}
          </FilterField>
        )}
      </FilterBar>
      {isKnown && can(role, "customer.write") && (
        <div className="mb-4">
          <ActionButton
            look="quiet"
            question={text("customers.tags.dropQuestion", { tag })}
            action={dropTagAction.bind(null, tag)}
          >
            {text("customers.tags.drop")}
          </ActionButton>
        </div>
      )}
      <Panel>
        <CustomerTable customers={page.customers} isFiltered={Boolean(filter.text || tag)} />
      </Panel>
      <NextPage
        path="/merchant/customers"
        params={filter}
        nextCursor={page.nextCursor}
        labels={{ next: text("common.next"), first: text("common.first") }}
      />
    </>
  );
}
