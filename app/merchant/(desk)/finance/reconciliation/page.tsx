import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { retryDayAction } from "@/app/merchant/(desk)/finance/reconciliation/reconciliation-actions";
import { ActionButton } from "@/components/ui/action-button";
import { LinkTabs } from "@/components/ui/link-tabs";
import { NextPage } from "@/components/ui/next-page";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { previousDay, shanghaiDay } from "@/domain/metrics/shanghai-day";
import { CaseTable } from "@/features/reconciliation/components/dashboard-case-table";
import { DayTable } from "@/features/reconciliation/components/dashboard-day-table";
import { countCases } from "@/features/reconciliation/queries/count-cases";
import { listBillDays } from "@/features/reconciliation/queries/list-bill-days";
import { listCases } from "@/features/reconciliation/queries/list-cases";
import { caseFilterSchema } from "@/features/reconciliation/schema";
import { requireStaff } from "@/features/staff/gate";
import { can } from "@/features/staff/schema";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

const path = "/merchant/finance/reconciliation";
/** A month and some days: what a month end has to look at. */
const shownDays = 35;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reconciliation"))("title") };
}

/** Which days agree with WeChat, and what does not. */
export default async function ReconciliationPage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId, role } = await requireStaff("finance.read");
  const text = await getTranslations();
  const filter = caseFilterSchema.parse(await searchValues(searchParams));
  const now = systemClock();
  const { days, page, counts } = await inMerchant(merchantId, async (tx) => ({
    days: await listBillDays(tx, { merchantId, now, days: shownDays }),
    page: await listCases(tx, merchantId, filter),
    counts: await countCases(tx, merchantId),
  }));
  const mayWrite = can(role, "reconciliation.write");
  const yesterday = previousDay(shanghaiDay(now));
  const tabs = (["open", "closed"] as const).map((state) => ({
    href: state === "open" ? path : `${path}?state=${state}`,
    label: text(`reconciliation.${state}`),
    count: counts[state],
    isCurrent: filter.state === state,
  }));
  return (
    <>
      <PageHeading
        title={text("reconciliation.title")}
        back={{ href: "/merchant/finance", label: text("payouts.finance.title") }}
        hint={text("reconciliation.hint")}
      >
        {mayWrite && (
          <ActionButton look="primary" action={retryDayAction.bind(null, yesterday)}>
            {text("reconciliation.retryYesterday")}
          </ActionButton>
        )}
      </PageHeading>
      <div className="grid gap-4">
        <Panel title={text("reconciliation.cases")}>
          <LinkTabs label={text("reconciliation.cases")} tabs={tabs} />
          <CaseTable
            cases={page.cases}
            now={now}
            empty={text(`reconciliation.${filter.state === "open" ? "none" : "noneClosed"}`)}
          />
          <NextPage
            path={path}
            params={filter}
            nextCursor={page.nextCursor}
            labels={{ next: text("common.next"), first: text("common.first") }}
          />
        </Panel>
        <Panel title={text("reconciliation.days")} hint={text("reconciliation.daysHint")}>
          <DayTable days={days} retry={mayWrite ? retryDayAction : null} />
        </Panel>
      </div>
    </>
  );
}
