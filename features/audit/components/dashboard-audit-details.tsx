import { useTranslations } from "next-intl";
import { DefinitionList } from "@/components/ui/definition-list";
import { Money } from "@/components/ui/money";
import { auditCode } from "@/features/audit/components/dashboard-audit-code";
import type { AuditEntryView } from "@/features/audit/schema";
import { formatBps } from "@/lib/i18n/format-bps";

/** What an entry noted beside its sentence, and its place in the chain; opened on demand. */
export function AuditDetails({ entry }: { entry: AuditEntryView }) {
  const text = useTranslations("payouts.audit");
  const { details, objectId, seal, entryId } = entry;
  const nameOf = (key: string) => (text.has(`detail.${key}`) ? text(`detail.${key}`) : key);
  return (
    <details className="text-ink-faint">
      <summary className="cursor-pointer text-leaf">{text("details")}</summary>
      <div className="mt-2 mb-1">
        <DefinitionList
          entries={[
            ...Object.entries(details).map(
              ([key, value]) =>
                [nameOf(key), <Detail key={key} name={key} value={value} />] as const,
            ),
            [text("objectId"), <Code key="object" value={objectId} />],
            [text("entryId"), <Code key="entry" value={entryId} />],
            ...(seal
              ? [[text("seal", { seq: seal.seq }), <Code key="hash" value={seal.hash} />] as const]
              : []),
          ]}
        />
      </div>
    </details>
  );
}

function Code({ value }: { value: string }) {
  return <code className="text-xs break-all">{value}</code>;
}

/** Amounts in yuan and rates in percent where the name says that it is one, and codes by their names. */
function Detail({ name, value }: { name: string; value: AuditEntryView["details"][string] }) {
  const text = useTranslations();
  if (value === null || value === "") return "—";
  if (typeof value === "boolean") return text(value ? "common.yes" : "common.no");
  const whole = /^-?\d{1,18}$/.test(String(value)) ? String(value) : null;
  if (whole && name.endsWith("Fen")) return <Money fen={BigInt(whole)} />;
  if (whole && name.endsWith("Bps")) return formatBps(Number(whole));
  return <span className="break-all">{auditCode(name, String(value), text)}</span>;
}
