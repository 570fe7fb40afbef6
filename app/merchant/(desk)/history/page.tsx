import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { HistoryTable } from "@/features/history/components/dashboard-history-table";
import { HistoryUpload } from "@/features/history/components/dashboard-history-upload";
import { listHistoryImports } from "@/features/history/queries/list-history-imports";
import { requireStaff } from "@/features/staff/gate";
import { inMerchant } from "@/lib/db/in-merchant";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("history"))("title") };
}

export default async function HistoryPage() {
  const { merchantId } = await requireStaff("history.import");
  const text = await getTranslations("history");
  const imports = await inMerchant(merchantId, (tx) => listHistoryImports(tx, { merchantId }));
  return (
    <>
      <PageHeading title={text("title")} hint={text("hint")} />
      <div className="grid gap-4">
        <Panel title={text("newImport")}>
          <HistoryUpload />
        </Panel>
        <Panel title={text("past")}>
          <HistoryTable imports={imports} />
        </Panel>
      </div>
    </>
  );
}
