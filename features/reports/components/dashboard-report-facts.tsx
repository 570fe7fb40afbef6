import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DefinitionList } from "@/components/ui/definition-list";
import { Moment } from "@/components/ui/moment";
import type { ReportView } from "@/features/reports/schema";

/** Who reported, when, about whom and from where. */
export function ReportFacts({ report }: { report: ReportView }) {
  const text = useTranslations("insights.anomalies");
  const unnamed = useTranslations("insights.behind")("unnamed");
  const { distributorId, about, orderNo, productId, decidedAt } = report;
  return (
    <DefinitionList
      entries={[
        [text("state"), text(`reportState.${report.state}`)],
        [text("reportedAt"), <Moment key="at" at={report.createdAt} />],
        [
          text("reporter"),
          <To key="who" href={`/merchant/customers/${report.customerId}`}>
            {report.nickname || unnamed}
          </To>,
        ],
        [
          text("reported"),
          distributorId ? (
            <To key="whom" href={`/merchant/distributors/${distributorId}`}>
              {report.distributorName}
            </To>
          ) : (
            about || "—"
          ),
        ],
        ...(distributorId && about ? [[text("aboutWords"), about] as const] : []),
        [
          text("order"),
          orderNo ? (
            <To key="order" href={`/merchant/orders/${orderNo}`}>
              {orderNo}
            </To>
          ) : (
            "—"
          ),
        ],
        [
          text("product"),
          productId ? (
            <To key="product" href={`/merchant/products/${productId}`}>
              {report.productTitle}
            </To>
          ) : (
            "—"
          ),
        ],
        [
          text("decidedBy"),
          decidedAt ? (
            <span key="by">
              {report.decidedByName} <Moment at={decidedAt} />
            </span>
          ) : (
            "—"
          ),
        ],
      ]}
    />
  );
}

function To({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="break-all text-leaf hover:underline">
      {children}
    </Link>
  );
}
