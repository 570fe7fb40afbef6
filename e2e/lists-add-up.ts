import { ACT_LIST_NAMES, isPersonActList } from "@/domain/metrics/act-lists";
import { divideToNearest } from "@/domain/metrics/divide-to-nearest";
import { knownMeasures } from "@/domain/metrics/known-measures";
import type { Measures, People } from "@/domain/metrics/measures";
import { measure } from "@/domain/metrics/metric-list";
import { ORDER_LIST_NAMES, ORDER_LISTS } from "@/domain/metrics/order-lists";
import { PEOPLE_LISTS } from "@/domain/metrics/people-lists";
import type { DayWindow } from "@/domain/metrics/window";
import { listActsBehind } from "@/features/insights/queries/list-acts-behind";
import { listLinksBehind } from "@/features/insights/queries/list-links-behind";
import { listOrdersBehind } from "@/features/insights/queries/list-orders-behind";
import { listPeopleBehind } from "@/features/insights/queries/list-people-behind";
import { type Activity, readActivity } from "@/features/insights/queries/read-activity";
import { readMeasures } from "@/features/insights/queries/read-measures";
import type { Slice } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

type Asked = { merchantId: string; window: DayWindow; slice: Slice };

/** Where the rows of a list do not add up to the figure of the boards; empty where all lists do. */
export async function findListsAmiss(tx: MerchantTx, asked: Asked): Promise<unknown[]> {
  const [measures] = await readMeasures(tx, { ...asked, windows: [asked.window] });
  if (!measures) throw new Error("no measures");
  return [
    ...(await addUpOrders(tx, asked, measures)),
    ...(await addUpActs(tx, asked, measures)),
    ...(await countPeople(tx, asked, measures)),
  ];
}

/** Every page of a list, two rows at a time, so that the pages are tried too. */
export async function readAll<Row>(
  read: (cursor: string | undefined) => Promise<{ rows: Row[]; nextCursor: string | null }>,
): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    rows.push(...page.rows);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return rows;
}

/** What the rows of each list of orders add up to, column by column, beside the figure that opens to it. */
async function addUpOrders(
  tx: MerchantTx,
  { merchantId, window, slice }: Asked,
  measures: Measures,
) {
  const differing: unknown[] = [];
  for (const list of ORDER_LIST_NAMES.filter((one) => one !== "newBuyers")) {
    const rows = await readAll((cursor) =>
      listOrdersBehind(tx, { merchantId, window, slice, list, cursor, limit: 2 }),
    );
    for (const metric of ORDER_LISTS[list].columns) {
      const sum = rows.reduce(
        (all, { figures }) => all + BigInt(measure(metric, knownMeasures(figures)).value ?? 0),
        0n,
      );
      const figure = BigInt(measure(metric, measures).value ?? 0);
      if (sum !== figure) differing.push({ slice, list, metric, sum, figure });
    }
    const { orders, refunds } = measures.figures;
    const goods = ORDER_LISTS[list].of === "lines";
    const counted = { sales: orders, refunds, both: orders + refunds }[ORDER_LISTS[list].rows];
    if (goods && rows.length !== counted) differing.push({ slice, list, rows: rows.length });
  }
  return differing;
}

/** The same for acts and for share links. */
async function addUpActs(tx: MerchantTx, { merchantId, window, slice }: Asked, measures: Measures) {
  const differing: unknown[] = [];
  for (const list of ACT_LIST_NAMES) {
    const timesOf = isPersonActList(list)
      ? await readAll((cursor) =>
          listActsBehind(tx, { merchantId, window, slice, list, cursor, limit: 2 }),
        ).then((rows) => rows.map(({ times }) => times))
      : await readAll((cursor) =>
          listLinksBehind(tx, { merchantId, window, slice, list, cursor, limit: 2 }),
        ).then((rows) =>
          rows.map((row) => ({ clicks: row.clicks, openings: row.openings, openedLinks: 1 })[list]),
        );
    const sum = timesOf.reduce((all, times) => all + times, 0);
    const figure = Number(measure(list, measures).value ?? 0);
    if (sum !== figure) differing.push({ slice, list, sum, figure });
  }
  return differing;
}

/** How many people each list of people holds, beside the figure that opens to it. */
async function countPeople(
  tx: MerchantTx,
  { merchantId, window, slice }: Asked,
  measures: Measures,
) {
  const differing: unknown[] = [];
  const activity = await readActivity(tx, { merchantId, slice }, window);
  for (const list of PEOPLE_LISTS) {
    const rows = await readAll((cursor) =>
      listPeopleBehind(tx, { merchantId, window, slice, list, cursor, limit: 2 }),
    );
    const figure =
      list === "knownPeople"
        ? activity.known
        : { ...measures.people, ...activity }[list as keyof (People & Activity)];
    if (rows.length !== figure) differing.push({ slice, list, people: rows.length, figure });
    const days = rows.reduce((sum, one) => sum + one.days, 0);
    const daily = BigInt(activity.activeDaysTenths ?? 0n);
    const isMean = divideToNearest(BigInt(days) * 10n, BigInt(rows.length)) ?? 0n;
    if (list === "actives" && isMean !== daily) differing.push({ slice, list, days, daily });
  }
  return differing;
}
