import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeading } from "@/components/ui/page-heading";
import { PrintButton } from "@/components/ui/print-button";
import { LISTED_BOARDS } from "@/features/insights/components/board-list";
import { BoardIndex } from "@/features/insights/components/dashboard-board-index";
import { askBoardIndex } from "@/features/insights/queries/ask-board-index";
import { requireStaff } from "@/features/staff/gate";
import { can } from "@/features/staff/schema";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights"))("title") };
}

export default async function InsightsPage() {
  const { merchantId, role } = await requireStaff("insights.read");
  const text = await getTranslations("insights");
  const now = systemClock();
  const index = await inMerchant(merchantId, (tx) => askBoardIndex(tx, { merchantId, now }));
  // Payouts are told to those only who may see the shop's money.
  const boards = LISTED_BOARDS.filter((name) => name !== "payouts" || can(role, "finance.read"));
  return (
    <>
      <PageHeading title={text("title")} hint={text("hint")}>
        <PrintButton>{text("print")}</PrintButton>
      </PageHeading>
      <p className="mb-4 text-sm text-ink-soft">{text("windowOf30")}</p>
      <BoardIndex boards={boards} {...index} />
    </>
  );
}
