import type { Metadata } from "next";
import type { ReactNode } from "react";
import { loadDistributor } from "@/app/(mall)/load-distributor";
import { ButtonLink } from "@/components/phone/button";
import { EmptyState } from "@/components/phone/empty-state";
import { PageHeader } from "@/components/phone/page-header";
import { PageShell } from "@/components/phone/page-shell";
import { ReloadOnReturn } from "@/components/phone/reload-on-return";
import { formatYuan, formatYuanPlain } from "@/domain/money/format-yuan";
import { refusalSentence } from "@/features/payouts/components/refusal-sentence";
import { RequestForm } from "@/features/payouts/components/request-form";
import { requestText } from "@/features/payouts/components/request-text";
import { getPayoutDesk } from "@/features/payouts/queries/get-payout-desk";
import type { PayoutDesk } from "@/features/payouts/schema";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { mallText } from "@/lib/i18n/mall-text";

export const metadata: Metadata = {
  title: mallText("distribution.withdrawal.request.title"),
  robots: { index: false },
};

export default async function NewPayoutPage({ params }: { params: Promise<{ host: string }> }) {
  const { customer, distributor } = await loadDistributor(
    (await params).host,
    "/distribute/payouts/new",
  );
  const { merchantId } = customer;
  const { distributorId } = distributor;
  const now = systemClock();
  const desk = await inMerchant(merchantId, (tx) =>
    getPayoutDesk(tx, { merchantId, distributorId, now }),
  );
  const title = mallText("distribution.withdrawal.request.title");
  return (
    <PageShell
      header={<PageHeader title={title} backHref="/distribute" />}
      className="flex flex-col pb-0!"
    >
      <ReloadOnReturn />
      {obstacleOf(desk) ?? <Form desk={desk} />}
    </PageShell>
  );
}

function Form({ desk }: { desk: PayoutDesk }) {
  const { availableFen, minimumFen, account } = desk;
  const tail = account?.bankCardTail;
  return (
    <RequestForm
      all={formatYuanPlain(availableFen)}
      leftHint={mallText("distribution.withdrawal.request.left", {
        yuan: formatYuan(availableFen),
      })}
      minimumHint={mallText("distribution.withdrawal.request.minimum", {
        yuan: formatYuan(minimumFen),
      })}
      bankHint={tail ? mallText("distribution.withdrawal.request.bankHint", { tail }) : null}
      text={requestText()}
    />
  );
}

/** What has to be settled before an amount makes sense; null when nothing has to. */
function obstacleOf(desk: PayoutDesk): ReactNode {
  const { openPayoutNo, frozenReason, debtFen, account, availableFen } = desk;
  if (openPayoutNo) {
    return (
      <Obstacle
        title={refusalSentence({ reason: "payout_open", payoutNo: openPayoutNo })}
        href={`/distribute/payouts/${openPayoutNo}`}
        action={mallText("distribution.withdrawal.request.seeOpen")}
      />
    );
  }
  if (frozenReason !== null) {
    return <Obstacle title={refusalSentence({ reason: "frozen" })} hint={frozenReason} />;
  }
  if (debtFen > 0n) {
    return <Obstacle title={refusalSentence({ reason: "in_debt", debtFen })} />;
  }
  if (!account) {
    return (
      <Obstacle
        title={mallText("distribution.withdrawal.request.accountMissingTitle")}
        hint={mallText("distribution.withdrawal.request.accountMissing")}
        href="/distribute/payouts/account"
        action={mallText("distribution.withdrawal.request.accountGo")}
      />
    );
  }
  if (account.coolingDownUntil) {
    const refusal = { reason: "cooling_down", until: account.coolingDownUntil } as const;
    return <Obstacle title={refusalSentence(refusal)} />;
  }
  if (availableFen > 0n) return null;
  return (
    <Obstacle
      title={mallText("distribution.withdrawal.request.nothing")}
      hint={mallText("distribution.withdrawal.request.nothingHint")}
    />
  );
}

function Obstacle({
  title,
  hint,
  href = "/distribute",
  action = mallText("distribution.center.title"),
}: {
  title: string;
  hint?: string;
  href?: string;
  action?: string;
}) {
  return (
    <EmptyState icon="coin" title={title} hint={hint}>
      <ButtonLink href={href}>{action}</ButtonLink>
    </EmptyState>
  );
}
