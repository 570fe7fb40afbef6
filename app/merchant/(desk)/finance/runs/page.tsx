import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { proposeRunAction } from "@/app/merchant/(desk)/finance/runs/run-actions";
import { NextPage } from "@/components/ui/next-page";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { RunProposal } from "@/features/payouts/components/dashboard-run-proposal";
import { RunTable } from "@/features/payouts/components/dashboard-run-table";
import { listPayouts } from "@/features/payouts/queries/list-payouts";
import { listRuns } from "@/features/payouts/queries/list-runs";
import { requireStaff } from "@/features/staff/gate";
import { hasSteppedUp } from "@/features/staff/queries/has-stepped-up";
import { can } from "@/features/staff/schema";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

/** As many as one run may hold. */
const mostInRun = 500;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("payouts.runs"))("title") };
}

/** Payouts above the limit: one person puts them together, another one decides. */
export default async function RunsPage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId, sessionId, role } = await requireStaff("finance.read");
  const text = await getTranslations();
  const { cursor } = await searchValues(searchParams);
  const now = systemClock();
  const { waiting, page, isSteppedUp } = await inMerchant(merchantId, async (tx) => ({
    waiting: await listPayouts(tx, merchantId, { waitsFor: "run", now, limit: mostInRun }),
    page: await listRuns(tx, merchantId, cursor),
    isSteppedUp: await hasSteppedUp(tx, { merchantId, sessionId, now }),
  }));
  const { payouts } = waiting;
  return (
    <>
      <PageHeading
        title={text("payouts.runs.title")}
        back={{ href: "/merchant/finance", label: text("payouts.finance.title") }}
        hint={text("payouts.runs.hint")}
      />
      <div className="grid gap-4">
        <Panel
          title={text("payouts.runs.waitingTitle", { count: payouts.length })}
          hint={text("payouts.runs.waitingHint")}
        >
          {payouts.length > 0 && can(role, "payout.decide") ? (
            <RunProposal
              key={payouts.map(({ payoutId }) => payoutId).join()}
              payouts={payouts}
              propose={proposeRunAction}
              isSteppedUp={isSteppedUp}
            />
          ) : (
            <p className="text-ink-faint text-sm">{text("payouts.runs.nothingWaits")}</p>
          )}
        </Panel>
        <Panel title={text("payouts.runs.past")}>
          <RunTable runs={page.runs} />
        </Panel>
      </div>
      <NextPage
        path="/merchant/finance/runs"
        params={{ cursor }}
        nextCursor={page.nextCursor}
        labels={{ next: text("common.next"), first: text("common.first") }}
      />
    </>
  );
}
