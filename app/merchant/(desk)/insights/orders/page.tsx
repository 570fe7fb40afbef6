import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkTabs } from "@/components/ui/link-tabs";
import { NextPage } from "@/components/ui/next-page";
import { Panel } from "@/components/ui/panel";
import { ordersTable } from "@/features/insights/components/behind-tables";
import { channelNames } from "@/features/insights/components/channel-names";
import { BoardData } from "@/features/insights/components/dashboard-board-data";
import { BoardFrame } from "@/features/insights/components/dashboard-board-frame";
import { listOrdersBehind } from "@/features/insights/queries/list-orders-behind";
import { listSliceChoices } from "@/features/insights/queries/list-slice-choices";
import { boardQuery, readBoardRequest } from "@/features/insights/schema";
import { requireStaff } from "@/features/staff/gate";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

const path = "/merchant/insights/orders";
const limit = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights.board.orders"))("name") };
}

export default async function OrdersBehindPage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId } = await requireStaff("insights.read");
  const text = await getTranslations();
  const insight = await getTranslations("insights");
  const values = await searchValues(searchParams);
  const request = readBoardRequest(values, systemClock());
  const kind = values.kind === "refund" ? "refund" : "sale";
  const { cursor } = values;
  const { page, choices } = await inMerchant(merchantId, async (tx) => ({
    page: request.ok
      ? await listOrdersBehind(tx, { merchantId, kind, ...request, cursor, limit })
      : null,
    choices: await listSliceChoices(tx, { merchantId, request }),
  }));
  const query = (one: string) => boardQuery(request.typed, { kind: one });
  const params = Object.fromEntries(new URLSearchParams(query(kind)));
  return (
    <BoardFrame board="orders" request={request} choices={choices} hidden={{ kind }}>
      {page && (
        <Panel>
          <LinkTabs
            label={insight("behind.kind")}
            tabs={(["sale", "refund"] as const).map((one) => ({
              href: `${path}?${query(one)}`,
              label: insight(`behind.${one}`),
              isCurrent: one === kind,
            }))}
          />
          <BoardData
            table={ordersTable(page.rows, kind, insight, channelNames(insight))}
            csvHref={`/merchant/insights/csv/orders?${query(kind)}`}
          />
          <NextPage
            path={path}
            params={{ ...params, cursor }}
            nextCursor={page.nextCursor}
            labels={{ next: text("common.next"), first: text("common.first") }}
          />
        </Panel>
      )}
    </BoardFrame>
  );
}
