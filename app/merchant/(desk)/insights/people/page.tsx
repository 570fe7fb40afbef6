import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { findPeopleList } from "@/domain/metrics/people-lists";
import { peopleTable } from "@/features/insights/components/behind-tables";
import { BehindList } from "@/features/insights/components/dashboard-behind-list";
import { listPeopleBehind } from "@/features/insights/queries/list-people-behind";
import { listSliceChoices } from "@/features/insights/queries/list-slice-choices";
import { readListHead } from "@/features/insights/queries/read-list-head";
import { readBoardRequest } from "@/features/insights/schema";
import { requireStaff } from "@/features/staff/gate";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

const limit = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights.board.people"))("name") };
}

export default async function PeopleBehindPage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId } = await requireStaff("insights.read");
  const insight = await getTranslations("insights");
  const values = await searchValues(searchParams);
  const request = readBoardRequest(values, systemClock());
  const list = findPeopleList(values.list ?? "actives");
  if (!list) notFound();
  const { cursor } = values;
  const behind = { page: "people", list } as const;
  const { shown, choices } = await inMerchant(merchantId, async (tx) => {
    const asked = { merchantId, list, cursor, limit };
    const page = request.ok && (await listPeopleBehind(tx, { ...asked, ...request }));
    return {
      shown: page
        ? {
            head: await readListHead(tx, { merchantId, behind, request }),
            table: peopleTable(page.rows, insight),
            nextCursor: page.nextCursor,
          }
        : null,
      choices: await listSliceChoices(tx, { merchantId, request }),
    };
  });
  const title = insight(`behind.question.${list}`);
  return <BehindList {...{ behind, request, choices, cursor, shown, title }} />;
}
