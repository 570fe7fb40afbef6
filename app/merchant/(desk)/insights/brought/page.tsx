import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Panel } from "@/components/ui/panel";
import { BoardData } from "@/features/insights/components/dashboard-board-data";
import { BoardFrame } from "@/features/insights/components/dashboard-board-frame";
import { NextRows } from "@/features/insights/components/dashboard-next-rows";
import { broughtTable } from "@/features/insights/components/people-behind-tables";
import { waitName } from "@/features/insights/components/spread-tables";
import { listBroughtPeople } from "@/features/insights/queries/list-brought-people";
import { readBroughtPart } from "@/features/insights/queries/read-brought-part";
import { boardQuery, readBoardRequest } from "@/features/insights/schema";
import { requireStaff } from "@/features/staff/gate";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

const path = "/merchant/insights/brought";
const limit = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights.board.brought"))("name") };
}

export default async function BroughtPeoplePage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId } = await requireStaff("insights.read");
  const insight = await getTranslations("insights");
  const values: Record<string, string> = { ...(await searchValues(searchParams)), slice: "" };
  const request = readBoardRequest(values, systemClock());
  const part = readBroughtPart(values);
  if (!part) notFound();
  const { cursor, hop, wait, soon } = values;
  const page = request.ok
    ? await inMerchant(merchantId, (tx) =>
        listBroughtPeople(tx, { merchantId, window: request.window, part, cursor, limit }),
      )
    : null;
  const named = {
    at: part.by === "hop" ? part.at : 0,
    name: part.by === "wait" ? waitName(part.at, insight) : "",
  };
  const title = insight(`behind.broughtOf.${part.by}`, named);
  const query = boardQuery(request.typed, { hop, wait, soon });
  return (
    <BoardFrame board="brought" request={request} hidden={{ hop, wait, soon }} isCompared={false}>
      {page && (
        <Panel title={title} hint={insight("behind.peopleCount", { count: page.count })}>
          <BoardData
            table={broughtTable(page.rows, title, insight)}
            csvHref={`/merchant/insights/csv/brought?${query}`}
          />
          <NextRows path={path} query={query} cursor={cursor} nextCursor={page.nextCursor} />
        </Panel>
      )}
    </BoardFrame>
  );
}
