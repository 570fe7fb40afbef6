import { ANOMALIES, type Anomaly, type AnomalyThresholds } from "@/domain/metrics/anomalies";
import { shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import { distributorOfPart } from "@/features/insights/queries/distributor-of-part";
import { getAnomalySetting } from "@/features/insights/queries/get-anomaly-setting";
import {
  type Finding,
  type Findings,
  listFindings,
} from "@/features/insights/queries/list-findings";
import type { ReadBoard } from "@/features/insights/schema";
import { countReportsByDistributor } from "@/features/reports/queries/count-reports-by-distributor";
import { listReports } from "@/features/reports/queries/list-reports";
import type { ReportView } from "@/features/reports/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

const shownFindings = 100;
const shownReports = 10;

export type NamedFinding = Finding & { name: string };

export type AnomaliesBoard = Omit<Findings, "rows"> & {
  /** The rule that the list is narrowed to. */
  anomaly: Anomaly | null;
  findings: NamedFinding[];
  /** The newest reports of the window. */
  reports: ReportView[];
  /** By which the findings were found. */
  thresholds: AnomalyThresholds;
};

/**
 * Everything that the board of anomalies shows (analytics.md, board 14), of all distributors or of one.
 * @param anomaly narrows the list to what one rule found
 * @param limit how many findings at most
 */
export async function askAnomaliesBoard(
  tx: MerchantTx,
  asked: {
    merchantId: string;
    request: ReadBoard;
    anomaly?: string | undefined;
    limit?: number;
  },
): Promise<AnomaliesBoard> {
  const { merchantId, request, limit = shownFindings } = asked;
  const { window, slice } = request;
  const distributorId = distributorOfPart(slice);
  const anomaly = ANOMALIES.find((one) => one === asked.anomaly) ?? null;
  const span = {
    from: shanghaiDayRange(window.from).from,
    until: shanghaiDayRange(window.to).from,
  };
  const [all, { thresholds, changedAt }, { reports: told }] = await Promise.all([
    countReportsByDistributor(tx, { merchantId, ...span }),
    getAnomalySetting(tx, { merchantId }),
    listReports(tx, {
      merchantId,
      filter: { distributorId: distributorId ?? undefined },
      span,
      limit: shownReports,
    }),
  ]);
  const reports = distributorId
    ? new Map([...all].filter(([reported]) => reported === distributorId))
    : all;
  const found = await listFindings(tx, {
    ...{ merchantId, window, anomaly, distributorId, reports, limit },
    ...{ thresholds, changedAt },
  });
  const { counts, rows, foundAt } = found;
  return {
    counts,
    foundAt,
    anomaly,
    thresholds,
    findings: await nameFindings(tx, merchantId, rows),
    reports: told,
  };
}

async function nameFindings(
  tx: MerchantTx,
  merchantId: string,
  findings: readonly Finding[],
): Promise<NamedFinding[]> {
  const ids = findings.map(({ distributorId }) => distributorId);
  const people = await tx.distributor.findMany({
    where: { merchantId, id: { in: ids } },
    select: { id: true, displayName: true },
  });
  const names = new Map(people.map(({ id, displayName }) => [id, displayName]));
  return findings.map((finding) => ({ ...finding, name: names.get(finding.distributorId) ?? "" }));
}
