import { useTranslations } from "next-intl";
import { BarList } from "@/components/charts/bar-list";
import { LineChart } from "@/components/charts/line-chart";
import { Panel } from "@/components/ui/panel";
import type { FissionForecast } from "@/domain/forecast/fission";
import type { FissionPlan } from "@/domain/forecast/fission-plan";
import type { Figure } from "@/domain/metrics/figure";
import type { MetricName } from "@/domain/metrics/metric-list";
import { sumFen } from "@/domain/money/fen";
import { writeFigure } from "@/features/insights/components/board-figure";
import { BoardData } from "@/features/insights/components/dashboard-board-data";
import { MetricCards } from "@/features/insights/components/dashboard-metric-card";
import { MetricDefinition } from "@/features/insights/components/dashboard-metric-definition";
import { forecastHopTable } from "@/features/insights/components/forecast-tables";

const hopsId = "forecast-hops";
const fen = (value: bigint): Figure => ({ unit: "fen", value });
const count = (value: number | null): Figure => ({ unit: "count", value });

/** What a plan comes to: in sum, hop by hop, and where it breaks even. */
export function ForecastResult({
  plan,
  forecast,
  query,
}: {
  plan: FissionPlan;
  forecast: FissionForecast;
  query: string;
}) {
  const insights = useTranslations("insights");
  const text = useTranslations("insights.forecast");
  const { total, hops } = forecast;
  const figures: [MetricName, Figure][] = [
    ["forecastPeople", count(total.people)],
    ["forecastOrders", count(total.orders)],
    ["forecastSales", fen(total.salesFen)],
    ["forecastGrossProfit", fen(total.grossProfitFen)],
    ["forecastStock", count(total.stockUnits)],
    ["forecastCommission", fen(total.commissionFen)],
    ["forecastMargin", fen(forecast.marginFen)],
    ["forecastBreakEven", count(forecast.breakEven?.orders ?? null)],
  ];
  return (
    <>
      <p className="text-ink">
        {text("saidResult", {
          seeds: plan.seeds,
          hops: plan.hops,
          people: total.people,
          orders: total.orders,
          sales: writeFigure(fen(total.salesFen)),
        })}
      </p>
      <MetricCards
        cards={figures.map(([metric, figure]) => ({ metric, figure, href: `#${hopsId}` }))}
      />
      <Panel title={text("byHop")}>
        <BarList
          label={text("byHopLabel")}
          items={hops.map(({ hop, people, orders }) => ({
            key: String(hop),
            label: text("hopName", { hop }),
            size: people,
            value: text("hopValue", { people, orders }),
          }))}
        />
        <div id={hopsId} className="mt-4 scroll-mt-4">
          <BoardData
            table={forecastHopTable(forecast, insights)}
            csvHref={`/merchant/insights/csv/forecast-hops?${query}`}
          />
        </div>
      </Panel>
      <BreakEven plan={plan} forecast={forecast} />
    </>
  );
}

function BreakEven({ plan, forecast }: { plan: FissionPlan; forecast: FissionForecast }) {
  const insights = useTranslations("insights");
  const text = useTranslations("insights.forecast");
  const { hops, breakEven, breakEvenCommissionBps } = forecast;
  const short = writeFigure(fen(-forecast.marginFen));
  const rows = [0, ...hops.map(({ hop }) => hop)].map((hop) => ({
    name: hop === 0 ? text("start") : text("hopName", { hop }),
    cumulated: Number(sumFen(hops.slice(0, hop).map(({ contributionFen }) => contributionFen))),
    fixed: Number(plan.fixedCostFen),
  }));
  const at = breakEven && breakEven.hop > 0 ? text("hopName", { hop: breakEven.hop }) : null;
  return (
    <Panel
      title={insights("metric.forecastBreakEven.title")}
      corner={<MetricDefinition metric="forecastBreakEven" />}
    >
      <p className="mb-3 text-sm">
        {text(evenSentence(plan, forecast), {
          orders: writeFigure(count(breakEven?.orders ?? null)),
          hop: breakEven?.hop ?? 0,
          hops: plan.hops,
          short,
        })}{" "}
        {breakEvenCommissionBps !== null &&
          breakEvenCommissionBps > 0 &&
          text("evenRate", {
            rate: writeFigure({ unit: "bps", value: breakEvenCommissionBps }),
          })}
      </p>
      {rows.some(({ cumulated, fixed }) => cumulated !== 0 || fixed !== 0) && (
        <LineChart
          label={text("evenChart")}
          unit="fen"
          lines={[
            { key: "fixed", label: text("fixed"), color: "var(--color-series-2)", isDashed: true },
            { key: "cumulated", label: text("cumulated"), color: "var(--color-series-1)" },
          ]}
          rows={rows}
          marks={at ? [{ name: at, label: text("evenMark") }] : []}
        />
      )}
    </Panel>
  );
}

/** Which sentence says where the plan breaks even. */
function evenSentence({ fixedCostFen }: FissionPlan, forecast: FissionForecast) {
  if (fixedCostFen > 0n) return forecast.breakEven ? "even" : "evenNever";
  if (forecast.marginFen < 0n) return "evenLoses";
  return forecast.total.orders === 0 ? "evenNothing" : "evenFromStart";
}
