import type { Metadata } from "next";
import { loadDistributor } from "@/app/(mall)/load-distributor";
import { PagedList } from "@/features/distributors/components/paged-list";
import { PayoutItem } from "@/features/payouts/components/payout-item";
import { getOwnPayouts } from "@/features/payouts/queries/get-own-payouts";
import { inMerchant } from "@/lib/db/in-merchant";
import { mallText } from "@/lib/i18n/mall-text";

const path = "/distribute/payouts";

export const metadata: Metadata = { title: mallText("distribution.withdrawal.list.title") };

export default async function PayoutsPage({
  params,
  searchParams,
}: {
  params: Promise<{ host: string }>;
  searchParams: Promise<{ before?: string | string[] }>;
}) {
  const { customer, distributor } = await loadDistributor((await params).host, path);
  const { merchantId } = customer;
  const { distributorId } = distributor;
  const { before } = await searchParams;
  const cursor = typeof before === "string" ? before : undefined;
  const { payouts, nextCursor } = await inMerchant(merchantId, (tx) =>
    getOwnPayouts(tx, { merchantId, distributorId, cursor }),
  );
  return (
    <PagedList
      title={mallText("distribution.withdrawal.list.title")}
      path={path}
      icon="receipt"
      empty={{
        title: mallText("distribution.withdrawal.list.empty"),
        hint: mallText("distribution.withdrawal.list.emptyHint"),
      }}
      older={{ label: mallText("distribution.withdrawal.list.more"), before: nextCursor }}
      rows={payouts.map((payout) => <PayoutItem key={payout.payoutNo} payout={payout} />)}
    />
  );
}
