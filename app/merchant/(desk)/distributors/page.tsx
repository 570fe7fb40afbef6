import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { inputLook } from "@/components/ui/field";
import { FilterBar, FilterField } from "@/components/ui/filter-bar";
import { LinkTabs } from "@/components/ui/link-tabs";
import { NextPage } from "@/components/ui/next-page";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { DistributorTable } from "@/features/distributors/components/dashboard-distributor-table";
import { countDistributors } from "@/features/distributors/queries/count-distributors";
import { listDistributors } from "@/features/distributors/queries/list-distributors";
import { distributorFilterSchema } from "@/features/distributors/schema";
import { requireStaff } from "@/features/staff/gate";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

const statuses = ["applied", "approved", "frozen", "refused"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("distributors"))("title") };
}

export default async function DistributorsPage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId } = await requireStaff("distributor.read");
  const text = await getTranslations();
  const asked = distributorFilterSchema.safeParse(await searchValues(searchParams)).data ?? {};
  const { counts, filter, page } = await inMerchant(merchantId, async (tx) => {
    const present = await countDistributors(tx, { merchantId });
    // Applications wait for an answer: they come first for as long as there are any.
    const status = asked.status ?? (present.applied > 0 && !asked.text ? "applied" : undefined);
    const used = { ...asked, status };
    return { counts: present, filter: used, page: await listDistributors(tx, merchantId, used) };
  });
  return (
    <>
      <PageHeading title={text("distributors.title")} hint={text("distributors.hint")} />
      <LinkTabs
        label={text("distributors.statusLabel")}
        tabs={statuses.map((status) => ({
          href: `/merchant/distributors?status=${status}`,
          label: text(`distributors.status.${status}`),
          count: counts[status],
          isCurrent: filter.status === status,
        }))}
      />
      <FilterBar submitLabel={text("common.search")}>
        <FilterField label={text("distributors.searchLabel")}>
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
        <DistributorTable distributors={page.distributors} />
      </Panel>
      <NextPage
        path="/merchant/distributors"
        params={filter}
        nextCursor={page.nextCursor}
        labels={{ next: text("common.next"), first: text("common.first") }}
      />
    </>
  );
}
