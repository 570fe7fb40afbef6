import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { loadDistributor } from "@/app/(mall)/load-distributor";
import { PageHeader } from "@/components/phone/page-header";
import { PageShell } from "@/components/phone/page-shell";
import { OwnShareTreeView } from "@/features/distributors/components/own-share-tree";
import { askOwnShareTree } from "@/features/insights/queries/ask-own-share-tree";
import { inMerchant } from "@/lib/db/in-merchant";
import { mallText } from "@/lib/i18n/mall-text";
import { isId } from "@/lib/ids/is-id";

export const metadata: Metadata = { title: mallText("distribution.tree.title") };

export default async function TreePage({
  params,
  searchParams,
}: {
  params: Promise<{ host: string }>;
  searchParams: Promise<{ before?: string | string[] }>;
}) {
  const { customer } = await loadDistributor((await params).host, "/distribute/tree");
  const { merchantId, customerId } = customer;
  const { personId, page } = readPlace((await searchParams).before);
  const tree = await inMerchant(merchantId, (tx) =>
    askOwnShareTree(tx, { merchantId, customerId, personId, page }),
  );
  if (!tree) notFound();
  const header = <PageHeader title={mallText("distribution.tree.title")} backHref="/distribute" />;
  return (
    <PageShell header={header}>
      <OwnShareTreeView tree={tree} personId={personId} />
    </PageShell>
  );
}

/** "PERSON.PAGE", or a page alone at the distributor's own place; anything else is the beginning. */
function readPlace(text: string | string[] | undefined): { personId: string | null; page: number } {
  const match = /^(?:([0-9a-f-]{36})\.)?(\d{1,4})$/.exec(typeof text === "string" ? text : "");
  if (!match || (match[1] && !isId(match[1]))) return { personId: null, page: 0 };
  return { personId: match[1] ?? null, page: Number(match[2]) };
}
