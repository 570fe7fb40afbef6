import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { decideReportAction } from "@/app/merchant/(desk)/insights/anomalies/reports/[reportId]/report-action";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { AuditHistory } from "@/features/audit/components/dashboard-audit-history";
import { listHistory } from "@/features/payouts/queries/list-history";
import { ReportDecision } from "@/features/reports/components/dashboard-report-decision";
import { ReportFacts } from "@/features/reports/components/dashboard-report-facts";
import { getReport } from "@/features/reports/queries/get-report";
import { requireStaff } from "@/features/staff/gate";
import { can } from "@/features/staff/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { isId } from "@/lib/ids/is-id";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights.anomalies"))("oneReport") };
}

export default async function ReportPage({ params }: { params: Promise<{ reportId: string }> }) {
  const { merchantId, role } = await requireStaff("insights.read");
  const { reportId } = await params;
  const text = await getTranslations("insights.anomalies");
  if (!isId(reportId)) notFound();
  const { report, history } = await inMerchant(merchantId, async (tx) => ({
    report: await getReport(tx, { merchantId, reportId }),
    history: await listHistory(tx, { merchantId, objectKind: "report", objectId: reportId }),
  }));
  if (!report) notFound();
  return (
    <>
      <PageHeading
        title={text("oneReport")}
        back={{ href: "/merchant/insights/anomalies/reports", label: text("reports") }}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[1fr_20rem]">
        <div className="grid min-w-0 gap-4">
          <Panel title={text("content")}>
            <p className="break-words whitespace-pre-line">{report.content}</p>
          </Panel>
          <Panel title={text("history")}>
            <AuditHistory history={history} />
          </Panel>
        </div>
        <div className="grid min-w-0 gap-4">
          {can(role, "distributor.decide") && (
            <Panel title={text("decide")} hint={text("decideHint")}>
              <ReportDecision
                decide={decideReportAction.bind(null, reportId)}
                verdict={report.state === "new" ? "" : report.state}
                note={report.note}
              />
            </Panel>
          )}
          <Panel title={text("facts")}>
            <ReportFacts report={report} />
          </Panel>
        </div>
      </div>
    </>
  );
}
