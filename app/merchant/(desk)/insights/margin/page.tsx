import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BoardFrame } from "@/features/insights/components/dashboard-board-frame";
import { MarginBoardPanels } from "@/features/insights/components/dashboard-margin-board";
import { askMarginBoard } from "@/features/insights/queries/ask-margin-board";
import { listSliceChoices } from "@/features/insights/queries/list-slice-choices";
import { MARGIN_SPANS, readBoardRequest } from "@/features/insights/schema";
import { requireStaff } from "@/features/staff/gate";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights.board.margin"))("name") };
}

export default async function MarginPage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId } = await requireStaff("insights.read");
  const values = await searchValues(searchParams);
  const request = readBoardRequest(values, systemClock());
  const span = MARGIN_SPANS.find((one) => String(one) === values.span) ?? 30;
  const { board, choices } = await inMerchant(merchantId, async (tx) => ({
    board: request.ok ? await askMarginBoard(tx, { merchantId, request }) : null,
    choices: await listSliceChoices(tx, { merchantId, request }),
  }));
  return (
    <BoardFrame board="margin" request={request} choices={choices} hidden={{ span: String(span) }}>
      {request.ok && board && <MarginBoardPanels board={board} request={request} span={span} />}
    </BoardFrame>
  );
}
