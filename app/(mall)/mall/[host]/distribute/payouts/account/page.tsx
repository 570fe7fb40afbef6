import type { Metadata } from "next";
import { loadDistributor } from "@/app/(mall)/load-distributor";
import { BottomBar } from "@/components/phone/bottom-bar";
import { ButtonLink } from "@/components/phone/button";
import { Notice } from "@/components/phone/notice";
import { PageHeader } from "@/components/phone/page-header";
import { PageShell } from "@/components/phone/page-shell";
import { getPolicy } from "@/features/merchants/queries/get-policy";
import { AccountExplanation } from "@/features/payouts/components/account-explanation";
import { AccountForm } from "@/features/payouts/components/account-form";
import { AccountSummary } from "@/features/payouts/components/account-summary";
import { accountText } from "@/features/payouts/components/account-text";
import { getPayoutAccount } from "@/features/payouts/queries/get-payout-account";
import { type PayoutAccountView, payoutIdentityVersion } from "@/features/payouts/schema";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { mallText } from "@/lib/i18n/mall-text";
import { formatMoment } from "@/lib/i18n/shanghai-time";

const path = "/distribute/payouts/account";

export const metadata: Metadata = {
  title: mallText("distribution.withdrawal.account.title"),
  robots: { index: false },
};

export default async function PayoutAccountPage({
  params,
  searchParams,
}: {
  params: Promise<{ host: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { shop, customer, distributor } = await loadDistributor((await params).host, path);
  const { merchantId } = customer;
  const { distributorId } = distributor;
  const now = systemClock();
  const { account, cooldownHours } = await inMerchant(merchantId, async (tx) => ({
    account: await getPayoutAccount(tx, { merchantId, distributorId, now }),
    cooldownHours: (await getPolicy(tx, merchantId)).payoutCooldownHours,
  }));
  const { change, saved } = await searchParams;
  const company = shop.profile.companyName || shop.profile.name;
  const title = mallText("distribution.withdrawal.account.title");
  const header = <PageHeader title={title} backHref="/distribute" />;
  if (account && change !== "1") {
    return (
      <PageShell header={header} bottom={<SummaryBar />}>
        <Saved account={account} isNew={saved === "1"} />
      </PageShell>
    );
  }
  const cooldown = account ? "cooldownChange" : "cooldown";
  return (
    <PageShell header={header}>
      <div className="space-y-5 gutter pt-4">
        <p className="text-ink-soft">
          {mallText(`distribution.withdrawal.account.${account ? "changeHint" : "intro"}`)}
        </p>
        <AccountExplanation company={company} />
        <Notice tone={account ? "careful" : "plain"}>
          {mallText(`distribution.withdrawal.account.${cooldown}`, { hours: cooldownHours })}
        </Notice>
        <AccountForm consentVersion={payoutIdentityVersion} text={accountText(company)} />
        {account ? (
          <ButtonLink look="quiet" href={path} className="w-full">
            {mallText("distribution.withdrawal.account.keep")}
          </ButtonLink>
        ) : null}
      </div>
    </PageShell>
  );
}

function Saved({ account, isNew }: { account: PayoutAccountView; isNew: boolean }) {
  const { coolingDownUntil } = account;
  return (
    <div className="space-y-4 gutter pt-4">
      {isNew ? (
        <Notice tone="good">{mallText("distribution.withdrawal.account.saved")}</Notice>
      ) : null}
      {coolingDownUntil ? (
        <Notice tone="careful">
          {mallText("distribution.withdrawal.account.coolingDown", {
            moment: formatMoment(coolingDownUntil),
          })}
        </Notice>
      ) : null}
      <AccountSummary account={account} />
      <p className="text-ink-soft text-sm">
        {mallText("distribution.withdrawal.account.retention")}
      </p>
    </div>
  );
}

function SummaryBar() {
  return (
    <BottomBar>
      <div className="flex w-full flex-wrap gap-3">
        <ButtonLink look="quiet" href={`${path}?change=1`} className="flex-1">
          {mallText("distribution.withdrawal.account.change")}
        </ButtonLink>
        <ButtonLink href="/distribute/payouts/new" className="flex-1">
          {mallText("distribution.withdrawal.account.toRequest")}
        </ButtonLink>
      </div>
    </BottomBar>
  );
}
