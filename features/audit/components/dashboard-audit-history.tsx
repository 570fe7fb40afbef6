import { useTranslations } from "next-intl";
import { Moment } from "@/components/ui/moment";
import { auditCode } from "@/features/audit/components/dashboard-audit-code";
import { auditSentence } from "@/features/audit/components/dashboard-audit-sentence";
import type { AuditHistoryEntry } from "@/features/audit/schema";

/** Who did what about one thing, from the audit trail. */
export function AuditHistory({ history }: { history: readonly AuditHistoryEntry[] }) {
  const text = useTranslations("payouts.audit");
  const all = useTranslations();
  return (
    <ol className="grid gap-3 border-line border-l-2 pl-4 text-sm">
      {history.map((entry) => (
        <li key={`${entry.at.getTime()}-${entry.action}`}>
          <p className="font-medium">{auditSentence(entry.action, text)}</p>
          {entry.reason && <p>{auditCode("reason", entry.reason, all)}</p>}
          <p className="text-ink-faint">
            <Moment at={entry.at} /> · {text(`actorKind.${entry.actorKind}`)}
            {entry.actorName && ` ${entry.actorName}`}
          </p>
        </li>
      ))}
    </ol>
  );
}
