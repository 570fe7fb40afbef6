import type { Metadata } from "next";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { buttonLook } from "@/components/ui/button";
import { DefinitionList } from "@/components/ui/definition-list";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { measure } from "@/domain/metrics/metric-list";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { presetWindow } from "@/domain/metrics/window-preset";
import { readMeasures } from "@/features/insights/queries/read-measures";
import { sumReserve } from "@/features/ledger/queries/sum-reserve";
import type { ReserveView } from "@/features/ledger/schema";
import { FinanceAttentionList } from "@/features/payouts/components/dashboard-finance-attention";
import {
  Ageing,
  ObligationsByDue,
  ObligationsByState,
} from "@/features/payouts/components/dashboard-obligations";
import { OnTimeBoard } from "@/features/payouts/components/dashboard-on-time";
import { PayoutCoverage } from "@/features/payouts/components/dashboard-payout-coverage";
import { PayoutTable } from "@/features/payouts/components/dashboard-payout-table";
import { countFinanceAttention } from "@/features/payouts/queries/count-finance-attention";
import { getOnTimeRate } from "@/features/payouts/queries/get-on-time-rate";
import { getPayoutCoverage } from "@/features/payouts/queries/get-payout-coverage";
import { getPayoutStop, type PayoutStop } from "@/features/payouts/queries/get-payout-stop";
import { listDuePayouts } from "@/features/payouts/queries/list-due-payouts";
import { summarizeObligations } from "@/features/payouts/queries/summarize-obligations";
import { requireStaff } from "@/features/staff/gate";
import { can } from "@/features/staff/schema";
import { systemClock } from "@/lib/clock/now";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";
import { formatBps } from "@/lib/i18n/format-bps";

const boardDays = 90;
const shownLate = 20;
const dayMs = 86_400_000;
const moment = { dateStyle: "medium", timeStyle: "short" } as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("payouts.finance"))("title") };
}

function load(merchantId: Parameters<typeof inMerchant>[0], now: Date) {
  const board = { merchantId, from: new Date(now.getTime() - boardDays * dayMs), until: now };
  return inMerchant(merchantId, async (tx) => ({
    obligations: await summarizeObligations(tx, { merchantId, now }),
    reserve: await sumReserve(tx, { merchantId, now }),
    rate: await getOnTimeRate(tx, board),
    coverage: await getPayoutCoverage(tx, { merchantId }),
    clawBack: await readClawBackRate(tx, merchantId, now),
    late: (await listDuePayouts(tx, { ...board, list: "late", limit: shownLate })).payouts,
    attention: await countFinanceAttention(tx, { merchantId, now }),
    stop: await getPayoutStop(tx, merchantId),
  }));
}

async function readClawBackRate(tx: MerchantTx, merchantId: string, now: Date) {
  const windows = [presetWindow("last_90_days", shanghaiDay(now))];
  const slice = { kind: "all", key: "" } as const;
  const [measures] = await readMeasures(tx, { merchantId, slice, windows });
  const rate = measures && measure("clawBackRate", measures);
  return rate?.unit === "bps" ? rate.value : null;
}

/** What is owed and promised, how reliably it is paid, and what waits for a person. */
export default async function FinancePage() {
  const { merchantId, role } = await requireStaff("finance.read");
  const text = await getTranslations("payouts.finance");
  const now = systemClock();
  const found = await load(merchantId, now);
  const { obligations, reserve, rate, late, attention, stop, coverage, clawBack } = found;
  return (
    <>
      <PageHeading title={text("title")} hint={text("hint")}>
        {can(role, "settings.write") && (
          <Link href="/merchant/settings/payouts" className={buttonLook()}>
            {text("policy")}
          </Link>
        )}
      </PageHeading>
      <LinkTabs
        label={text("title")}
        tabs={sections.map((section) => ({
          href: `/merchant/finance${section && `/${section}`}`,
          label: text(`section.${section || "overview"}`),
          isCurrent: section === "",
        }))}
      />
      {stop && <StopNotice stop={stop} />}
      <div className="grid items-start gap-4 lg:grid-cols-[1fr_20rem]">
        <div className="grid min-w-0 gap-4">
          <div className="grid items-start gap-4 md:grid-cols-2">
            <Panel title={text("byDue")}>
              <ObligationsByDue obligations={obligations} today={shanghaiDay(now)} />
            </Panel>
            <Panel title={text("ageing")}>
              <Ageing obligations={obligations} />
            </Panel>
          </div>
          <Panel title={text("byState")}>
            <ObligationsByState obligations={obligations} />
          </Panel>
          <Panel title={text("late")} hint={text("lateHint", { days: boardDays })}>
            {late.length > 0 ? (
              <PayoutTable payouts={late} now={now} isFiltered />
            ) : (
              <p className="text-ink-faint text-sm">{text("noneLate")}</p>
            )}
          </Panel>
        </div>
        <div className="order-first grid min-w-0 gap-4 lg:order-none">
          <Panel title={text("attentionTitle")}>
            <FinanceAttentionList attention={attention} />
          </Panel>
          <Panel title={text("onTime")} hint={text("onTimeHint")}>
            <OnTimeBoard rate={rate} days={boardDays} />
          </Panel>
          <Panel title={text("coverage")} hint={text("coverageHint")}>
            <PayoutCoverage coverage={coverage} />
          </Panel>
          <Panel title={text("clawBack")} hint={text("clawBackHint", { days: boardDays })}>
            <p className="font-semibold text-3xl tabular-nums">{formatBps(clawBack)}</p>
          </Panel>
          <Panel title={text("reserve")} hint={text("reserveHint")}>
            <Reserve reserve={reserve} />
          </Panel>
        </div>
      </div>
    </>
  );
}

const sections = [
  "",
  "payouts",
  "runs",
  "bank",
  "accounts",
  "reconciliation",
  "months",
  "tax",
] as const;

/** The one that a person ends at the desk: an open difference with WeChat's bills (scripts/database/invariants). */
const openDifferences = "50-bills-match-both-ways";

async function StopNotice({ stop }: { stop: PayoutStop }) {
  const text = await getTranslations("payouts.finance");
  const format = await getFormatter();
  const broken = stop.broken.split(", ");
  const others = broken.filter((name) => name !== openDifferences);
  return (
    <div className="mb-4">
      <Notice tone="danger">
        {text("stopped", { since: format.dateTime(stop.since, moment) })}{" "}
        {broken.includes(openDifferences) && (
          <>
            {text("stoppedByBills")}{" "}
            <Link href="/merchant/finance/reconciliation" className="underline">
              {text("toReconcile")}
            </Link>{" "}
          </>
        )}
        {others.length > 0 && (
          <>
            {text("stoppedOtherwise")}
            <span className="mt-1 block break-all text-xs">{others.join(", ")}</span>
          </>
        )}
      </Notice>
    </div>
  );
}

async function Reserve({ reserve }: { reserve: ReserveView }) {
  const text = await getTranslations("payouts.finance");
  const names = ["promised", "pending", "available", "inPayout", "debt", "withheldTax"] as const;
  return (
    <DefinitionList
      figures
      entries={names.map((name) => [
        text(`reserves.${name}`),
        <Money key={name} fen={reserve[`${name}Fen`]} />,
      ])}
    />
  );
}
