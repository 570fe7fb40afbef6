import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { tagSegmentAction } from "@/app/merchant/(desk)/insights/rfm/people/tag-segment-action";
import { LinkTabs } from "@/components/ui/link-tabs";
import { NextPage } from "@/components/ui/next-page";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { findRfmSegment } from "@/domain/metrics/rfm";
import { narrowedBy, ORDER_PARTS } from "@/features/insights/components/board-parts";
import { BoardData } from "@/features/insights/components/dashboard-board-data";
import { PartAsked } from "@/features/insights/components/dashboard-part-asked";
import { TagSegmentForm } from "@/features/insights/components/dashboard-tag-segment-form";
import {
  findRfmBefore,
  type RfmBefore,
  rfmCsvHref,
  rfmCustomerTable,
  rfmPeopleHref,
} from "@/features/insights/components/rfm-tables";
import { askRfmBoard } from "@/features/insights/queries/ask-rfm-board";
import { listRfmCustomers } from "@/features/insights/queries/list-rfm-customers";
import { namePart } from "@/features/insights/queries/name-part";
import { readSlice } from "@/features/insights/schema";
import { requireStaff } from "@/features/staff/gate";
import { can } from "@/features/staff/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { queryOf } from "@/lib/forms/query-of";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

const limit = 50;
const wholeShop = { kind: "all", key: "" } as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights.rfm"))("people") };
}

export default async function RfmPeoplePage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId, role } = await requireStaff("insights.read");
  const text = await getTranslations();
  const insight = await getTranslations("insights");
  const values = narrowedBy(ORDER_PARTS, await searchValues(searchParams));
  const { segment: named, before: namedBefore, cursor, slice: typed = "" } = values;
  const slice = readSlice(typed) ?? wholeShop;
  const segment = findRfmSegment(named);
  const before = findRfmBefore(namedBefore);
  if ((named && !segment) || (namedBefore && !before)) notFound();
  const { board, page, name } = await inMerchant(merchantId, async (tx) => ({
    board: await askRfmBoard(tx, { merchantId, slice }),
    page: await listRfmCustomers(tx, { merchantId, slice, segment, before, cursor, limit }),
    name: await namePart(tx, { merchantId, slice }),
  }));
  const tabs = [{ segment: null, customers: board.whole.customers }, ...board.segments];
  return (
    <>
      <PageHeading
        title={insight("rfm.people")}
        back={{
          href: `/merchant/insights/rfm?${queryOf({ slice: typed })}`,
          label: insight("board.rfm.name"),
        }}
        hint={insight("rfm.peopleHint")}
      />
      <LinkTabs
        label={insight("rfm.segment")}
        tabs={tabs.map((one) => ({
          href: rfmPeopleHref(slice, one.segment),
          label: insight(one.segment ? `rfm.name.${one.segment}` : "rfm.all"),
          count: Number(one.customers),
          isCurrent: one.segment === segment,
        }))}
      />
      <PartAsked slice={slice} name={name} />
      <Panel
        title={insight(segment ? `rfm.meaningOf.${segment}` : "metric.rfmCustomers.title")}
        {...(before ? { hint: insight("rfm.onlyMoved", { was: nameOf(before, insight) }) } : {})}
      >
        {page.rows.length > 0 ? (
          <BoardData
            table={rfmCustomerTable(page.rows, segment, insight)}
            csvHref={rfmCsvHref("rfm-customers", board, { segment, before })}
          />
        ) : (
          <p className="text-sm text-ink-faint">{insight("rfm.none")}</p>
        )}
      </Panel>
      {can(role, "customer.write") && page.rows.length > 0 && (
        <div className="mt-4 print:hidden">
          <Panel title={insight("rfm.tag.title")}>
            <TagSegmentForm
              tag={segment ? insight(`rfm.name.${segment}`) : ""}
              save={tagSegmentAction.bind(null, {
                segment: segment ?? "",
                before: before ?? "",
                slice: typed,
              })}
            />
          </Panel>
        </div>
      )}
      <NextPage
        path="/merchant/insights/rfm/people"
        params={{ segment: segment ?? "", before: before ?? "", slice: typed, cursor }}
        nextCursor={page.nextCursor}
        labels={{ next: text("common.next"), first: text("common.first") }}
      />
    </>
  );
}

function nameOf(
  before: RfmBefore,
  text: Awaited<ReturnType<typeof getTranslations<"insights">>>,
): string {
  return text(before === "none" ? "rfm.noSegment" : `rfm.name.${before}`);
}
