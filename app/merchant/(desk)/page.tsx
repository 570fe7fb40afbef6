import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/ui/data-table";
import { Money } from "@/components/ui/money";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { shanghaiDay, shanghaiDayRange, shanghaiHour } from "@/domain/metrics/shanghai-day";
import { AttentionList } from "@/features/insights/components/dashboard-attention";
import { DayCards } from "@/features/insights/components/dashboard-day-cards";
import { DayChangePanel } from "@/features/insights/components/dashboard-day-change";
import { FirstSteps } from "@/features/insights/components/dashboard-first-steps";
import { HourChart } from "@/features/insights/components/dashboard-hour-chart";
import { Ticker } from "@/features/insights/components/dashboard-ticker";
import { compareDays } from "@/features/insights/queries/compare-days";
import { countAttention } from "@/features/insights/queries/count-attention";
import { explainDayChange } from "@/features/insights/queries/explain-day-change";
import { findFirstSteps } from "@/features/insights/queries/find-first-steps";
import { listBestSellers } from "@/features/insights/queries/list-best-sellers";
import { listLatestActs } from "@/features/insights/queries/list-latest-acts";
import { listSalesByHour } from "@/features/insights/queries/list-sales-by-hour";
import { requireStaff } from "@/features/staff/gate";
import { can, type StaffRole } from "@/features/staff/schema";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";

const shownSellers = 8;
const shownActs = 12;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("overview"))("title") };
}

export default async function OverviewPage() {
  const { merchantId, role } = await requireStaff("overview.read");
  const text = await getTranslations("overview");
  const insight = await getTranslations("insights");
  const now = systemClock();
  const day = shanghaiDay(now);
  const { from } = shanghaiDayRange(day);
  const { days, change, latest, hours, sellers, attention, steps } = await inMerchant(
    merchantId,
    async (tx) => ({
      days: await compareDays(tx, { merchantId, now }),
      change: await explainDayChange(tx, { merchantId, now }),
      hours: await listSalesByHour(tx, { merchantId, day }),
      latest: await listLatestActs(tx, { merchantId, limit: shownActs }),
      sellers: await listBestSellers(tx, { merchantId, from, to: now, limit: shownSellers }),
      attention: await countAttention(tx, { merchantId }),
      steps: await findFirstSteps(tx, { merchantId }),
    }),
  );
  return (
    <>
      <PageHeading title={text("title")} hint={text("hint")} />
      <div className="grid gap-4">
        {steps && <FirstSteps steps={steps} links={firstStepLinks(role)} />}
        <DayCards {...days} canOpen={can(role, "insights.read")} />
        <Panel title={insight("change.title")}>
          <DayChangePanel change={change} canOpen={can(role, "insights.read")} />
        </Panel>
        <div className="grid items-start gap-4 lg:grid-cols-[1fr_19rem]">
          <Panel title={text("hourly")}>
            <HourChart
              hours={hours}
              hourNow={shanghaiHour(now)}
              canOpen={can(role, "insights.read")}
            />
          </Panel>
          <Panel title={text("attentionTitle")}>
            <AttentionList attention={attention} links={attentionLinks(role)} />
          </Panel>
        </div>
        <Ticker first={latest} />
        <Panel title={text("bestSellers")}>
          <DataTable
            caption={text("bestSellers")}
            columns={[
              { key: "title", label: text("product") },
              { key: "units", label: text("units"), align: "right" },
              { key: "sales", label: text("sales"), align: "right" },
            ]}
            rows={sellers.map((one) => ({
              key: one.productId,
              cells: {
                title: (
                  <Link
                    href={`/merchant/products/${one.productId}`}
                    className="text-leaf hover:underline"
                  >
                    {one.title}
                  </Link>
                ),
                units: one.units,
                sales: <Money fen={one.salesFen} />,
              },
            }))}
            empty={<p className="text-sm text-ink-faint">{text("noSales")}</p>}
          />
        </Panel>
      </div>
    </>
  );
}

/** Where this member of staff does what a new shop needs. */
function firstStepLinks(role: StaffRole) {
  return {
    ...(can(role, "product.write") && { goods: "/merchant/products/new" }),
    ...(can(role, "settings.write") && { wechat: "/merchant/settings" }),
    ...(can(role, "rule.write") && { rule: "/merchant/commission-rules/edit" }),
    ...(can(role, "distributor.decide") && { distributor: "/merchant/distributors" }),
  };
}

/** Where this member of staff deals with what waits. */
function attentionLinks(role: StaffRole) {
  return {
    toShip: "/merchant/orders?state=paid",
    lowStock: "/merchant/products?stock=low",
    ...(can(role, "reviews.moderate") && { reviews: "/merchant/reviews?state=waiting" }),
    ...(can(role, "distributor.read") && { applications: "/merchant/distributors?status=applied" }),
    ...(can(role, "settings.write") && { quarantined: "/merchant/settings/notifications" }),
  };
}
