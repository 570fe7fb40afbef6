import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import {
  closeMonthAction,
  reconcileMonthAction,
} from "@/app/merchant/(desk)/finance/months/month-actions";
import { ActionButton } from "@/components/ui/action-button";
import { buttonLook } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { PrintButton } from "@/components/ui/print-button";
import { shanghaiMonth } from "@/domain/metrics/shanghai-month";
import { MonthAccounts } from "@/features/closing/components/dashboard-month-accounts";
import { MonthMovements } from "@/features/closing/components/dashboard-month-movements";
import { MonthStatement } from "@/features/closing/components/dashboard-month-statement";
import { sayCloseRefusal } from "@/features/closing/components/say-close-refusal";
import { findCloseRefusal } from "@/features/closing/queries/find-close-refusal";
import { getMonth } from "@/features/closing/queries/get-month";
import { type CloseRefusal, type MonthView, monthSchema } from "@/features/closing/schema";
import { requireStaff } from "@/features/staff/gate";
import { can } from "@/features/staff/schema";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";

type Props = { params: Promise<{ month: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const text = await getTranslations("reconciliation.months");
  return { title: text("monthTitle", { month: (await params).month }) };
}

/** One month's statement: live while it is open, as it was kept when it is closed. */
export default async function MonthPage({ params }: Props) {
  const { merchantId, role } = await requireStaff("finance.read");
  const { month } = await params;
  const text = await getTranslations();
  const now = systemClock();
  if (!monthSchema.safeParse(month).success || month > shanghaiMonth(now)) notFound();
  const { view, refusal } = await inMerchant(merchantId, async (tx) => ({
    view: await getMonth(tx, { merchantId, month }),
    refusal: await findCloseRefusal(tx, { merchantId, month, now }),
  }));
  return (
    <>
      <PageHeading
        title={text("reconciliation.months.monthTitle", { month })}
        back={{ href: "/merchant/finance/months", label: text("reconciliation.months.title") }}
      >
        <PrintButton>{text("reconciliation.months.print")}</PrintButton>
        <a
          href={`/api/merchant/months/${month}/export`}
          download
          className={`${buttonLook()} print:hidden`}
        >
          {text("reconciliation.months.export")}
        </a>
        {!view.closed && !refusal && can(role, "month.close") && (
          <ActionButton
            look="primary"
            question={text("reconciliation.months.closeQuestion", { month })}
            action={closeMonthAction.bind(null, month)}
          >
            {text("reconciliation.months.close")}
          </ActionButton>
        )}
      </PageHeading>
      <Standing view={view} refusal={refusal} mayReconcile={can(role, "reconciliation.write")} />
      <div className="grid gap-4">
        <MonthStatement figures={view.figures} />
        <Panel
          title={text("reconciliation.months.accounts")}
          hint={text("reconciliation.months.accountsHint")}
        >
          <MonthAccounts accounts={view.figures.accounts} />
        </Panel>
        <Panel title={text("reconciliation.months.movements")}>
          <MonthMovements movements={view.figures.movements} />
        </Panel>
      </div>
    </>
  );
}

/** Closed by whom, or what is in the way. */
async function Standing({
  view,
  refusal,
  mayReconcile,
}: {
  view: MonthView;
  refusal: CloseRefusal | null;
  mayReconcile: boolean;
}) {
  const text = await getTranslations("reconciliation.months");
  const format = await getFormatter();
  if (view.closed) {
    const { at, byName, sha256 } = view.closed;
    const moment = format.dateTime(at, { dateStyle: "medium", timeStyle: "short" });
    return (
      <div className="mb-4 break-all">
        <Notice tone="ok">{text("closedBy", { name: byName, at: moment, hash: sha256 })}</Notice>
      </div>
    );
  }
  const isBlocked = refusal !== null && refusal.reason !== "month_running";
  return (
    <div className="mb-4 grid justify-items-start gap-3">
      <Notice tone={isBlocked ? "warn" : "info"}>
        {text("notClosed")} {refusal && sayCloseRefusal(refusal, text)}{" "}
        {isBlocked && (
          <Link href="/merchant/finance/reconciliation" className="underline print:hidden">
            {text("toReconcile")}
          </Link>
        )}
      </Notice>
      {refusal?.reason === "not_reconciled" && mayReconcile && (
        <ActionButton action={reconcileMonthAction.bind(null, view.month)}>
          {text("reconcile")}
        </ActionButton>
      )}
    </div>
  );
}
