import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BoardFrame } from "@/features/insights/components/dashboard-board-frame";
import { WordOfMouthPanels } from "@/features/insights/components/dashboard-word-of-mouth-board";
import { askWordOfMouthBoard } from "@/features/insights/queries/ask-word-of-mouth-board";
import { listSliceChoices } from "@/features/insights/queries/list-slice-choices";
import { readBoardRequest } from "@/features/insights/schema";
import { requireStaff } from "@/features/staff/gate";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights.board.word-of-mouth"))("name") };
}

export default async function WordOfMouthPage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId } = await requireStaff("insights.read");
  const now = systemClock();
  const request = readBoardRequest(await searchValues(searchParams), now);
  const { board, choices } = await inMerchant(merchantId, async (tx) => ({
    board: request.ok ? await askWordOfMouthBoard(tx, { merchantId, request, now }) : null,
    choices: await listSliceChoices(tx, { merchantId, request }),
  }));
  return (
    <BoardFrame board="word-of-mouth" request={request} choices={choices}>
      {request.ok && board && <WordOfMouthPanels board={board} request={request} />}
    </BoardFrame>
  );
}
