import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { buttonLook } from "@/components/ui/button";
import { NextPage } from "@/components/ui/next-page";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { listDistributorNames } from "@/features/distributors/queries/list-distributor-names";
import { PayoutFilterBar } from "@/features/payouts/components/dashboard-payout-filter";
import { PayoutTable } from "@/features/payouts/components/dashboard-payout-table";
import { listPayouts } from "@/features/payouts/queries/list-payouts";
import { payoutFilterSchema } from "@/features/payouts/schema";
import { requireStaff } from "@/features/staff/gate";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { queryOf } from "@/lib/forms/query-of";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("payouts"))("title") };
}

export default async function PayoutsPage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId } = await requireStaff("finance.read");
  const text = await getTranslations();
  const filter = payoutFilterSchema.safeParse(await searchValues(searchParams)).data ?? {};
  const now = systemClock();
  const { page, distributors } = await inMerchant(merchantId, async (tx) => ({
    page: await listPayouts(tx, merchantId, { ...filter, now }),
    distributors: await listDistributorNames(tx, { merchantId }),
  }));
  const { cursor: _cursor, ...asked } = filter;
  const query = queryOf(asked);
  return (
    <>
      <PageHeading
        title={text("payouts.title")}
        back={{ href: "/merchant/finance", label: text("payouts.finance.title") }}
      >
        <a href={`/api/merchant/payouts/export?${query}`} download className={buttonLook()}>
          {text("common.exportCsv")}
        </a>
      </PageHeading>
      <PayoutFilterBar filter={filter} distributors={distributors} />
      <Panel>
        <PayoutTable payouts={page.payouts} now={now} isFiltered={query.size > 0} />
      </Panel>
      <NextPage
        path="/merchant/finance/payouts"
        params={filter}
        nextCursor={page.nextCursor}
        labels={{ next: text("common.next"), first: text("common.first") }}
      />
    </>
  );
}
