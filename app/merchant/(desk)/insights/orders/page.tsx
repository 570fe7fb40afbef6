import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LinkTabs } from "@/components/ui/link-tabs";
import { findOrderList, ORDER_LIST_NAMES } from "@/domain/metrics/order-lists";
import { ordersTable } from "@/features/insights/components/behind-tables";
import { channelNames } from "@/features/insights/components/channel-names";
import { BehindList } from "@/features/insights/components/dashboard-behind-list";
import { listHref } from "@/features/insights/components/list-behind";
import { listOrdersBehind } from "@/features/insights/queries/list-orders-behind";
import { listSliceChoices } from "@/features/insights/queries/list-slice-choices";
import { readListHead } from "@/features/insights/queries/read-list-head";
import { readBoardRequest } from "@/features/insights/schema";
import { requireStaff } from "@/features/staff/gate";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

const limit = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights.board.orders"))("name") };
}

export default async function OrdersBehindPage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId } = await requireStaff("insights.read");
  const insight = await getTranslations("insights");
  const values = await searchValues(searchParams);
  const request = readBoardRequest(values, systemClock());
  const list = findOrderList(values.list ?? "sale");
  if (!list) notFound();
  const { cursor } = values;
  const behind = { page: "orders", list } as const;
  const { shown, choices } = await inMerchant(merchantId, async (tx) => {
    const asked = { merchantId, list, cursor, limit };
    const page = request.ok && (await listOrdersBehind(tx, { ...asked, ...request }));
    return {
      shown: page
        ? {
            head: await readListHead(tx, { merchantId, behind, request }),
            table: ordersTable(page.rows, list, insight, channelNames(insight)),
            nextCursor: page.nextCursor,
          }
        : null,
      choices: await listSliceChoices(tx, { merchantId, request }),
    };
  });
  const tabs = (
    <LinkTabs
      label={insight("behind.lists")}
      tabs={ORDER_LIST_NAMES.map((one) => ({
        href: listHref({ page: "orders", list: one }, request.typed),
        label: insight(`behind.list.${one}`),
        isCurrent: one === list,
      }))}
    />
  );
  return <BehindList {...{ behind, request, choices, cursor, shown, tabs }} />;
}
