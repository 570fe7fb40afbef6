import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { loadDistributor } from "@/app/(mall)/load-distributor";
import { Card } from "@/components/phone/card";
import { ListRow } from "@/components/phone/list-row";
import { PageHeader } from "@/components/phone/page-header";
import { PageShell } from "@/components/phone/page-shell";
import { Price } from "@/components/phone/price";
import { SectionHeading } from "@/components/phone/section-heading";
import { formatYuan } from "@/domain/money/format-yuan";
import { getCommissionDetail } from "@/features/commissions/queries/get-commission-detail";
import type { CommissionDetailView } from "@/features/commissions/schema";
import { ClawBackList } from "@/features/distributors/components/claw-back-list";
import { CommissionReckoning } from "@/features/distributors/components/commission-reckoning";
import { commissionTiming } from "@/features/distributors/components/commission-timing";
import { listClawBacks } from "@/features/ledger/queries/list-claw-backs";
import { inMerchant } from "@/lib/db/in-merchant";
import { mallText } from "@/lib/i18n/mall-text";
import { formatMoment } from "@/lib/i18n/shanghai-time";
import { isId } from "@/lib/ids/is-id";

export const metadata: Metadata = { title: mallText("distribution.commission.title") };

export default async function CommissionPage({
  params,
}: {
  params: Promise<{ host: string; commissionId: string }>;
}) {
  const { host, commissionId } = await params;
  // Made from a hash: a UUID by its shape, of no version.
  if (!isId(commissionId)) notFound();
  const path = `/distribute/commissions/${commissionId}`;
  const { customer, distributor } = await loadDistributor(host, path);
  const { merchantId } = customer;
  const { distributorId } = distributor;
  const { commission, clawBacks } = await inMerchant(merchantId, async (tx) => ({
    commission: await getCommissionDetail(tx, { merchantId, distributorId, commissionId }),
    clawBacks: await listClawBacks(tx, { merchantId, commissionId }),
  }));
  if (!commission) notFound();
  const header = (
    <PageHeader
      title={mallText("distribution.commission.title")}
      backHref="/distribute/commissions"
    />
  );
  return (
    <PageShell header={header}>
      <div className="space-y-6 gutter pt-4">
        <Worth commission={commission} />
        <section>
          <SectionHeading title={mallText("distribution.commission.when")} />
          <Card className="mt-2 px-4 py-3">{commissionTiming(commission)}</Card>
        </section>
        <CommissionReckoning commission={commission} />
        <ClawBackList clawBacks={clawBacks} />
        <Origin commission={commission} />
      </div>
    </PageShell>
  );
}

/** What refunds have left of it, and what it was before. */
function Worth({ commission }: { commission: CommissionDetailView }) {
  const { commissionFen, clawedBackFen, state } = commission;
  return (
    <Card className="p-5 text-center">
      <Price fen={commissionFen - clawedBackFen} size="xl" tone="text-leaf-deep" />
      <p className="text-ink-soft text-sm">
        {mallText(`distribution.commissions.states.${state}`)}
      </p>
      {clawedBackFen > 0n && (
        <p className="mt-1 text-ink-faint text-sm tabular-nums">
          {mallText("distribution.commission.worthBefore", {
            yuan: formatYuan(commissionFen),
            taken: formatYuan(clawedBackFen),
          })}
        </p>
      )}
    </Card>
  );
}

function Origin({ commission }: { commission: CommissionDetailView }) {
  const { orderNo, productTitle, optionName, customerName, level, receivedAt } = commission;
  return (
    <section>
      <SectionHeading title={mallText("distribution.commission.order")} />
      <Card className="mt-2 divide-y divide-line">
        <ListRow label={mallText("distribution.commission.order")} value={orderNo} />
        <ListRow
          label={mallText("distribution.commission.product")}
          value={[productTitle, optionName].filter(Boolean).join(" ")}
        />
        <ListRow
          label={mallText("distribution.commission.buyer")}
          value={customerName || mallText("distribution.someone")}
        />
        <ListRow
          label={mallText("distribution.commission.orderState")}
          value={mallText(`distribution.orders.states.${commission.orderState}`)}
        />
        <ListRow
          label={mallText("distribution.commission.level")}
          value={mallText("distribution.commissions.level", { level: String(level) })}
        />
        <ListRow
          label={mallText("distribution.commission.accrued")}
          value={formatMoment(commission.accruedAt)}
        />
        {receivedAt ? (
          <ListRow
            label={mallText("distribution.commission.received")}
            value={formatMoment(receivedAt)}
          />
        ) : null}
      </Card>
    </section>
  );
}
