import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BoardFrame } from "@/features/insights/components/dashboard-board-frame";
import { DistributorsBoardPanels } from "@/features/insights/components/dashboard-distributors-board";
import {
  askDistributorsBoard,
  type DistributorsBoard,
} from "@/features/insights/queries/ask-distributors-board";
import { readBoardRequest, type SliceChoices } from "@/features/insights/schema";
import { requireStaff } from "@/features/staff/gate";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights.board.distributors"))("name") };
}

export default async function DistributorsPage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId } = await requireStaff("insights.read");
  const now = systemClock();
  const values = await searchValues(searchParams);
  const request = readBoardRequest(values, now);
  const { order } = values;
  const board = request.ok
    ? await inMerchant(merchantId, (tx) =>
        askDistributorsBoard(tx, { merchantId, request, now, order }),
      )
    : null;
  return (
    <BoardFrame
      board="distributors"
      request={request}
      choices={choicesOf(board)}
      hidden={{ order }}
    >
      {request.ok && board && <DistributorsBoardPanels board={board} request={request} />}
    </BoardFrame>
  );
}

/** The way back from one distributor to all; others are chosen from the leaderboard, a shop can have thousands. */
function choicesOf(board: DistributorsBoard | null): SliceChoices {
  const distributor =
    board?.kind === "one"
      ? [{ key: board.distributor.distributorId, name: board.distributor.name }]
      : [];
  return { distributor, channel: [], scene: [], category: [], region: [], product: [] };
}
