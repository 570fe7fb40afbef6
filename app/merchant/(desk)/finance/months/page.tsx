import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { shanghaiMonth } from "@/domain/metrics/shanghai-month";
import { MonthTable } from "@/features/closing/components/dashboard-month-table";
import { listMonths } from "@/features/closing/queries/list-months";
import { requireStaff } from "@/features/staff/gate";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reconciliation.months"))("title") };
}

/** Every month since the shop's first booking. */
export default async function MonthsPage() {
  const { merchantId } = await requireStaff("finance.read");
  const text = await getTranslations();
  const now = systemClock();
  const months = await inMerchant(merchantId, (tx) => listMonths(tx, { merchantId, now }));
  return (
    <>
      <PageHeading
        title={text("reconciliation.months.title")}
        back={{ href: "/merchant/finance", label: text("payouts.finance.title") }}
        hint={text("reconciliation.months.hint")}
      />
      <Panel>
        <MonthTable months={months} running={shanghaiMonth(now)} />
      </Panel>
    </>
  );
}
