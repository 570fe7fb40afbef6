import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkTabs } from "@/components/ui/link-tabs";
import { NextPage } from "@/components/ui/next-page";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { lastDayOf } from "@/domain/metrics/window";
import { narrowedBy, ORDER_PARTS } from "@/features/insights/components/board-parts";
import { PartAsked } from "@/features/insights/components/dashboard-part-asked";
import { VoiceOrderTable } from "@/features/insights/components/dashboard-voice-orders";
import { listVoiceOrders } from "@/features/insights/queries/list-voice-orders";
import { namePart } from "@/features/insights/queries/name-part";
import { boardQuery, readBoardRequest, VOICE_ORDER_LISTS } from "@/features/insights/schema";
import { requireStaff } from "@/features/staff/gate";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

const board = "/merchant/insights/word-of-mouth";
const path = `${board}/orders`;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights.voice"))("orders") };
}

export default async function VoiceOrdersPage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId } = await requireStaff("insights.read");
  const text = await getTranslations();
  const now = systemClock();
  const values = await searchValues(searchParams);
  // What was refunded or shipped is of whole orders, and so are the parts of them.
  const request = readBoardRequest(narrowedBy(ORDER_PARTS, values), now);
  const { typed } = request;
  const list = VOICE_ORDER_LISTS.find((one) => one === values.list) ?? "refunded";
  const asked = request.ok
    ? await inMerchant(merchantId, async (tx) => ({
        slice: request.slice,
        name: await namePart(tx, { merchantId, slice: request.slice }),
        page: await listVoiceOrders(tx, {
          merchantId,
          list,
          now,
          window: request.window,
          slice: request.slice,
          cursor: values.cursor?.slice(0, 100),
        }),
      }))
    : null;
  return (
    <>
      <PageHeading
        title={text("insights.voice.orders")}
        back={{
          href: `${board}?${boardQuery(typed)}`,
          label: text("insights.board.word-of-mouth.name"),
        }}
        hint={
          request.ok && list !== "overdue"
            ? text("insights.voice.ordersHint", {
                from: request.window.from,
                until: lastDayOf(request.window),
              })
            : undefined
        }
      />
      <LinkTabs
        label={text("insights.voice.orders")}
        tabs={VOICE_ORDER_LISTS.map((one) => ({
          href: `${path}?${boardQuery(typed, { list: one })}`,
          label: text(`insights.voice.list.${one}`),
          isCurrent: one === list,
        }))}
      />
      {asked && (
        <>
          <PartAsked slice={asked.slice} name={asked.name} />
          <Panel>
            <VoiceOrderTable orders={asked.page.orders} />
          </Panel>
        </>
      )}
      {!request.ok && <Notice tone="danger">{text(`insights.fault.${request.reason}`)}</Notice>}
      <NextPage
        path={path}
        params={{ ...typed, list, cursor: values.cursor }}
        nextCursor={asked?.page.nextCursor ?? null}
        labels={{ next: text("common.next"), first: text("common.first") }}
      />
    </>
  );
}
