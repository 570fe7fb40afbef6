import { readActsTable } from "@/app/merchant/(desk)/insights/acts/read-acts-table";
import { type BoardTables, mostRows } from "@/app/merchant/(desk)/insights/csv/[table]/read-table";
import { findActList } from "@/domain/metrics/act-lists";
import { findOrderList } from "@/domain/metrics/order-lists";
import { findPeopleList } from "@/domain/metrics/people-lists";
import { ordersTable, peopleTable } from "@/features/insights/components/behind-tables";
import { channelNames } from "@/features/insights/components/channel-names";
import { listOrdersBehind } from "@/features/insights/queries/list-orders-behind";
import { listPeopleBehind } from "@/features/insights/queries/list-people-behind";

/** The lists that the figures of the boards open to. */
export const behindTables: BoardTables = {
  orders: {
    read: async (tx, { merchantId, request, values, text }) => {
      const list = findOrderList(values.list ?? "") ?? "sale";
      const ask = { merchantId, list, ...request, limit: mostRows };
      return ordersTable((await listOrdersBehind(tx, ask)).rows, list, text, channelNames(text));
    },
  },
  people: {
    read: async (tx, { merchantId, request, values, text }) => {
      const list = findPeopleList(values.list ?? "") ?? "actives";
      const ask = { merchantId, list, ...request, limit: mostRows };
      return peopleTable((await listPeopleBehind(tx, ask)).rows, text);
    },
  },
  acts: {
    read: async (tx, { merchantId, request, values, text }) => {
      const list = findActList(values.list ?? "") ?? "views";
      const ask = { merchantId, list, ...request, limit: mostRows };
      return (await readActsTable(tx, ask, text)).table;
    },
  },
};
