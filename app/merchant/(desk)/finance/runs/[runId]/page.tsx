import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { decideRunAction } from "@/app/merchant/(desk)/finance/runs/run-actions";
import { DefinitionList } from "@/components/ui/definition-list";
import { Moment } from "@/components/ui/moment";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { PayoutTable } from "@/features/payouts/components/dashboard-payout-table";
import { RunDecision } from "@/features/payouts/components/dashboard-run-decision";
import { RunStateBadge } from "@/features/payouts/components/dashboard-run-table";
import { getRun } from "@/features/payouts/queries/get-run";
import { requireStaff } from "@/features/staff/gate";
import { hasSteppedUp } from "@/features/staff/queries/has-stepped-up";
import { can, type StaffScope } from "@/features/staff/schema";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { isId } from "@/lib/ids/is-id";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("payouts.runs"))("one") };
}

async function load({ merchantId, sessionId }: StaffScope, runId: string, now: Date) {
  return inMerchant(merchantId, async (tx) => {
    const run = await getRun(tx, { merchantId, runId });
    return run && { run, isSteppedUp: await hasSteppedUp(tx, { merchantId, sessionId, now }) };
  });
}

export default async function RunPage({ params }: { params: Promise<{ runId: string }> }) {
  const staff = await requireStaff("finance.read");
  const { runId: id } = await params;
  const text = await getTranslations("payouts.runs");
  const now = systemClock();
  const found = isId(id) ? await load(staff, id, now) : null;
  if (!found) notFound();
  const { run, isSteppedUp } = found;
  const isOwn = run.proposedBy === staff.staffId;
  return (
    <>
      <PageHeading
        title={text("heading", { runNo: run.runNo })}
        back={{ href: "/merchant/finance/runs", label: text("title") }}
      >
        <RunStateBadge state={run.state} />
      </PageHeading>
      <div className="grid items-start gap-4 lg:grid-cols-[1fr_20rem]">
        <Panel title={text("payouts")}>
          <PayoutTable payouts={run.payouts} now={now} isFiltered />
        </Panel>
        <div className="order-first grid min-w-0 gap-4 lg:order-none">
          <Panel title={text("summary")}>
            <DefinitionList
              entries={[
                [text("count"), run.payoutCount],
                [text("total"), <Money key="total" fen={run.totalFen} />],
                [text("proposedBy"), run.proposedByName],
                [text("proposedAt"), <Moment key="at" at={run.proposedAt} />],
                ...(run.decidedAt
                  ? [
                      [text("decidedBy"), run.decidedByName] as const,
                      [text("decidedAt"), <Moment key="decided" at={run.decidedAt} />] as const,
                      [text("reason"), run.reason || "—"] as const,
                    ]
                  : []),
              ]}
            />
          </Panel>
          {run.state === "proposed" && (
            <Panel title={text("decide")}>
              {isOwn && <Notice>{text("ownRun")}</Notice>}
              {!isOwn && can(staff.role, "payout.decide") && (
                <RunDecision
                  run={run}
                  approve={decideRunAction.bind(null, id, "approve")}
                  refuse={decideRunAction.bind(null, id, "refuse")}
                  isSteppedUp={isSteppedUp}
                />
              )}
            </Panel>
          )}
        </div>
      </div>
    </>
  );
}
