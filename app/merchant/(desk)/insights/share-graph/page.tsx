import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { inputLook } from "@/components/ui/field";
import { FilterBar, FilterField } from "@/components/ui/filter-bar";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { PrintButton } from "@/components/ui/print-button";
import { ShareGraphPanels } from "@/features/insights/components/dashboard-share-graph";
import { askShareGraph } from "@/features/insights/queries/ask-share-graph";
import { findShareAddress } from "@/features/insights/queries/find-share-address";
import { readShareStart } from "@/features/insights/queries/read-share-start";
import { requireStaff } from "@/features/staff/gate";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights.board.share-graph"))("name") };
}

export default async function ShareGraphPage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId } = await requireStaff("insights.read");
  const text = await getTranslations("insights");
  const values = await searchValues(searchParams);
  const typed = values.find?.trim().slice(0, 100);
  const found = typed
    ? await inMerchant(merchantId, (tx) => findShareAddress(tx, { merchantId, typed }))
    : null;
  if (found) redirect(`/merchant/insights/share-graph?${new URLSearchParams(found)}`);
  const asked = readShareStart(values);
  const graph =
    asked && (await inMerchant(merchantId, (tx) => askShareGraph(tx, { merchantId, ...asked })));
  if (!graph) notFound();
  return (
    <>
      <PageHeading
        title={text("board.share-graph.name")}
        back={{ href: "/merchant/insights", label: text("title") }}
        hint={text("board.share-graph.hint")}
      >
        <PrintButton>{text("print")}</PrintButton>
      </PageHeading>
      <FilterBar submitLabel={text("shareGraph.find")}>
        <FilterField label={text("shareGraph.findLabel")}>
          {(id) => (
            <input id={id} name="find" defaultValue={typed} maxLength={100} className={inputLook} />
          )}
        </FilterField>
      </FilterBar>
      {typed && (
        <div className="mb-4">
          <Notice tone="warn">{text("shareGraph.notFound")}</Notice>
        </div>
      )}
      <ShareGraphPanels graph={graph} />
    </>
  );
}
