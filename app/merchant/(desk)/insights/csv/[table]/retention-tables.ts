import {
  type AskTable,
  type BoardTables,
  mostRows,
} from "@/app/merchant/(desk)/insights/csv/[table]/read-table";
import {
  cohortPeopleTable,
  curveTable,
  retentionTable,
} from "@/features/insights/components/retention-tables";
import {
  askRetentionBoard,
  type RetentionBoard,
} from "@/features/insights/queries/ask-retention-board";
import { listCohortPeople } from "@/features/insights/queries/list-cohort-people";
import { readCohortQuestion } from "@/features/insights/queries/read-cohort-question";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** What the board of retention shows. */
export const retentionTables: BoardTables = {
  retention: {
    read: async (tx, ask) => retentionTable(await retention(tx, ask), ask.text),
  },
  "retention-curve": {
    read: async (tx, ask) => curveTable(await retention(tx, ask), ask.text),
  },
  "retention-people": {
    read: async (tx, { merchantId, values, now, text }) => {
      const question = readCohortQuestion(values, now);
      if (!question) return { caption: "", columns: [], rows: [] };
      const asked = { merchantId, ...question, limit: mostRows };
      return cohortPeopleTable((await listCohortPeople(tx, asked)).rows, question, text);
    },
  },
};

async function retention(tx: MerchantTx, ask: AskTable): Promise<RetentionBoard> {
  const { basis, unit } = ask.values;
  return askRetentionBoard(tx, { ...ask, basis, unit });
}
