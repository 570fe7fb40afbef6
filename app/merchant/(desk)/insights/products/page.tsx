import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { narrowedBy, onlyParts, PRODUCT_PARTS } from "@/features/insights/components/board-parts";
import { BoardFrame } from "@/features/insights/components/dashboard-board-frame";
import { ProductsBoardPanels } from "@/features/insights/components/dashboard-products-board";
import { askProductsBoard } from "@/features/insights/queries/ask-products-board";
import { listSliceChoices } from "@/features/insights/queries/list-slice-choices";
import { PRODUCT_ORDERS, readBoardRequest, readPageNumber } from "@/features/insights/schema";
import { requireStaff } from "@/features/staff/gate";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights.board.products"))("name") };
}

export default async function ProductsPage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId } = await requireStaff("insights.read");
  const values = await searchValues(searchParams);
  const request = readBoardRequest(narrowedBy(PRODUCT_PARTS, values), systemClock());
  const order = PRODUCT_ORDERS.find((one) => one === values.order) ?? "views";
  const page = readPageNumber(values.page);
  const { board, choices } = await inMerchant(merchantId, async (tx) => ({
    board: request.ok ? await askProductsBoard(tx, { merchantId, request, order, page }) : null,
    choices: await listSliceChoices(tx, { merchantId, request }),
  }));
  return (
    <BoardFrame
      board="products"
      request={request}
      choices={onlyParts(PRODUCT_PARTS, choices)}
      hidden={{ order }}
    >
      {request.ok && board && <ProductsBoardPanels board={board} request={request} order={order} />}
    </BoardFrame>
  );
}
