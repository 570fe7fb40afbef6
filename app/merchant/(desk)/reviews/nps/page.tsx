import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkTabs } from "@/components/ui/link-tabs";
import { NextPage } from "@/components/ui/next-page";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { NPS_GROUPS } from "@/domain/metrics/nps";
import { PartAsked } from "@/features/insights/components/dashboard-part-asked";
import { namePart } from "@/features/insights/queries/name-part";
import { readSlice } from "@/features/insights/schema";
import { NpsFilterBar } from "@/features/reviews/components/dashboard-nps-filter";
import { NpsTable } from "@/features/reviews/components/dashboard-nps-table";
import { listNpsAnswers } from "@/features/reviews/queries/list-nps-answers";
import { npsFilterSchema } from "@/features/reviews/schema";
import { requireStaff } from "@/features/staff/gate";
import { inMerchant } from "@/lib/db/in-merchant";
import { queryOf } from "@/lib/forms/query-of";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

const path = "/merchant/reviews/nps";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reviews.nps"))("title") };
}

export default async function NpsPage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId } = await requireStaff("reviews.read");
  const text = await getTranslations();
  const filter = npsFilterSchema.safeParse(await searchValues(searchParams)).data ?? {};
  const slice = filter.slice ? readSlice(filter.slice) : null;
  const { page, name } = await inMerchant(merchantId, async (tx) => ({
    page: await listNpsAnswers(tx, { merchantId, filter }),
    name: slice ? await namePart(tx, { merchantId, slice }) : "",
  }));
  const hrefOf = (group?: string) =>
    `${path}?${queryOf({ ...filter, cursor: undefined, group })}`.replace(/\?$/, "");
  return (
    <>
      <PageHeading
        title={text("reviews.nps.title")}
        hint={text("reviews.nps.hint")}
        back={{ href: "/merchant/reviews", label: text("reviews.title") }}
      />
      <LinkTabs
        label={text("reviews.nps.groupLabel")}
        tabs={[
          { href: hrefOf(), label: text("common.all"), isCurrent: !filter.group },
          ...NPS_GROUPS.map((group) => ({
            href: hrefOf(group),
            label: text(`reviews.nps.group.${group}`),
            isCurrent: filter.group === group,
          })),
        ]}
      />
      <NpsFilterBar filter={filter} />
      {slice && <PartAsked slice={slice} name={name} />}
      <Panel>
        <NpsTable answers={page.answers} />
      </Panel>
      <NextPage
        path={path}
        params={filter}
        nextCursor={page.nextCursor}
        labels={{ next: text("common.next"), first: text("common.first") }}
      />
    </>
  );
}
