import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BoardFrame } from "@/features/insights/components/dashboard-board-frame";
import { PurchaseBoardPanels } from "@/features/insights/components/dashboard-purchase-board";
import { askPurchaseBoard } from "@/features/insights/queries/ask-purchase-board";
import { listSliceChoices } from "@/features/insights/queries/list-slice-choices";
import { readBoardRequest } from "@/features/insights/schema";
import { requireStaff } from "@/features/staff/gate";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights.board.purchase"))("name") };
}

export default async function PurchasePage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId } = await requireStaff("insights.read");
  const now = systemClock();
  const values = await searchValues(searchParams);
  const request = readBoardRequest(values, now);
  const { board, choices } = await inMerchant(merchantId, async (tx) => ({
    board: request.ok ? await askPurchaseBoard(tx, { merchantId, request, now }) : null,
    choices: await listSliceChoices(tx, { merchantId, request }),
  }));
  return (
    <BoardFrame board="purchase" request={request} choices={choices}>
      {request.ok && board && <PurchaseBoardPanels board={board} request={request} />}
    </BoardFrame>
  );
}
