import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readActsTable } from "@/app/merchant/(desk)/insights/acts/read-acts-table";
import { Panel } from "@/components/ui/panel";
import { findActList } from "@/domain/metrics/act-lists";
import { BoardData } from "@/features/insights/components/dashboard-board-data";
import { BoardFrame } from "@/features/insights/components/dashboard-board-frame";
import { ListHead } from "@/features/insights/components/dashboard-list-head";
import { NextRows } from "@/features/insights/components/dashboard-next-rows";
import { listSliceChoices } from "@/features/insights/queries/list-slice-choices";
import { readListHead } from "@/features/insights/queries/read-list-head";
import { boardQuery, readBoardRequest } from "@/features/insights/schema";
import { requireStaff } from "@/features/staff/gate";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

const path = "/merchant/insights/acts";
const limit = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights.board.acts"))("name") };
}

export default async function ActsBehindPage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId } = await requireStaff("insights.read");
  const insight = await getTranslations("insights");
  const values = await searchValues(searchParams);
  const request = readBoardRequest(values, systemClock());
  const list = findActList(values.list ?? "views");
  if (!list) notFound();
  const { cursor } = values;
  const behind = { page: "acts", list } as const;
  const { shown, choices } = await inMerchant(merchantId, async (tx) => ({
    shown: request.ok && {
      head: await readListHead(tx, { merchantId, behind, request }),
      page: await readActsTable(tx, { merchantId, list, ...request, cursor, limit }, insight),
    },
    choices: await listSliceChoices(tx, { merchantId, request }),
  }));
  const query = boardQuery(request.typed, { list });
  return (
    <BoardFrame board="acts" request={request} choices={choices} hidden={{ list }}>
      {shown && (
        <>
          <ListHead head={shown.head} behind={behind} />
          <Panel title={insight(`behind.act.${list}`)}>
            <BoardData table={shown.page.table} csvHref={`/merchant/insights/csv/acts?${query}`} />
            <NextRows
              path={path}
              query={query}
              cursor={cursor}
              nextCursor={shown.page.nextCursor}
            />
          </Panel>
        </>
      )}
    </BoardFrame>
  );
}
