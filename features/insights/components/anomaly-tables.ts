import { ANOMALIES, type Anomaly } from "@/domain/metrics/anomalies";
import { ANOMALY_METRICS, anomalyHref } from "@/features/insights/components/anomaly-behind";
import type {
  BoardCell,
  BoardTable,
  InsightText,
} from "@/features/insights/components/board-table";
import type { AnomaliesBoard, NamedFinding } from "@/features/insights/queries/ask-anomalies-board";
import type { DistributorClick } from "@/features/insights/queries/list-clicks-of-distributor";
import type { OddOrderView } from "@/features/insights/queries/list-odd-orders";
import { boardQuery, type OddOrderList, type TypedBoard } from "@/features/insights/schema";
import type { ReportView } from "@/features/reports/schema";
import { formatMinute } from "@/lib/i18n/shanghai-time";

const right = { align: "right" } as const;

/** Who is odd and by what; each piece of evidence opens to its list. What nobody listed did has no column. */
export function findingsTable(
  { findings }: AnomaliesBoard,
  typed: TypedBoard,
  text: InsightText,
): BoardTable {
  const shown = ANOMALIES.filter((one) => findings.some((any) => any.anomalies.includes(one)));
  return {
    caption: text("anomalies.findings"),
    columns: [
      { key: "name", label: text("slice.distributor") },
      ...shown.map((anomaly) => ({
        key: anomaly,
        label: text(`metric.${ANOMALY_METRICS[anomaly]}.title`),
      })),
    ],
    rows: findings.map((finding) => {
      const { distributorId, name } = finding;
      const slice = `distributor:${distributorId}`;
      const cells: Record<string, BoardCell> = {
        name: {
          of: name,
          href: `/merchant/insights/distributors?${boardQuery({ ...typed, slice })}`,
        },
      };
      for (const anomaly of shown) {
        cells[anomaly] = finding.anomalies.includes(anomaly)
          ? {
              of: evidence(finding, anomaly, text),
              href: anomalyHref(typed, anomaly, distributorId),
            }
          : "—";
      }
      return { key: distributorId, cells };
    }),
  };
}

function evidence(finding: NamedFinding, anomaly: Anomaly, text: InsightText): string {
  const { anomalies: _all, distributorId: _id, name: _name, ...facts } = finding;
  return text(`anomalies.evidence.${anomaly}`, facts);
}

/** The orders behind a finding and what there is about each. */
export function oddOrdersTable(
  orders: readonly OddOrderView[],
  list: OddOrderList,
  text: InsightText,
): BoardTable {
  return {
    caption: text(`anomalies.list.${list}`),
    columns: [
      { key: "order", label: text("behind.orderNo") },
      { key: "paid", label: text("behind.saleAt") },
      { key: "who", label: text("behind.customer") },
      { key: "distributor", label: text("slice.distributor") },
      { key: "about", label: text("anomalies.about") },
      { key: "payable", label: text("anomalies.payable"), ...right },
      { key: "refunded", label: text("anomalies.refunded"), ...right },
    ],
    rows: orders.map((order) => ({
      key: order.orderNo,
      cells: {
        order: { of: order.orderNo, href: `/merchant/orders/${order.orderNo}` },
        paid: formatMinute(order.paidAt),
        who: {
          of: order.nickname || text("behind.unnamed"),
          href: `/merchant/customers/${order.customerId}`,
        },
        distributor: {
          of: order.distributorName,
          href: `/merchant/distributors/${order.distributorId}`,
        },
        about: aboutOrder(order, text),
        payable: { unit: "fen", value: order.payableFen },
        refunded: { unit: "fen", value: order.refundedFen },
      },
    })),
  };
}

function aboutOrder(order: OddOrderView, text: InsightText): string {
  const about = [
    order.hasNoClick && "noClick",
    order.toOwnAddress && "ownAddress",
    order.byOwnPayer && "ownPayer",
    order.refundedFen > 0n && "refunded",
  ].flatMap((one) => (one ? [text(`anomalies.flag.${one}`)] : []));
  return about.join(text("anomalies.joint"));
}

/** The openings of a distributor's links. */
export function clicksTable(
  clicks: readonly DistributorClick[],
  text: InsightText,
  channelName: (channel: string) => string,
): BoardTable {
  return {
    caption: text("anomalies.clicks"),
    columns: [
      { key: "at", label: text("anomalies.clickedAt") },
      { key: "who", label: text("behind.person") },
      { key: "browser", label: text("anomalies.browser") },
      { key: "channel", label: text("slice.channel") },
      { key: "link", label: text("anomalies.link") },
      { key: "wechat", label: text("anomalies.inWechat") },
    ],
    rows: clicks.map((click, at) => ({
      key: `${click.clickedAt.getTime()}-${at}`,
      cells: {
        at: formatMinute(click.clickedAt),
        who: click.customerId
          ? {
              of: click.nickname || text("behind.unnamed"),
              href: `/merchant/customers/${click.customerId}`,
            }
          : text("behind.browser"),
        browser: click.browser,
        channel: channelName(click.channel),
        link: click.code,
        wechat: text(click.inWechat ? "anomalies.yes" : "anomalies.no"),
      },
    })),
  };
}

/** Reports of deals outside the shop: who told when about whom, and what was found. */
export function reportsTable(reports: readonly ReportView[], text: InsightText): BoardTable {
  return {
    caption: text("anomalies.reports"),
    columns: [
      { key: "at", label: text("anomalies.reportedAt") },
      { key: "who", label: text("anomalies.reporter") },
      { key: "whom", label: text("anomalies.reported") },
      { key: "content", label: text("anomalies.content") },
      { key: "state", label: text("anomalies.state") },
      { key: "note", label: text("anomalies.note"), wideOnly: true },
    ],
    rows: reports.map((report) => ({
      key: report.reportId,
      cells: {
        at: {
          of: formatMinute(report.createdAt),
          href: `/merchant/insights/anomalies/reports/${report.reportId}`,
        },
        who: {
          of: report.nickname || text("behind.unnamed"),
          href: `/merchant/customers/${report.customerId}`,
        },
        whom: report.distributorId
          ? {
              of: report.distributorName,
              href: `/merchant/distributors/${report.distributorId}`,
            }
          : report.about,
        content: report.content,
        state: text(`anomalies.reportState.${report.state}`),
        note: report.note || "—",
      },
    })),
  };
}
