import type { BoardTables } from "@/app/merchant/(desk)/insights/csv/[table]/read-table";
import { findRfmSegment } from "@/domain/metrics/rfm";
import {
  findRfmBefore,
  rfmCustomerTable,
  rfmMoveTable,
  rfmSegmentTable,
} from "@/features/insights/components/rfm-tables";
import { askRfmBoard } from "@/features/insights/queries/ask-rfm-board";
import { listRfmCustomers } from "@/features/insights/queries/list-rfm-customers";

/** More than other files: a segment cannot be asked for a shorter window, and cut off it is none. */
const mostCustomers = 200_000;

/** What the board of RFM shows. */
export const rfmTables: BoardTables = {
  "rfm-segments": {
    read: async (tx, ask) => rfmSegmentTable(await askRfmBoard(tx, ask), ask.text),
  },
  "rfm-moves": {
    read: async (tx, ask) => rfmMoveTable(await askRfmBoard(tx, ask), ask.text),
  },
  "rfm-customers": {
    rows: mostCustomers,
    read: async (tx, { merchantId, values, text }) => {
      const segment = findRfmSegment(values.segment);
      const before = findRfmBefore(values.before);
      const isUnknown = (values.segment && !segment) || (values.before && !before);
      if (isUnknown) return { caption: "", columns: [], rows: [] };
      const asked = { merchantId, segment, before, limit: mostCustomers + 1 };
      return rfmCustomerTable((await listRfmCustomers(tx, asked)).rows, segment, text);
    },
  },
};
