import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { NextPage } from "@/components/ui/next-page";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { lastDayOf } from "@/domain/metrics/window";
import type { BoardTable } from "@/features/insights/components/board-table";
import { BoardData } from "@/features/insights/components/dashboard-board-data";
import { type BoardRequest, boardQuery } from "@/features/insights/schema";

/**
 * A list behind a finding: its heading with the way back, the window, its rows and the next page.
 * @param table null where the window makes no sense
 * @param name of the distributor whose list it is
 */
export function AnomalyList({
  title,
  name,
  path,
  params,
  request,
  table,
  csvHref,
  nextCursor,
  tabs,
}: {
  title: string;
  name: string;
  path: string;
  params: Readonly<Record<string, string | undefined>>;
  request: BoardRequest;
  table: BoardTable | null;
  csvHref: string;
  nextCursor: string | null;
  tabs?: ReactNode;
}) {
  const text = useTranslations();
  const days = request.ok
    ? { from: request.window.from, until: lastDayOf(request.window) }
    : { from: "", until: "" };
  const hint = name
    ? text("insights.anomalies.listOf", { ...days, name })
    : text("insights.anomalies.listOfAll", days);
  return (
    <>
      <PageHeading
        title={title}
        back={{
          href: `/merchant/insights/anomalies?${boardQuery(request.typed)}`,
          label: text("insights.board.anomalies.name"),
        }}
        hint={request.ok ? hint : undefined}
      />
      {tabs}
      {table && (
        <Panel>
          <BoardData table={table} csvHref={csvHref} />
        </Panel>
      )}
      {!request.ok && <Notice tone="danger">{text(`insights.fault.${request.reason}`)}</Notice>}
      <NextPage
        path={path}
        params={params}
        nextCursor={nextCursor}
        labels={{ next: text("common.next"), first: text("common.first") }}
      />
    </>
  );
}
