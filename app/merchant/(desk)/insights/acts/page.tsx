import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readActsTable } from "@/app/merchant/(desk)/insights/acts/read-acts-table";
import { findActList } from "@/domain/metrics/act-lists";
import { BehindList } from "@/features/insights/components/dashboard-behind-list";
import { listSliceChoices } from "@/features/insights/queries/list-slice-choices";
import { readListHead } from "@/features/insights/queries/read-list-head";
import { readBoardRequest } from "@/features/insights/schema";
import { requireStaff } from "@/features/staff/gate";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

const limit = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights.board.acts"))("name") };
}

export default async function ActsBehindPage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId } = await requireStaff("insights.read");
  const insight = await getTranslations("insights");
  const values = await searchValues(searchParams);
  const request = readBoardRequest(values, systemClock());
  const list = findActList(values.list ?? "views");
  if (!list) notFound();
  const { cursor } = values;
  const behind = { page: "acts", list } as const;
  const { shown, choices } = await inMerchant(merchantId, async (tx) => ({
    shown: request.ok
      ? {
          head: await readListHead(tx, { merchantId, behind, request }),
          ...(await readActsTable(tx, { merchantId, list, ...request, cursor, limit }, insight)),
        }
      : null,
    choices: await listSliceChoices(tx, { merchantId, request }),
  }));
  const title = insight(`behind.act.${list}`);
  return <BehindList {...{ behind, request, choices, cursor, shown, title }} />;
}
