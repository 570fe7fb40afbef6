import {
  type AskTable,
  type BoardTables,
  mostRows,
} from "@/app/merchant/(desk)/insights/csv/[table]/read-table";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import type { BoardTable } from "@/features/insights/components/board-table";
import { dueSpan } from "@/features/insights/components/due-span";
import {
  duePayoutsTable,
  payoutAgeTable,
  payoutDueTable,
  payoutPeriodTable,
  payoutStateTable,
} from "@/features/insights/components/payout-tables";
import { askPayoutsBoard } from "@/features/insights/queries/ask-payouts-board";
import { distributorOfPart } from "@/features/insights/queries/distributor-of-part";
import { DUE_PAYOUT_LISTS, listDuePayouts } from "@/features/payouts/queries/list-due-payouts";
import { sumOpenPayouts } from "@/features/payouts/queries/sum-open-payouts";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** The tables of the board of payouts, for those who may see the shop's money. */
export const payoutTables: BoardTables = {
  "payout-periods": {
    read: async (tx, ask) => payoutPeriodTable(await askPayoutsBoard(tx, ask), ask.text, () => ""),
    may: "finance.read",
  },
  "payout-due": {
    read: async (tx, ask) => payoutDueTable(await openNow(tx, ask), shanghaiDay(ask.now), ask.text),
    may: "finance.read",
  },
  "payout-age": {
    read: async (tx, ask) => payoutAgeTable(await openNow(tx, ask), ask.text),
    may: "finance.read",
  },
  "payout-states": {
    read: async (tx, ask) => payoutStateTable(await openNow(tx, ask), ask.text),
    may: "finance.read",
  },
  "due-payouts": { read: readDuePayouts, may: "finance.read" },
};

async function readDuePayouts(tx: MerchantTx, ask: AskTable): Promise<BoardTable> {
  const { merchantId, request, values, now, text } = ask;
  const list = DUE_PAYOUT_LISTS.find((one) => one === values.list) ?? "all";
  const span = dueSpan(request.window, now);
  const distributorId = distributorOfPart(request.slice);
  const asked = { merchantId, ...span, distributorId, list, limit: mostRows };
  const { payouts } = await listDuePayouts(tx, asked);
  return duePayoutsTable(payouts, list, text);
}

/** What is open stands for the whole shop. */
async function openNow(tx: MerchantTx, { merchantId, now }: AskTable) {
  return { open: await sumOpenPayouts(tx, { merchantId, now }) };
}
