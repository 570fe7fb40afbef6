import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import {
  endFormerUnpaidAction,
  failBankPayoutAction,
  markBankPaidAction,
  markFormerPaidAction,
  refusePayoutAction,
} from "@/app/merchant/(desk)/finance/payouts/[payoutId]/payout-actions";
import { buttonLook } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { PasswordAgain } from "@/components/ui/password-again";
import type { PayoutState } from "@/domain/payouts/payout-state";
import { AuditHistory } from "@/features/audit/components/dashboard-audit-history";
import { BookedTransfers } from "@/features/ledger/components/dashboard-booked-transfers";
import { listBookedTransfers } from "@/features/ledger/queries/list-booked-transfers";
import { BankPaidForm } from "@/features/payouts/components/dashboard-bank-forms";
import { FormerNumberEnds } from "@/features/payouts/components/dashboard-former-forms";
import { PayoutDates, PayoutWay } from "@/features/payouts/components/dashboard-payout-facts";
import { PayoutReasonForm } from "@/features/payouts/components/dashboard-payout-reason";
import { PayoutStateBadge } from "@/features/payouts/components/dashboard-payout-state";
import { PayoutTax } from "@/features/payouts/components/dashboard-payout-tax";
import { getPayout } from "@/features/payouts/queries/get-payout";
import { listHistory } from "@/features/payouts/queries/list-history";
import { requireStaff } from "@/features/staff/gate";
import { hasSteppedUp } from "@/features/staff/queries/has-stepped-up";
import { can, type StaffScope } from "@/features/staff/schema";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { isId } from "@/lib/ids/is-id";

/** The shop may still take these back: not sent, or sent and not confirmed. */
const refusable: readonly PayoutState[] = [
  "awaiting_approval",
  "approved",
  "sending",
  "awaiting_confirmation",
];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("payouts.one"))("title") };
}

async function load({ merchantId, sessionId }: StaffScope, payoutId: string, now: Date) {
  return inMerchant(merchantId, async (tx) => {
    const payout = await getPayout(tx, { merchantId, payoutId });
    if (!payout) return null;
    const ofRun = { merchantId, objectKind: "payout_run", objectId: payout.runId ?? "" };
    const runHistory = payout.runId ? await listHistory(tx, ofRun) : [];
    return {
      payout,
      history: [...payout.history, ...runHistory].sort(
        (one, other) => other.at.getTime() - one.at.getTime(),
      ),
      transfers: await listBookedTransfers(tx, merchantId, [payoutId]),
      isSteppedUp: await hasSteppedUp(tx, { merchantId, sessionId, now }),
    };
  });
}

/** Everything about one payout, and what a person can still do about it. */
export default async function PayoutPage({ params }: { params: Promise<{ payoutId: string }> }) {
  const staff = await requireStaff("finance.read");
  const { payoutId: id } = await params;
  const text = await getTranslations("payouts");
  const now = systemClock();
  const found = isId(id) ? await load(staff, id, now) : null;
  if (!found) notFound();
  const { payout, history, transfers, isSteppedUp } = found;
  const mayDecide = can(staff.role, "payout.decide");
  return (
    <>
      <PageHeading
        title={text("one.heading", { name: payout.distributorName })}
        back={{ href: "/merchant/finance/payouts", label: text("title") }}
        hint={<span className="break-all">{payout.payoutNo}</span>}
      >
        <PayoutStateBadge state={payout.state} />
        <Link href={`/merchant/finance/accounts/${payout.distributorId}`} className={buttonLook()}>
          {text("one.account")}
        </Link>
      </PageHeading>
      {payout.isOfFormerNumber ? (
        <div className="mb-4">
          <Notice tone="warn">{text("former.notice", { mchId: payout.mchId })}</Notice>
        </div>
      ) : (
        payout.trouble && (
          <div className="mb-4">
            <Notice tone="warn">
              {text(`trouble.${payout.trouble}`)}
              {payout.note && ` ${text("one.note", { note: payout.note })}`}
            </Notice>
          </div>
        )
      )}
      <div className="grid items-start gap-4 lg:grid-cols-[1fr_20rem]">
        <div className="grid min-w-0 gap-4">
          <div className="grid items-start gap-4 md:grid-cols-2">
            <Panel title={text("one.dates")}>
              <PayoutDates payout={payout} now={now} />
            </Panel>
            <Panel title={text(`one.way.${payout.channel}`)}>
              <PayoutWay payout={payout} />
            </Panel>
          </div>
          <Panel title={text("one.transfers")}>
            <BookedTransfers transfers={transfers} />
          </Panel>
        </div>
        <div className="grid min-w-0 gap-4">
          {mayDecide && payout.state === "exported" && (
            <Panel title={text("bank.markTitle")} hint={text("bank.markHint")}>
              <BankPaidForm
                mark={markBankPaidAction.bind(null, id)}
                isMarked={payout.isMarked}
                isSteppedUp={isSteppedUp}
              />
            </Panel>
          )}
          {mayDecide && payout.state === "exported" && (
            <Panel title={text("bank.fail")} hint={text("bank.failHint")}>
              <PayoutReasonForm
                action={failBankPayoutAction.bind(null, id)}
                label={text("bank.fail")}
                hint={text("accounts.reasonSeen")}
                look="danger"
              >
                <PasswordAgain isSteppedUp={isSteppedUp} />
              </PayoutReasonForm>
            </Panel>
          )}
          {mayDecide && payout.isOfFormerNumber && (
            <FormerNumberEnds
              mark={markFormerPaidAction.bind(null, id)}
              end={endFormerUnpaidAction.bind(null, id)}
              isMarked={payout.isMarked}
              isSteppedUp={isSteppedUp}
            />
          )}
          <Panel title={text("tax.title")} hint={text("tax.hint")}>
            <PayoutTax payout={payout} />
          </Panel>
          {mayDecide && refusable.includes(payout.state) && !payout.isOfFormerNumber && (
            <Panel title={text("one.refuse")} hint={text("one.refuseHint")}>
              <PayoutReasonForm
                action={refusePayoutAction.bind(null, id)}
                label={text("one.refuse")}
                hint={text("accounts.reasonSeen")}
                look="danger"
              />
            </Panel>
          )}
          <Panel title={text("one.history")}>
            <AuditHistory history={history} />
          </Panel>
        </div>
      </div>
    </>
  );
}
