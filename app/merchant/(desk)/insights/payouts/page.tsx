import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import {
  DISTRIBUTOR_ALONE,
  narrowedBy,
  onlyParts,
} from "@/features/insights/components/board-parts";
import { BoardFrame } from "@/features/insights/components/dashboard-board-frame";
import { PayoutsBoardPanels } from "@/features/insights/components/dashboard-payouts-board";
import { askPayoutsBoard } from "@/features/insights/queries/ask-payouts-board";
import { listSliceChoices } from "@/features/insights/queries/list-slice-choices";
import { readBoardRequest } from "@/features/insights/schema";
import { requireStaff } from "@/features/staff/gate";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights.board.payouts"))("name") };
}

export default async function PayoutsBoardPage({ searchParams }: { searchParams: SearchParams }) {
  // Who may not see the shop's money has nothing to do here either.
  const { merchantId } = await requireStaff("finance.read");
  const now = systemClock();
  // A withdrawal is of no channel or product: it is somebody's.
  const values = narrowedBy(DISTRIBUTOR_ALONE, await searchValues(searchParams));
  const request = readBoardRequest(values, now);
  const { board, choices } = await inMerchant(merchantId, async (tx) => ({
    board: request.ok ? await askPayoutsBoard(tx, { merchantId, request, now }) : null,
    choices: onlyParts(DISTRIBUTOR_ALONE, await listSliceChoices(tx, { merchantId, request })),
  }));
  return (
    <BoardFrame board="payouts" request={request} choices={choices}>
      {request.ok && board && (
        <PayoutsBoardPanels board={board} request={request} today={shanghaiDay(now)} />
      )}
    </BoardFrame>
  );
}
