import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeading } from "@/components/ui/page-heading";
import { PrintButton } from "@/components/ui/print-button";
import { RfmBoardPanels } from "@/features/insights/components/dashboard-rfm-board";
import { askRfmBoard } from "@/features/insights/queries/ask-rfm-board";
import { requireStaff } from "@/features/staff/gate";
import { inMerchant } from "@/lib/db/in-merchant";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights.board.rfm"))("name") };
}

/** Without a picker: its days are the trailing 365 by definition. */
export default async function RfmPage() {
  const { merchantId } = await requireStaff("insights.read");
  const text = await getTranslations("insights");
  const board = await inMerchant(merchantId, (tx) => askRfmBoard(tx, { merchantId }));
  return (
    <>
      <PageHeading
        title={text("board.rfm.name")}
        back={{ href: "/merchant/insights", label: text("title") }}
        hint={text("board.rfm.hint")}
      >
        <PrintButton>{text("print")}</PrintButton>
      </PageHeading>
      <RfmBoardPanels board={board} />
    </>
  );
}
