import { getTranslations } from "next-intl/server";
import { requireApiStaff } from "@/app/api/merchant/require-api-staff";
import { streamCsv } from "@/app/api/merchant/stream-csv";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { auditSentence } from "@/features/audit/components/dashboard-audit-sentence";
import { listAuditEntries } from "@/features/audit/queries/list-audit-entries";
import { auditFilterSchema } from "@/features/audit/schema";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { formatMoment } from "@/lib/i18n/shanghai-time";

const perPage = 500;
const columns = ["at", "actor", "deed", "object", "objectId", "details", "seq", "hash"] as const;

/** The audit log as CSV, narrowed like the page; the hash lets anybody check the chain by hand. */
export async function GET(request: Request): Promise<Response> {
  const gate = await requireApiStaff(request, "audit.read");
  if ("refusal" in gate) return gate.refusal;
  const { merchantId } = gate.staff;
  const text = await getTranslations("payouts.audit");
  const values = Object.fromEntries(new URL(request.url).searchParams);
  const { cursor: _cursor, ...filter } = auditFilterSchema.safeParse(values).data ?? {};
  return streamCsv(
    `audit-${shanghaiDay(systemClock())}.csv`,
    columns.map((column) => text(column)),
    async (cursor) => {
      const { entries, nextCursor } = await inMerchant(merchantId, (tx) =>
        listAuditEntries(tx, merchantId, { filter: { ...filter, cursor }, limit: perPage }),
      );
      const rows = entries.map((entry) => [
        formatMoment(entry.at),
        [text(`actorKind.${entry.actorKind}`), entry.actorName].filter(Boolean).join(" "),
        auditSentence(entry.action, text),
        entry.objectLabel,
        entry.objectId,
        JSON.stringify(entry.details),
        entry.seal?.seq.toString() ?? "",
        entry.seal?.hash ?? "",
      ]);
      return { rows, nextCursor };
    },
  );
}
