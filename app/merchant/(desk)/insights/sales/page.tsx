import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BoardFrame } from "@/features/insights/components/dashboard-board-frame";
import { SalesBoardPanels } from "@/features/insights/components/dashboard-sales-board";
import { askSalesBoard } from "@/features/insights/queries/ask-sales-board";
import { listSliceChoices } from "@/features/insights/queries/list-slice-choices";
import { readBoardRequest } from "@/features/insights/schema";
import { requireStaff } from "@/features/staff/gate";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights.board.sales"))("name") };
}

export default async function SalesPage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId } = await requireStaff("insights.read");
  const now = systemClock();
  const values = await searchValues(searchParams);
  const request = readBoardRequest(values, now);
  const { unit } = values;
  const { board, choices } = await inMerchant(merchantId, async (tx) => ({
    board: request.ok ? await askSalesBoard(tx, { merchantId, request, now, unit }) : null,
    choices: await listSliceChoices(tx, { merchantId, request }),
  }));
  return (
    <BoardFrame board="sales" request={request} choices={choices} hidden={{ unit }}>
      {request.ok && board && <SalesBoardPanels board={board} request={request} />}
    </BoardFrame>
  );
}
