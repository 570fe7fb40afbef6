import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { firstOfMonth } from "@/domain/metrics/calendar-day";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { BoardFrame } from "@/features/insights/components/dashboard-board-frame";
import { RetentionBoardPanels } from "@/features/insights/components/dashboard-retention-board";
import { askRetentionBoard } from "@/features/insights/queries/ask-retention-board";
import { listChannelChoices } from "@/features/insights/queries/list-channel-choices";
import { readBoardRequest } from "@/features/insights/schema";
import { requireStaff } from "@/features/staff/gate";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights.board.retention"))("name") };
}

export default async function RetentionPage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId } = await requireStaff("insights.read");
  const now = systemClock();
  const values = await searchValues(searchParams);
  // Known of the whole shop and of its channels, whatever other part the address names.
  const slice = values.slice?.startsWith("channel:") ? values.slice : "";
  const request = readBoardRequest({ ...twelveMonths(now), ...values, slice }, now);
  const { basis, unit } = values;
  const { board, choices } = await inMerchant(merchantId, async (tx) => ({
    board: request.ok
      ? await askRetentionBoard(tx, { merchantId, request, now, basis, unit })
      : null,
    choices: await listChannelChoices(tx, { merchantId }),
  }));
  return (
    <BoardFrame board="retention" request={request} choices={choices} hidden={{ basis, unit }}>
      {request.ok && board && <RetentionBoardPanels board={board} request={request} />}
    </BoardFrame>
  );
}

/** Where nothing is asked: in thirty days, as on other boards, hardly a cohort has come to anything. */
function twelveMonths(now: Date): Record<string, string> {
  const today = shanghaiDay(now);
  return { window: "custom", from: firstOfMonth(today, -11), until: today };
}
