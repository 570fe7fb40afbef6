import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { buttonLook } from "@/components/ui/button";
import { LinkTabs } from "@/components/ui/link-tabs";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { lastDays } from "@/domain/metrics/last-days";
import { ShareChart } from "@/features/insights/components/dashboard-share-chart";
import {
  ChannelTable,
  LinkTable,
  SharerTable,
} from "@/features/insights/components/dashboard-share-tables";
import { listShareChannels } from "@/features/insights/queries/list-share-channels";
import { listSharesByDay } from "@/features/insights/queries/list-shares-by-day";
import { listTopLinks } from "@/features/insights/queries/list-top-links";
import { listTopSharers } from "@/features/insights/queries/list-top-sharers";
import { requireStaff } from "@/features/staff/gate";
import { can } from "@/features/staff/schema";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

const choices = [7, 30, 90] as const;
const shown = 10;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sharing"))("title") };
}

export default async function SharingPage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId, role } = await requireStaff("sharing.read");
  const mayOpenTree = can(role, "insights.read");
  const text = await getTranslations();
  const asked = (await searchValues(searchParams)).days;
  const days = choices.find((choice) => String(choice) === asked) ?? 30;
  const window = { merchantId, ...lastDays(systemClock(), days) };
  const { byDay, channels, sharers, links } = await inMerchant(merchantId, async (tx) => ({
    byDay: await listSharesByDay(tx, window),
    channels: await listShareChannels(tx, window),
    sharers: await listTopSharers(tx, { ...window, limit: shown }),
    links: await listTopLinks(tx, { ...window, limit: shown }),
  }));
  return (
    <>
      <PageHeading title={text("sharing.title")} hint={text("sharing.hint")}>
        <a href={`/api/merchant/sharing/export?days=${days}`} download className={buttonLook()}>
          {text("common.exportCsv")}
        </a>
      </PageHeading>
      <LinkTabs
        label={text("sharing.window")}
        tabs={choices.map((choice) => ({
          href: `/merchant/sharing?days=${choice}`,
          label: text("sharing.lastDays", { days: choice }),
          isCurrent: choice === days,
        }))}
      />
      <div className="grid gap-4">
        <Panel title={text("sharing.daily")}>
          <ShareChart days={byDay} />
        </Panel>
        <Panel title={text("sharing.channels")} hint={text("sharing.channelsHint")}>
          <ChannelTable channels={channels} />
        </Panel>
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <Panel title={text("sharing.sharers")}>
            <SharerTable sharers={sharers} mayOpenTree={mayOpenTree} />
          </Panel>
          <Panel title={text("sharing.topLinks")}>
            <LinkTable links={links} mayOpenTree={mayOpenTree} />
          </Panel>
        </div>
      </div>
    </>
  );
}
