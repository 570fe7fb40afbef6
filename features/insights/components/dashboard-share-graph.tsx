import Link from "next/link";
import { useTranslations } from "next-intl";
import { BarList } from "@/components/charts/bar-list";
import { TreeMap } from "@/components/charts/tree-map";
import { NextPage } from "@/components/ui/next-page";
import { Panel } from "@/components/ui/panel";
import { writeFigure } from "@/features/insights/components/board-figure";
import { BoardData, DataBehind } from "@/features/insights/components/dashboard-board-data";
import { MetricCards } from "@/features/insights/components/dashboard-metric-card";
import {
  shareTreeFigures,
  type TreeMetric,
} from "@/features/insights/components/share-tree-figures";
import {
  shareHopTable,
  sharePeopleTable,
  sharePersonHref,
  sharePersonName,
} from "@/features/insights/components/share-tree-tables";
import type { ShareGraph } from "@/features/insights/queries/ask-share-graph";

const path = "/merchant/insights/share-graph";

/** A part of the share tree: its figures, its hops, and the people right below, each of whom opens further. */
export function ShareGraphPanels({ graph }: { graph: ShareGraph }) {
  const text = useTranslations("insights");
  const { people, hops, page, hasMore } = graph;
  const query = graphQuery(graph);
  const figures = shareTreeFigures(graph);
  const metrics = Object.keys(figures) as TreeMetric[];
  const title = text(graph.start.kind === "forest" ? "shareGraph.roots" : "shareGraph.below");
  return (
    <div className="grid grid-cols-1 gap-4 *:min-w-0">
      <SharePath graph={graph} />
      <MetricCards
        cards={metrics.map((metric) => ({ metric, figure: figures[metric], href: "#people" }))}
      />
      <Panel title={text("shareGraph.byHop")} hint={text("shareGraph.byHopHint")}>
        <HopBars graph={graph} />
        <DataBehind
          table={shareHopTable(hops, text)}
          csvHref={`/merchant/insights/csv/share-hops?${query}`}
        />
      </Panel>
      <div id="people">
        <Panel title={title} hint={text("shareGraph.belowHint")}>
          {people.length > 0 && (
            <div className="mb-4">
              <TreeMap label={title} items={people.map((person) => boxOf(person, text))} />
            </div>
          )}
          <BoardData
            table={sharePeopleTable(people, text, title)}
            csvHref={`/merchant/insights/csv/share-people?${query}`}
          />
          <NextPage
            path={path}
            params={{
              ...Object.fromEntries(new URLSearchParams(query)),
              cursor: page > 0 ? String(page) : undefined,
            }}
            nextCursor={hasMore ? String(page + 1) : null}
            labels={{ next: text("shareGraph.next"), first: text("shareGraph.first") }}
          />
        </Panel>
      </div>
    </div>
  );
}

/** The address of the same part of the tree. */
function graphQuery({ start }: ShareGraph): string {
  if (start.kind === "person") return `person=${start.person.personId}`;
  return start.kind === "link" ? `link=${start.link.linkId}` : "";
}

function boxOf(person: ShareGraph["people"][number], text: (key: string) => string) {
  return {
    key: person.personId,
    label: sharePersonName(person, text),
    // Themselves too: whoever has nobody below is still to be seen.
    size: person.belowPeople + 1,
    value: writeFigure({ unit: "count", value: person.belowPeople }),
    href: sharePersonHref(person.personId),
  };
}

function HopBars({ graph: { hops } }: { graph: ShareGraph }) {
  const text = useTranslations("insights");
  if (hops.length === 0)
    return <p className="text-sm text-ink-faint">{text("shareGraph.empty")}</p>;
  return (
    <BarList
      label={text("shareGraph.byHop")}
      items={hops.map(({ hop, people, orders, netFen }) => ({
        key: String(hop),
        label: text("shareGraph.hopName", { hop }),
        size: people,
        value: text("shareGraph.hopValue", {
          people,
          orders,
          yuan: writeFigure({ unit: "fen", value: netFen }),
        }),
      }))}
    />
  );
}

/** From the root down to where the picture begins, each step a link. */
function SharePath({ graph: { start, path: above } }: { graph: ShareGraph }) {
  const text = useTranslations("insights");
  if (start.kind === "forest") return null;
  const end =
    start.kind === "person"
      ? sharePersonName(start.person, text)
      : text("shareGraph.linkName", {
          code: start.link.code,
          channel: text(`channel.${start.link.channel}`),
        });
  return (
    <nav aria-label={text("shareGraph.path")} className="text-sm">
      <ol className="flex flex-wrap gap-x-2 gap-y-1">
        <li>
          <Link href={path} className="text-leaf hover:underline">
            {text("shareGraph.forest")}
          </Link>
        </li>
        {above.map(({ personId, name }) => (
          <li key={personId}>
            <span aria-hidden="true">› </span>
            <Link href={sharePersonHref(personId)} className="text-leaf hover:underline">
              {name || text("shareGraph.unnamed")}
            </Link>
          </li>
        ))}
        <li aria-current="page" className="font-medium">
          <span aria-hidden="true">› </span>
          {end}
        </li>
      </ol>
    </nav>
  );
}
