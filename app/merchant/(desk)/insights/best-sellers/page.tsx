import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BestSellersBoardPanels } from "@/features/insights/components/dashboard-best-sellers-board";
import { BoardFrame } from "@/features/insights/components/dashboard-board-frame";
import { askBestSellersBoard } from "@/features/insights/queries/ask-best-sellers-board";
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
  const request = readBoardRequest(values, systemClock());
  const order = BEST_SELLER_ORDERS.find((one) => one === values.order) ?? "netFen";
  const board = request.ok
    ? await inMerchant(merchantId, (tx) => askBestSellersBoard(tx, { merchantId, request, order }))
    : null;
  return (
    <BoardFrame board="best-sellers" request={request} hidden={{ order }}>
      {request.ok && board && (
        <BestSellersBoardPanels board={board} request={request} order={order} />
      )}
    </BoardFrame>
  );
}
