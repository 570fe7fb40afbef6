import type { ReactNode } from "react";
import { Panel } from "@/components/ui/panel";
import type { ListBehind } from "@/domain/metrics/list-of-metric";
import type { BoardTable } from "@/features/insights/components/board-table";
import { BoardData } from "@/features/insights/components/dashboard-board-data";
import { BoardFrame } from "@/features/insights/components/dashboard-board-frame";
import { ListHead } from "@/features/insights/components/dashboard-list-head";
import { NextRows } from "@/features/insights/components/dashboard-next-rows";
import type { ListHead as Head } from "@/features/insights/queries/read-list-head";
import { type BoardRequest, boardQuery, type SliceChoices } from "@/features/insights/schema";

/**
 * A list that figures open to: what its rows come to at its head, a page of them, the way to the next one
 * and to all as a file. Where the address makes no sense, the sentence alone.
 */
export function BehindList({
  behind,
  request,
  choices,
  cursor,
  shown,
  title,
  tabs,
}: {
  behind: ListBehind;
  request: BoardRequest;
  choices: SliceChoices;
  cursor: string | undefined;
  shown: {
    head: Head;
    table: BoardTable;
    nextCursor: string | null;
  } | null;
  title?: string;
  /** The ways to its neighbours. */
  tabs?: ReactNode;
}) {
  const { page, list } = behind;
  const query = boardQuery(request.typed, { list });
  return (
    <BoardFrame
      board={page}
      request={request}
      choices={choices}
      hidden={{ list }}
      isCompared={false}
    >
      {shown && (
        <>
          <ListHead head={shown.head} behind={behind} />
          <Panel {...(title ? { title } : {})}>
            {tabs}
            <BoardData table={shown.table} csvHref={`/merchant/insights/csv/${page}?${query}`} />
            <NextRows
              path={`/merchant/insights/${page}`}
              query={query}
              cursor={cursor}
              nextCursor={shown.nextCursor}
            />
          </Panel>
        </>
      )}
    </BoardFrame>
  );
}
