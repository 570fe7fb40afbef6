import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { buttonLook } from "@/components/ui/button";
import { NextPage } from "@/components/ui/next-page";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { AuditFilterBar } from "@/features/audit/components/dashboard-audit-filter";
import { AuditTable } from "@/features/audit/components/dashboard-audit-table";
import { getAuditChain } from "@/features/audit/queries/get-audit-chain";
import { listAuditEntries } from "@/features/audit/queries/list-audit-entries";
import { auditFilterSchema } from "@/features/audit/schema";
import { requireStaff } from "@/features/staff/gate";
import { listStaff } from "@/features/staff/queries/list-staff";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { queryOf } from "@/lib/forms/query-of";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

const shown = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("payouts.audit"))("title") };
}

/** Who did what to what: nothing here can be changed, not even by the owner. */
export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId } = await requireStaff("audit.read");
  const text = await getTranslations();
  const filter = auditFilterSchema.safeParse(await searchValues(searchParams)).data ?? {};
  const now = systemClock();
  const { page, chain, staff } = await inMerchant(merchantId, async (tx) => ({
    page: await listAuditEntries(tx, merchantId, { filter, limit: shown }),
    chain: await getAuditChain(tx, { merchantId }),
    staff: await listStaff(tx, { merchantId, now }),
  }));
  const { cursor: _cursor, ...asked } = filter;
  const query = queryOf(asked);
  return (
    <>
      <PageHeading title={text("payouts.audit.title")} hint={text("payouts.audit.hint")}>
        <a href={`/api/merchant/audit/export?${query}`} download className={buttonLook()}>
          {text("common.exportCsv")}
        </a>
      </PageHeading>
      <div className="mb-4">
        <Notice tone={chain.waiting >= chain.waitingMost ? "warn" : "info"}>
          {text("payouts.audit.chain", {
            sealed: chain.sealed,
            waiting: chain.waiting,
            hash: chain.hash.slice(0, 12),
          })}
        </Notice>
      </div>
      <AuditFilterBar filter={filter} staff={staff} />
      <Panel>
        <AuditTable entries={page.entries} isFiltered={query.size > 0} />
      </Panel>
      <NextPage
        path="/merchant/audit"
        params={filter}
        nextCursor={page.nextCursor}
        labels={{ next: text("common.next"), first: text("common.first") }}
      />
    </>
  );
}
