import { ratioBps } from "@/domain/metrics/compare";
import type { BoardTable, InsightText } from "@/features/insights/components/board-table";
import type { ShareHopFigures } from "@/features/insights/queries/list-share-hops";
import type { SharePerson } from "@/features/insights/queries/list-share-people";

const right = { align: "right" } as const;
const wide = { ...right, wideOnly: true } as const;

/** What a person of the tree is called: a visitor nobody knows has no name. */
export function sharePersonName(
  { name, isCustomer }: Pick<SharePerson, "name" | "isCustomer">,
  text: InsightText,
): string {
  if (name) return name;
  return text(isCustomer ? "shareGraph.unnamed" : "shareGraph.visitor");
}

/** The part of the tree that begins at a person. */
export function sharePersonHref(personId: string): string {
  return `/merchant/insights/share-graph?person=${personId}`;
}

/** The part of the tree that a share link brought. */
export function shareLinkHref(linkId: string): string {
  return `/merchant/insights/share-graph?link=${linkId}`;
}

/** People of the tree with everything below them. */
export function sharePeopleTable(
  people: readonly SharePerson[],
  text: InsightText,
  caption: string,
): BoardTable {
  const count = (value: number) => ({ unit: "count", value }) as const;
  return {
    caption,
    columns: [
      { key: "name", label: text("shareGraph.person") },
      { key: "children", label: text("shareGraph.children"), ...right },
      { key: "people", label: text("metric.treePeople.title"), ...right },
      { key: "depth", label: text("metric.treeDepth.title"), ...wide },
      { key: "orders", label: text("metric.treeOrders.title"), ...wide },
      { key: "sales", label: text("metric.treeSales.title"), ...right },
      { key: "ownOrders", label: text("shareGraph.ownOrders"), ...wide },
      { key: "ownSales", label: text("shareGraph.ownSales"), ...wide },
    ],
    rows: people.map((person) => ({
      key: person.personId,
      cells: {
        name: { of: sharePersonName(person, text), href: sharePersonHref(person.personId) },
        children: count(person.children),
        people: count(person.belowPeople),
        depth: count(person.belowHops),
        orders: count(person.belowOrders),
        sales: { unit: "fen", value: person.belowFen },
        ownOrders: count(person.orders),
        ownSales: { unit: "fen", value: person.netFen },
      },
    })),
  };
}

/** What lies below, hop by hop. */
export function shareHopTable(hops: readonly ShareHopFigures[], text: InsightText): BoardTable {
  return {
    caption: text("shareGraph.byHop"),
    columns: [
      { key: "hop", label: text("shareGraph.hop") },
      { key: "people", label: text("shareGraph.people"), ...right },
      { key: "sharers", label: text("shareGraph.sharers"), ...right },
      { key: "reshare", label: text("metric.treeReshareRate.title"), ...right },
      { key: "orders", label: text("metric.paidOrders.title"), ...right },
      { key: "sales", label: text("metric.netSales.title"), ...right },
    ],
    rows: hops.map(({ hop, people, sharers, orders, netFen }) => ({
      key: String(hop),
      cells: {
        hop: text("shareGraph.hopName", { hop }),
        people: { unit: "count", value: people },
        sharers: { unit: "count", value: sharers },
        reshare: { unit: "bps", value: ratioBps(sharers, people) },
        orders: { unit: "count", value: orders },
        sales: { unit: "fen", value: netFen },
      },
    })),
  };
}
