import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readRepurchaseTable } from "@/app/merchant/(desk)/insights/repurchase/read-repurchase-table";
import { Panel } from "@/components/ui/panel";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { BoardData } from "@/features/insights/components/dashboard-board-data";
import { BoardFrame } from "@/features/insights/components/dashboard-board-frame";
import { NextRows } from "@/features/insights/components/dashboard-next-rows";
import { readWithin } from "@/features/insights/queries/read-within";
import { boardQuery, readBoardRequest } from "@/features/insights/schema";
import { requireStaff } from "@/features/staff/gate";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

const path = "/merchant/insights/repurchase";
const limit = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights.board.repurchase"))("name") };
}

export default async function RepurchasePage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId } = await requireStaff("insights.read");
  const insight = await getTranslations("insights");
  const values: Record<string, string> = { ...(await searchValues(searchParams)), slice: "" };
  const now = systemClock();
  const request = readBoardRequest(values, now);
  const { cursor, list, within: days } = values;
  const within = readWithin(days);
  if (within === undefined || (list && list !== "gaps")) notFound();
  const asked = {
    merchantId,
    today: shanghaiDay(now),
    list: list === "gaps" ? ({ by: "gaps" } as const) : ({ by: "buyers", within } as const),
    cursor,
    limit,
  };
  const page = request.ok
    ? await inMerchant(merchantId, (tx) =>
        readRepurchaseTable(tx, { ...asked, window: request.window }, insight),
      )
    : null;
  const query = boardQuery(request.typed, { list, within: days });
  return (
    <BoardFrame
      board="repurchase"
      request={request}
      hidden={{ list, within: days }}
      isCompared={false}
    >
      {page && (
        <Panel title={page.table.caption} hint={page.hint}>
          <BoardData
            table={page.table}
            csvHref={`/merchant/insights/csv/repurchase-people?${query}`}
          />
          <NextRows path={path} query={query} cursor={cursor} nextCursor={page.nextCursor} />
        </Panel>
      )}
    </BoardFrame>
  );
}
