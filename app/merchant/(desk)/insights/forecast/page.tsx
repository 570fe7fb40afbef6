import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { saveForecastAction } from "@/app/merchant/(desk)/insights/forecast/forecast-action";
import { PageHeading } from "@/components/ui/page-heading";
import { PrintButton } from "@/components/ui/print-button";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { windowDays } from "@/domain/metrics/window";
import { readForecastDays, readForecastRequest } from "@/features/forecasts/schema";
import { ForecastPanels } from "@/features/insights/components/dashboard-forecast-board";
import { askForecastBoard } from "@/features/insights/queries/ask-forecast-board";
import { requireStaff } from "@/features/staff/gate";
import { can } from "@/features/staff/schema";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights.board.forecast"))("name") };
}

export default async function ForecastPage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId, role } = await requireStaff("insights.read");
  const text = await getTranslations("insights");
  const values = await searchValues(searchParams);
  const now = systemClock();
  const today = shanghaiDay(now);
  const asked = readForecastDays(values, today);
  const days = asked.ok ? windowDays(asked.window) : undefined;
  const board = await inMerchant(merchantId, (tx) =>
    askForecastBoard(tx, { merchantId, now, ...(days ? { days } : {}) }),
  );
  return (
    <>
      <PageHeading
        title={text("board.forecast.name")}
        back={{ href: "/merchant/insights", label: text("title") }}
        hint={text("board.forecast.hint")}
      >
        <PrintButton>{text("print")}</PrintButton>
      </PageHeading>
      <ForecastPanels
        board={board}
        request={readForecastRequest(values, board.measured.plan, today)}
        save={can(role, "forecast.write") ? saveForecastAction : undefined}
      />
    </>
  );
}
