import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NextPage } from "@/components/ui/next-page";
import { Panel } from "@/components/ui/panel";
import { peopleTable } from "@/features/insights/components/behind-tables";
import { BoardData } from "@/features/insights/components/dashboard-board-data";
import { BoardFrame } from "@/features/insights/components/dashboard-board-frame";
import { listPeopleBehind } from "@/features/insights/queries/list-people-behind";
import { listSliceChoices } from "@/features/insights/queries/list-slice-choices";
import { boardQuery, findQuestion, readBoardRequest } from "@/features/insights/schema";
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
  const text = await getTranslations();
  const insight = await getTranslations("insights");
  const values = await searchValues(searchParams);
  const request = readBoardRequest(values, systemClock());
  const question = findQuestion(values.question ?? "actives");
  if (!question) notFound();
  const { cursor } = values;
  const { page, choices } = await inMerchant(merchantId, async (tx) => ({
    page: request.ok
      ? await listPeopleBehind(tx, { merchantId, question, ...request, cursor, limit })
      : null,
    choices: await listSliceChoices(tx, { merchantId, request }),
  }));
  const query = boardQuery(request.typed, { question });
  const params = Object.fromEntries(new URLSearchParams(query));
  return (
    <BoardFrame board="people" request={request} choices={choices} hidden={{ question }}>
      {page && (
        <Panel title={insight(`behind.question.${question}`)}>
          <BoardData
            table={peopleTable(page.rows, insight)}
            csvHref={`/merchant/insights/csv/people?${query}`}
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
