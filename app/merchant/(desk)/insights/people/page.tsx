import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Panel } from "@/components/ui/panel";
import { findPeopleList } from "@/domain/metrics/people-lists";
import { peopleTable } from "@/features/insights/components/behind-tables";
import { BoardData } from "@/features/insights/components/dashboard-board-data";
import { BoardFrame } from "@/features/insights/components/dashboard-board-frame";
import { ListHead } from "@/features/insights/components/dashboard-list-head";
import { NextRows } from "@/features/insights/components/dashboard-next-rows";
import { listPeopleBehind } from "@/features/insights/queries/list-people-behind";
import { listSliceChoices } from "@/features/insights/queries/list-slice-choices";
import { readListHead } from "@/features/insights/queries/read-list-head";
import { boardQuery, readBoardRequest } from "@/features/insights/schema";
import { requireStaff } from "@/features/staff/gate";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

const path = "/merchant/insights/people";
const limit = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights.board.people"))("name") };
}

export default async function PeopleBehindPage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId } = await requireStaff("insights.read");
  const insight = await getTranslations("insights");
  const values = await searchValues(searchParams);
  const request = readBoardRequest(values, systemClock());
  const list = findPeopleList(values.list ?? "actives");
  if (!list) notFound();
  const { cursor } = values;
  const behind = { page: "people", list } as const;
  const { shown, choices } = await inMerchant(merchantId, async (tx) => ({
    shown: request.ok && {
      head: await readListHead(tx, { merchantId, behind, request }),
      page: await listPeopleBehind(tx, { merchantId, list, ...request, cursor, limit }),
    },
    choices: await listSliceChoices(tx, { merchantId, request }),
  }));
  const query = boardQuery(request.typed, { list });
  return (
    <BoardFrame board="people" request={request} choices={choices} hidden={{ list }}>
      {shown && (
        <>
          <ListHead head={shown.head} behind={behind} />
          <Panel title={insight(`behind.question.${list}`)}>
            <BoardData
              table={peopleTable(shown.page.rows, insight)}
              csvHref={`/merchant/insights/csv/people?${query}`}
            />
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
