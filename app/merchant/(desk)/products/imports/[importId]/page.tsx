import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { startImportAction } from "@/app/merchant/(desk)/products/imports/import-actions";
import { ActionButton } from "@/components/ui/action-button";
import { buttonLook } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { ImportLines } from "@/features/imports/components/dashboard-import-lines";
import { ImportProgress } from "@/features/imports/components/dashboard-import-progress";
import { getImport } from "@/features/imports/queries/get-import";
import { requireStaff } from "@/features/staff/gate";
import { inMerchant } from "@/lib/db/in-merchant";
import { isId } from "@/lib/ids/is-id";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

export default async function ImportPage({ params }: { params: Promise<{ importId: string }> }) {
  const { merchantId } = await requireStaff("product.write");
  const { importId } = await params;
  if (!isId(importId)) notFound();
  const text = await getTranslations("imports");
  const found = await inMerchant(merchantId, (tx) => getImport(tx, { merchantId, importId }));
  if (!found) notFound();
  const { summary, good, faulty } = found;
  const ready = summary.totalLines - summary.errorLines;
  return (
    <>
      <PageHeading
        title={summary.fileName || text("title")}
        back={{ href: "/merchant/products/imports", label: text("title") }}
        hint={text("counts", { total: summary.totalLines, faulty: summary.errorLines })}
      >
        {summary.errorLines > 0 && (
          <a href={`/api/merchant/imports/${importId}/errors`} download className={buttonLook()}>
            {text("downloadFaults")}
          </a>
        )}
        {summary.state === "previewed" && ready > 0 && (
          <ActionButton look="primary" action={startImportAction.bind(null, importId)}>
            {text("start", { count: ready })}
          </ActionButton>
        )}
      </PageHeading>
      <div className="grid gap-4">
        <ImportProgress summary={summary} />
        {faulty.length > 0 && (
          <Panel title={text("faultyLines")} hint={text("faultyHint")}>
            <ImportLines caption={text("faultyLines")} lines={faulty} />
          </Panel>
        )}
        {good.length > 0 && (
          <Panel title={text("goodLines")} hint={text("firstFifty")}>
            <ImportLines caption={text("goodLines")} lines={good} />
          </Panel>
        )}
      </div>
    </>
  );
}
