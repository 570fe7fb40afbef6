import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkTabs } from "@/components/ui/link-tabs";
import { NextPage } from "@/components/ui/next-page";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { lastDayOf } from "@/domain/metrics/window";
import { DISTRIBUTOR_ALONE, narrowedBy } from "@/features/insights/components/board-parts";
import { BoardData } from "@/features/insights/components/dashboard-board-data";
import { PartAsked } from "@/features/insights/components/dashboard-part-asked";
import { dueSpan } from "@/features/insights/components/due-span";
import { duePayoutsTable } from "@/features/insights/components/payout-tables";
import { distributorOfPart } from "@/features/insights/queries/distributor-of-part";
import { namePart } from "@/features/insights/queries/name-part";
import { boardQuery, readBoardRequest } from "@/features/insights/schema";
import { DUE_PAYOUT_LISTS, listDuePayouts } from "@/features/payouts/queries/list-due-payouts";
import { requireStaff } from "@/features/staff/gate";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

const board = "/merchant/insights/payouts";
const path = `${board}/due`;
const limit = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights.payouts"))("dueList") };
}

export default async function DuePayoutsPage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId } = await requireStaff("finance.read");
  const text = await getTranslations();
  const insight = await getTranslations("insights");
  const now = systemClock();
  const values = narrowedBy(DISTRIBUTOR_ALONE, await searchValues(searchParams));
  const request = readBoardRequest(values, now);
  const { typed } = request;
  const list = DUE_PAYOUT_LISTS.find((one) => one === values.list) ?? "all";
  const cursor = values.cursor?.slice(0, 100);
  const asked = request.ok
    ? await inMerchant(merchantId, async (tx) => ({
        slice: request.slice,
        name: await namePart(tx, { merchantId, slice: request.slice }),
        page: await listDuePayouts(tx, {
          merchantId,
          ...dueSpan(request.window, now),
          distributorId: distributorOfPart(request.slice),
          ...{ list, limit, cursor },
        }),
      }))
    : null;
  return (
    <>
      <PageHeading
        title={insight("payouts.dueList")}
        back={{ href: `${board}?${boardQuery(typed)}`, label: insight("board.payouts.name") }}
        hint={
          request.ok
            ? insight("payouts.dueListHint", {
                from: request.window.from,
                until: lastDayOf(request.window),
              })
            : undefined
        }
      />
      <LinkTabs
        label={insight("payouts.dueList")}
        tabs={DUE_PAYOUT_LISTS.map((one) => ({
          href: `${path}?${boardQuery(typed, { list: one })}`,
          label: insight(`payouts.list.${one}`),
          isCurrent: one === list,
        }))}
      />
      {asked && (
        <>
          <PartAsked slice={asked.slice} name={asked.name} />
          <Panel>
            <BoardData
              table={duePayoutsTable(asked.page.payouts, list, insight)}
              csvHref={`/merchant/insights/csv/due-payouts?${boardQuery(typed, { list })}`}
            />
          </Panel>
        </>
      )}
      {!request.ok && <Notice tone="danger">{insight(`fault.${request.reason}`)}</Notice>}
      <NextPage
        path={path}
        params={{ ...typed, list, cursor }}
        nextCursor={asked?.page.nextCursor ?? null}
        labels={{ next: text("common.next"), first: text("common.first") }}
      />
    </>
  );
}
