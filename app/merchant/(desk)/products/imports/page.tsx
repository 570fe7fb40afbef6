import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { buttonLook } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { Moment } from "@/components/ui/moment";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { ImportUpload } from "@/features/imports/components/dashboard-upload";
import { listImports } from "@/features/imports/queries/list-imports";
import { requireStaff } from "@/features/staff/gate";
import { inMerchant } from "@/lib/db/in-merchant";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

export default async function ImportsPage() {
  const { merchantId } = await requireStaff("product.write");
  const text = await getTranslations();
  const imports = await inMerchant(merchantId, (tx) => listImports(tx, { merchantId }));
  return (
    <>
      <PageHeading
        title={text("imports.title")}
        back={{ href: "/merchant/products", label: text("products.title") }}
        hint={text("imports.hint")}
      >
        <a href="/api/merchant/imports/template" download className={buttonLook()}>
          {text("imports.template")}
        </a>
      </PageHeading>
      <div className="grid gap-4">
        <Panel title={text("imports.newImport")}>
          <ImportUpload />
        </Panel>
        <Panel title={text("imports.past")}>
          <DataTable
            caption={text("imports.past")}
            columns={[
              { key: "file", label: text("imports.file") },
              { key: "state", label: text("imports.stateLabel") },
              { key: "total", label: text("imports.total"), align: "right" },
              { key: "faulty", label: text("imports.faulty"), align: "right" },
              { key: "at", label: text("imports.at"), wideOnly: true },
            ]}
            rows={imports.map((one) => ({
              key: one.importId,
              cells: {
                file: (
                  <Link
                    href={`/merchant/products/imports/${one.importId}`}
                    className="break-all text-leaf hover:underline"
                  >
                    {one.fileName || "—"}
                  </Link>
                ),
                state: <Badge>{text(`imports.state.${one.state}`)}</Badge>,
                total: one.totalLines,
                faulty: one.errorLines,
                at: <Moment at={one.createdAt} />,
              },
            }))}
            empty={<p className="text-sm text-ink-faint">{text("imports.none")}</p>}
          />
        </Panel>
      </div>
    </>
  );
}
