import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { narrowedBy, onlyParts, PRODUCT_PARTS } from "@/features/insights/components/board-parts";
import { BestSellersBoardPanels } from "@/features/insights/components/dashboard-best-sellers-board";
import { BoardFrame } from "@/features/insights/components/dashboard-board-frame";
import { askBestSellersBoard } from "@/features/insights/queries/ask-best-sellers-board";
import { listSliceChoices } from "@/features/insights/queries/list-slice-choices";
import { BEST_SELLER_ORDERS, readBoardRequest } from "@/features/insights/schema";
import { requireStaff } from "@/features/staff/gate";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights.board.best-sellers"))("name") };
}

export default async function BestSellersPage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId } = await requireStaff("insights.read");
  const values = await searchValues(searchParams);
  const request = readBoardRequest(narrowedBy(PRODUCT_PARTS, values), systemClock());
  const order = BEST_SELLER_ORDERS.find((one) => one === values.order) ?? "netFen";
  const { board, choices } = await inMerchant(merchantId, async (tx) => ({
    board: request.ok ? await askBestSellersBoard(tx, { merchantId, request, order }) : null,
    choices: await listSliceChoices(tx, { merchantId, request }),
  }));
  return (
    <BoardFrame
      board="best-sellers"
      request={request}
      choices={onlyParts(PRODUCT_PARTS, choices)}
      hidden={{ order }}
    >
      {request.ok && board && (
        <BestSellersBoardPanels board={board} request={request} order={order} />
      )}
    </BoardFrame>
  );
}
