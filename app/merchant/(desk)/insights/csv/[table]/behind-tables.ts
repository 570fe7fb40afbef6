import { readActsTable } from "@/app/merchant/(desk)/insights/acts/read-acts-table";
import { type BoardTables, mostRows } from "@/app/merchant/(desk)/insights/csv/[table]/read-table";
import { readRepurchaseTable } from "@/app/merchant/(desk)/insights/repurchase/read-repurchase-table";
import { findActList } from "@/domain/metrics/act-lists";
import { findOrderList } from "@/domain/metrics/order-lists";
import { findPeopleList } from "@/domain/metrics/people-lists";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { ordersTable, peopleTable } from "@/features/insights/components/behind-tables";
import { channelNames } from "@/features/insights/components/channel-names";
import { broughtTable } from "@/features/insights/components/people-behind-tables";
import { listBroughtPeople } from "@/features/insights/queries/list-brought-people";
import { listOrdersBehind } from "@/features/insights/queries/list-orders-behind";
import { listPeopleBehind } from "@/features/insights/queries/list-people-behind";
import { readBroughtPart } from "@/features/insights/queries/read-brought-part";
import { readWithin } from "@/features/insights/queries/read-within";

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
  brought: {
    read: async (tx, { merchantId, request, values, text }) => {
      const part = readBroughtPart(values) ?? { by: "all" };
      const ask = { merchantId, window: request.window, part, limit: mostRows };
      return broughtTable((await listBroughtPeople(tx, ask)).rows, "", text);
    },
  },
  "repurchase-people": {
    read: async (tx, { merchantId, request, values, now, text }) => {
      const within = readWithin(values.within) ?? null;
      const list =
        values.list === "gaps" ? { by: "gaps" as const } : { by: "buyers" as const, within };
      const today = shanghaiDay(now);
      const ask = { merchantId, window: request.window, today, list, limit: mostRows };
      return (await readRepurchaseTable(tx, ask, text)).table;
    },
  },
};
