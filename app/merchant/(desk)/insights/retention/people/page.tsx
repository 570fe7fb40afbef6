import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NextPage } from "@/components/ui/next-page";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { channelNames } from "@/features/insights/components/channel-names";
import { BoardData } from "@/features/insights/components/dashboard-board-data";
import { cohortPeopleTable } from "@/features/insights/components/retention-tables";
import { listCohortPeople } from "@/features/insights/queries/list-cohort-people";
import { readCohortQuestion } from "@/features/insights/queries/read-cohort-question";
import { requireStaff } from "@/features/staff/gate";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

const board = "/merchant/insights/retention";
const path = `${board}/people`;
const limit = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights.retention"))("people") };
}

export default async function CohortPeoplePage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId } = await requireStaff("insights.read");
  const text = await getTranslations();
  const insight = await getTranslations("insights");
  const values = await searchValues(searchParams);
  const question = readCohortQuestion(values, systemClock());
  if (!question) notFound();
  const { cursor } = values;
  const { rows, nextCursor } = await inMerchant(merchantId, (tx) =>
    listCohortPeople(tx, { merchantId, ...question, cursor, limit }),
  );
  const { basis, unit, channel } = question;
  const ofChannel = channel ? { channel } : {};
  const cell = {
    basis,
    unit,
    cohort: question.cohort.key,
    period: question.period.key,
    ...ofChannel,
  };
  const asked = { basis, unit, ...(channel ? { slice: `channel:${channel}` } : {}) };
  const name = channelNames(insight)(channel);
  const part = insight("asked.slice", { kind: insight("slice.channel"), name });
  const table = cohortPeopleTable(rows, question, insight);
  return (
    <>
      <PageHeading
        title={insight("retention.people")}
        back={{
          href: `${board}?${new URLSearchParams(asked)}`,
          label: insight("board.retention.name"),
        }}
      />
      <Panel title={table.caption} {...(channel ? { hint: part } : {})}>
        <BoardData
          table={table}
          csvHref={`/merchant/insights/csv/retention-people?${new URLSearchParams(cell)}`}
        />
      </Panel>
      <NextPage
        path={path}
        params={{ ...cell, cursor }}
        nextCursor={nextCursor}
        labels={{ next: text("common.next"), first: text("common.first") }}
      />
    </>
  );
}
