import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import {
  DISTRIBUTOR_ALONE,
  narrowedBy,
  onlyParts,
} from "@/features/insights/components/board-parts";
import { AnomaliesBoardPanels } from "@/features/insights/components/dashboard-anomalies-board";
import { BoardFrame } from "@/features/insights/components/dashboard-board-frame";
import { askAnomaliesBoard } from "@/features/insights/queries/ask-anomalies-board";
import { listSliceChoices } from "@/features/insights/queries/list-slice-choices";
import { readBoardRequest } from "@/features/insights/schema";
import { requireStaff } from "@/features/staff/gate";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights.board.anomalies"))("name") };
}

export default async function AnomaliesPage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId } = await requireStaff("insights.read");
  const values = narrowedBy(DISTRIBUTOR_ALONE, await searchValues(searchParams));
  const { anomaly } = values;
  // Distributors are what is looked through, and findings are not compared: somebody is odd or is not.
  const request = readBoardRequest({ ...values, compare: "none" }, systemClock());
  const { board, choices } = await inMerchant(merchantId, async (tx) => ({
    board: request.ok ? await askAnomaliesBoard(tx, { merchantId, request, anomaly }) : null,
    choices: onlyParts(DISTRIBUTOR_ALONE, await listSliceChoices(tx, { merchantId, request })),
  }));
  return (
    <BoardFrame
      board="anomalies"
      request={request}
      choices={choices}
      hidden={{ anomaly }}
      isCompared={false}
    >
      {request.ok && board && <AnomaliesBoardPanels board={board} request={request} />}
    </BoardFrame>
  );
}
