import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AnomaliesBoardPanels } from "@/features/insights/components/dashboard-anomalies-board";
import { BoardFrame } from "@/features/insights/components/dashboard-board-frame";
import { askAnomaliesBoard } from "@/features/insights/queries/ask-anomalies-board";
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
  const values: Record<string, string> = await searchValues(searchParams);
  const { anomaly } = values;
  // Distributors are what is looked through, and findings are not compared: somebody is odd or is not.
  const request = readBoardRequest({ ...values, slice: "", compare: "none" }, systemClock());
  const board = request.ok
    ? await inMerchant(merchantId, (tx) => askAnomaliesBoard(tx, { merchantId, request, anomaly }))
    : null;
  return (
    <BoardFrame board="anomalies" request={request} hidden={{ anomaly }} isCompared={false}>
      {request.ok && board && <AnomaliesBoardPanels board={board} request={request} />}
    </BoardFrame>
  );
}
