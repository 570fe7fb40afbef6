import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeading } from "@/components/ui/page-heading";
import { PrintButton } from "@/components/ui/print-button";
import { narrowedBy, ORDER_PARTS, onlyParts } from "@/features/insights/components/board-parts";
import { channelNames } from "@/features/insights/components/channel-names";
import { BoardPicker } from "@/features/insights/components/dashboard-board-picker";
import { PartAsked } from "@/features/insights/components/dashboard-part-asked";
import { RfmBoardPanels } from "@/features/insights/components/dashboard-rfm-board";
import { askRfmBoard } from "@/features/insights/queries/ask-rfm-board";
import { listSliceChoices } from "@/features/insights/queries/list-slice-choices";
import { namePart } from "@/features/insights/queries/name-part";
import { readBoardRequest, readSlice } from "@/features/insights/schema";
import { requireStaff } from "@/features/staff/gate";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

const wholeShop = { kind: "all", key: "" } as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights.board.rfm"))("name") };
}

/** Without a window: its days are the trailing 365 by definition. */
export default async function RfmPage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId } = await requireStaff("insights.read");
  const text = await getTranslations("insights");
  const { slice: typed = "" } = narrowedBy(ORDER_PARTS, await searchValues(searchParams));
  const request = readBoardRequest({ slice: typed }, systemClock());
  const slice = readSlice(typed) ?? wholeShop;
  const { board, choices, name } = await inMerchant(merchantId, async (tx) => ({
    board: await askRfmBoard(tx, { merchantId, slice }),
    choices: onlyParts(ORDER_PARTS, await listSliceChoices(tx, { merchantId, request })),
    name: await namePart(tx, { merchantId, slice }),
  }));
  const channel = channelNames(text);
  const named = {
    ...choices,
    channel: choices.channel.map(({ key }) => ({ key, name: channel(key) })),
  };
  return (
    <>
      <PageHeading
        title={text("board.rfm.name")}
        back={{ href: "/merchant/insights", label: text("title") }}
        hint={text("board.rfm.hint")}
      >
        <PrintButton>{text("print")}</PrintButton>
      </PageHeading>
      <BoardPicker typed={request.typed} choices={named} isCompared={false} isWindowed={false} />
      <PartAsked slice={slice} name={name} />
      <RfmBoardPanels board={board} />
    </>
  );
}
