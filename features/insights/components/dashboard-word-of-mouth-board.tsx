import { useTranslations } from "next-intl";
import { BarList } from "@/components/charts/bar-list";
import { LineChart } from "@/components/charts/line-chart";
import { seriesColors } from "@/components/charts/series-colors";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { ratioBps } from "@/domain/metrics/compare";
import { measureVoice, type VoiceMetric } from "@/domain/metrics/voice";
import { BoardData, DataBehind } from "@/features/insights/components/dashboard-board-data";
import { MetricCards } from "@/features/insights/components/dashboard-metric-card";
import {
  npsBehind,
  ordersBehind,
  reviewsBehind,
  voiceBehind,
} from "@/features/insights/components/voice-behind";
import {
  metricsOf,
  npsGroups,
  npsTable,
  productStarsTable,
  starsTable,
  voicePeriodTable,
} from "@/features/insights/components/voice-tables";
import type { WordOfMouthBoard } from "@/features/insights/queries/ask-word-of-mouth-board";
import { boardQuery, type ReadBoard } from "@/features/insights/schema";
import { formatBps } from "@/lib/i18n/format-bps";

type Props = { board: WordOfMouthBoard; request: ReadBoard };

const csv = "/merchant/insights/csv";

/** Board 11: whether people recommend the shop, what they say of it, and what went wrong. */
export function WordOfMouthPanels({ board, request }: Props) {
  const text = useTranslations("insights");
  const query = boardQuery(request.typed);
  const card = (metric: VoiceMetric) => ({
    metric,
    figure: measureVoice(metric, board.current),
    before: board.before ? measureVoice(metric, board.before) : undefined,
    href: voiceBehind(metric, request),
  });
  const overdue = {
    metric: "overdueShipments",
    figure: { unit: "count", value: board.overdue },
    href: ordersBehind(request, "overdue"),
  } as const;
  return (
    <>
      {!board.knowsOrders && <Notice tone="info">{text("voice.reviewsOnly")}</Notice>}
      <MetricCards
        cards={[...metricsOf(board).map(card), ...(board.overdue === null ? [] : [overdue])]}
      />
      <div className={`grid items-start gap-4 ${board.knowsOrders ? "lg:grid-cols-2" : ""}`}>
        {board.knowsOrders && <NpsPanel board={board} request={request} />}
        <StarsPanel board={board} request={request} />
      </div>
      <Panel title={text("voice.overTime")} hint={text("voice.overTimeHint")}>
        <RateChart board={board} />
        <DataBehind
          table={voicePeriodTable(board, text, request.typed)}
          csvHref={`${csv}/voice-periods?${query}`}
        />
      </Panel>
      {board.products && (
        <Panel title={text("voice.byProduct")} hint={text("voice.byProductHint")}>
          <BoardData
            table={productStarsTable(board, text, (productId) =>
              reviewsBehind(request, { productId }),
            )}
            csvHref={`${csv}/voice-products?${query}`}
          />
        </Panel>
      )}
    </>
  );
}

function NpsPanel({ board, request }: Props) {
  const text = useTranslations("insights");
  const { answers, groups } = npsGroups(board.current);
  return (
    <Panel title={text("voice.npsGroups")} hint={text("voice.npsHint", { answers })}>
      {answers === 0 ? (
        <p className="text-sm text-ink-faint">{text("voice.noAnswers")}</p>
      ) : (
        <BarList
          label={text("voice.npsGroups")}
          items={groups.map(({ group, people }) => ({
            key: group,
            label: text(`voice.group.${group}`),
            size: people,
            value: text("voice.partOf", {
              count: people,
              share: formatBps(ratioBps(people, answers)),
            }),
            href: npsBehind(request, group),
          }))}
        />
      )}
      <DataBehind
        table={npsTable(board, text)}
        csvHref={`${csv}/voice-nps?${boardQuery(request.typed)}`}
      />
    </Panel>
  );
}

function StarsPanel({ board, request }: Props) {
  const text = useTranslations("insights");
  const { stars } = board.current;
  const reviews = stars.reduce((sum, count) => sum + count, 0);
  return (
    <Panel title={text("voice.stars")} hint={text("voice.starsHint", { reviews })}>
      {reviews === 0 ? (
        <p className="text-sm text-ink-faint">{text("voice.noReviews")}</p>
      ) : (
        <BarList
          label={text("voice.stars")}
          items={[5, 4, 3, 2, 1].map((score) => {
            const count = stars[score - 1] ?? 0;
            return {
              key: String(score),
              label: text("voice.starName", { score }),
              size: count,
              value: text("voice.partOf", { count, share: formatBps(ratioBps(count, reviews)) }),
              href: reviewsBehind(request, { score: String(score) }),
            };
          })}
        />
      )}
      <DataBehind
        table={starsTable(board, text)}
        csvHref={`${csv}/voice-stars?${boardQuery(request.typed)}`}
      />
    </Panel>
  );
}

const drawn = [
  "goodReviewRate",
  "refundRate",
  "complaintRate",
  "lateShipmentRate",
] as const satisfies readonly VoiceMetric[];

/** What is not defined in a period leaves a gap: it was not 0. */
function RateChart({ board }: { board: WordOfMouthBoard }) {
  const text = useTranslations("insights");
  const { paidOrders, shippedOrders, stars } = board.current;
  const lines = drawn.filter((metric) => metricsOf(board).includes(metric));
  if (paidOrders + shippedOrders + stars.reduce((sum, count) => sum + count, 0) === 0) {
    return <p className="text-sm text-ink-faint">{text("emptyTable")}</p>;
  }
  return (
    <LineChart
      label={text("voice.overTime")}
      unit="bps"
      lines={lines.map((metric, at) => ({
        key: metric,
        label: text(`metric.${metric}.title`),
        color: seriesColors[at] ?? seriesColors[0],
        isDashed: at % 2 === 1,
      }))}
      rows={board.periods.map(({ period, voice }) => ({
        name: board.unit === "day" ? period.key.slice(5) : period.key,
        ...Object.fromEntries(
          lines.map((metric) => {
            const { value } = measureVoice(metric, voice);
            return [metric, value === null ? null : Number(value)];
          }),
        ),
      }))}
    />
  );
}
