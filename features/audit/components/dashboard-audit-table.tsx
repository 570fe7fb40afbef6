import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { EmptyNotice } from "@/components/ui/empty-notice";
import { Moment } from "@/components/ui/moment";
import { AuditDetails } from "@/features/audit/components/dashboard-audit-details";
import { auditSentence } from "@/features/audit/components/dashboard-audit-sentence";
import type { AuditEntryView } from "@/features/audit/schema";

/** The audit log: when, who, what in a sentence, and whether the entry is in the chain. */
export function AuditTable({
  entries,
  isFiltered,
}: {
  entries: readonly AuditEntryView[];
  isFiltered: boolean;
}) {
  const text = useTranslations("payouts.audit");
  return (
    <DataTable
      caption={text("title")}
      columns={[
        { key: "at", label: text("at") },
        { key: "who", label: text("actor") },
        { key: "what", label: text("deed") },
        { key: "seal", label: text("sealLabel"), wideOnly: true },
      ]}
      rows={entries.map((entry) => ({
        key: entry.entryId,
        cells: {
          at: <Moment at={entry.at} />,
          who: (
            <span className="whitespace-nowrap">
              {entry.actorName || text(`actorKind.${entry.actorKind}`)}
              {entry.actorName && (
                <span className="block text-ink-faint text-xs">
                  {text(`actorKind.${entry.actorKind}`)}
                </span>
              )}
            </span>
          ),
          what: (
            <div className="min-w-56">
              <p>
                {auditSentence(entry.action, text)} <ObjectLink entry={entry} />
              </p>
              <AuditDetails entry={entry} />
            </div>
          ),
          seal: entry.seal ? (
            <span className="text-ink-faint tabular-nums">#{entry.seal.seq.toString()}</span>
          ) : (
            <Badge tone="warn">{text("notSealed")}</Badge>
          ),
        },
      }))}
      empty={
        <EmptyNotice title={text(isFiltered ? "emptyFiltered" : "empty")}>
          {text(isFiltered ? "emptyFilteredHint" : "emptyHint")}
        </EmptyNotice>
      }
    />
  );
}

/** Where the object of an entry is shown; kinds that have no page of their own are missing. */
const pages: Readonly<Record<string, (entry: AuditEntryView) => string>> = {
  order: ({ objectLabel }) => `/merchant/orders/${objectLabel}`,
  commission: ({ objectLabel }) => `/merchant/finance/orders/${objectLabel}`,
  distributor: ({ objectId }) => `/merchant/distributors/${objectId}`,
  product: ({ objectId }) => `/merchant/products/${objectId}`,
  payout: ({ objectId }) => `/merchant/finance/payouts/${objectId}`,
  reconciliation_case: ({ objectId }) => `/merchant/finance/reconciliation/${objectId}`,
  payout_run: ({ objectId }) => `/merchant/finance/runs/${objectId}`,
};

function ObjectLink({ entry }: { entry: AuditEntryView }) {
  const { objectLabel, objectKind } = entry;
  if (!objectLabel) return null;
  const hrefOf = pages[objectKind];
  if (!hrefOf) return <span className="text-ink-soft">{objectLabel}</span>;
  return (
    <Link href={hrefOf(entry)} className="break-all text-leaf underline underline-offset-2">
      {objectLabel}
    </Link>
  );
}
