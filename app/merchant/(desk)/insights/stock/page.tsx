import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { narrowedBy, onlyParts, PRODUCT_PARTS } from "@/features/insights/components/board-parts";
import { BoardFrame } from "@/features/insights/components/dashboard-board-frame";
import { StockBoardPanels } from "@/features/insights/components/dashboard-stock-board";
import { askStockBoard } from "@/features/insights/queries/ask-stock-board";
import { listSliceChoices } from "@/features/insights/queries/list-slice-choices";
import { readBoardRequest } from "@/features/insights/schema";
import { requireStaff } from "@/features/staff/gate";
import { can } from "@/features/staff/schema";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights.board.stock"))("name") };
}

export default async function StockBoardPage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId, role } = await requireStaff("insights.read");
  const now = systemClock();
  const request = readBoardRequest(
    narrowedBy(PRODUCT_PARTS, await searchValues(searchParams)),
    now,
  );
  const { board, choices } = await inMerchant(merchantId, async (tx) => ({
    board: request.ok ? await askStockBoard(tx, { merchantId, request, now }) : null,
    choices: await listSliceChoices(tx, { merchantId, request }),
  }));
  return (
    <BoardFrame board="stock" request={request} choices={onlyParts(PRODUCT_PARTS, choices)}>
      {request.ok && board && (
        <StockBoardPanels board={board} request={request} mayOpen={can(role, "stock.read")} />
      )}
    </BoardFrame>
  );
}
