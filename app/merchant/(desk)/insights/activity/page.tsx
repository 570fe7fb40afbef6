import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActivityBoardPanels } from "@/features/insights/components/dashboard-activity-board";
import { BoardFrame } from "@/features/insights/components/dashboard-board-frame";
import { askActivityBoard } from "@/features/insights/queries/ask-activity-board";
import { listSliceChoices } from "@/features/insights/queries/list-slice-choices";
import { readBoardRequest } from "@/features/insights/schema";
import { requireStaff } from "@/features/staff/gate";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights.board.activity"))("name") };
}

export default async function ActivityPage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId } = await requireStaff("insights.read");
  const values = await searchValues(searchParams);
  const request = readBoardRequest(values, systemClock());
  const { unit } = values;
  const { board, choices } = await inMerchant(merchantId, async (tx) => ({
    board: request.ok ? await askActivityBoard(tx, { merchantId, request, unit }) : null,
    choices: await listSliceChoices(tx, { merchantId, request }),
  }));
  return (
    <BoardFrame board="activity" request={request} choices={choices} hidden={{ unit }}>
      {request.ok && board && <ActivityBoardPanels board={board} request={request} />}
    </BoardFrame>
  );
}
