import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { EmptyNotice } from "@/components/ui/empty-notice";
import { Moment } from "@/components/ui/moment";
import { useBindingWords } from "@/features/bindings/components/dashboard-binding-words";
import type { JudgedClick } from "@/features/bindings/schema";

/** The clicks that competed for a customer, and why each won or lost. */
export function ClickTable({ clicks }: { clicks: readonly JudgedClick[] }) {
  const text = useTranslations("customers.clicks");
  const { linkOf, sharerOf } = useBindingWords();
  return (
    <DataTable
      caption={text("title")}
      columns={[
        { key: "at", label: text("at") },
        { key: "result", label: text("result") },
        { key: "counts", label: text("counts") },
        { key: "link", label: text("link") },
        { key: "sharer", label: text("sharer"), wideOnly: true },
        { key: "policy", label: text("policy"), wideOnly: true },
      ]}
      rows={clicks.map((click) => ({
        key: click.clickId,
        cells: {
          at: <Moment at={click.clickedAt} />,
          result: (
            <Badge tone={click.verdict === "made_binding" ? "ok" : "quiet"}>
              {text(`verdict.${click.verdict}`)}
            </Badge>
          ),
          counts: click.distributorName || "—",
          link: <span className="line-clamp-2 min-w-32">{linkOf(click)}</span>,
          sharer: (
            <>
              {sharerOf(click)}
              {click.hops > 0 && (
                <span className="block text-ink-faint">{text("hops", { hops: click.hops })}</span>
              )}
            </>
          ),
          policy: text("policyVersion", { version: click.policy.version }),
        },
      }))}
      empty={<EmptyNotice title={text("empty")} />}
    />
  );
}
