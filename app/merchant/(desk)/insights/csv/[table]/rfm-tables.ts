import type { AskTable, BoardTables } from "@/app/merchant/(desk)/insights/csv/[table]/read-table";
import { findRfmSegment } from "@/domain/metrics/rfm";
import { ORDER_PARTS } from "@/features/insights/components/board-parts";
import {
  findRfmBefore,
  rfmCustomerTable,
  rfmMoveTable,
  rfmSegmentTable,
} from "@/features/insights/components/rfm-tables";
import { askRfmBoard, type RfmBoard } from "@/features/insights/queries/ask-rfm-board";
import { listRfmCustomers } from "@/features/insights/queries/list-rfm-customers";
import type { Slice } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** More than other files: a segment cannot be asked for a shorter window, and cut off it is none. */
const mostCustomers = 200_000;

/** What the board of RFM shows. */
export const rfmTables: BoardTables = {
  "rfm-segments": {
    read: async (tx, ask) => rfmSegmentTable(await rfm(tx, ask), ask.text),
  },
  "rfm-moves": {
    read: async (tx, ask) => rfmMoveTable(await rfm(tx, ask), ask.text),
  },
  "rfm-customers": {
    rows: mostCustomers,
    read: async (tx, { merchantId, request, values, text }) => {
      const slice = ofOrders(request.slice);
      const segment = findRfmSegment(values.segment);
      const before = findRfmBefore(values.before);
      const isUnknown = (values.segment && !segment) || (values.before && !before);
      if (isUnknown) return { caption: "", columns: [], rows: [] };
      const asked = { merchantId, slice, segment, before, limit: mostCustomers + 1 };
      return rfmCustomerTable((await listRfmCustomers(tx, asked)).rows, segment, text);
    },
  },
};

function rfm(tx: MerchantTx, { merchantId, request }: AskTable): Promise<RfmBoard> {
  return askRfmBoard(tx, { merchantId, slice: ofOrders(request.slice) });
}

/** Customers stand in the parts that their last order lies in, and in no others. */
function ofOrders(slice: Slice): Slice {
  const isOfOrders = ORDER_PARTS.some((kind) => kind === slice.kind);
  return isOfOrders ? slice : { kind: "all", key: "" };
}
