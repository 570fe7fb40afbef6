import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import {
  recomputeDaysAction,
  saveAnalyticsSettingAction,
} from "@/app/merchant/(desk)/insights/settings/analytics-setting-action";
import { saveAnomalyThresholdsAction } from "@/app/merchant/(desk)/insights/settings/anomaly-thresholds-action";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { AnalyticsSettingForm } from "@/features/insights/components/dashboard-analytics-setting-form";
import { AnomalyThresholdsForm } from "@/features/insights/components/dashboard-anomaly-thresholds-form";
import { RecomputeForm } from "@/features/insights/components/dashboard-recompute-form";
import { getAnalyticsSetting } from "@/features/insights/queries/get-analytics-setting";
import { getAnomalySetting } from "@/features/insights/queries/get-anomaly-setting";
import { requireStaff } from "@/features/staff/gate";
import { inMerchant } from "@/lib/db/in-merchant";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights.setting"))("title") };
}

export default async function AnalyticsSettingPage() {
  const { merchantId } = await requireStaff("settings.write");
  const text = await getTranslations("insights");
  const { setting, anomalies } = await inMerchant(merchantId, async (tx) => ({
    setting: await getAnalyticsSetting(tx, { merchantId }),
    anomalies: await getAnomalySetting(tx, { merchantId }),
  }));
  return (
    <>
      <PageHeading
        title={text("setting.title")}
        back={{ href: "/merchant/insights", label: text("title") }}
        hint={text("setting.hint")}
      />
      <Panel>
        <AnalyticsSettingForm setting={setting} save={saveAnalyticsSettingAction} />
      </Panel>
      <div id="anomalies" className="mt-4">
        <Panel title={text("thresholds.title")} hint={text("thresholds.hint")}>
          <AnomalyThresholdsForm
            thresholds={anomalies.thresholds}
            save={saveAnomalyThresholdsAction}
          />
        </Panel>
      </div>
      <Panel title={text("setting.recompute")} className="mt-4">
        <RecomputeForm recompute={recomputeDaysAction} />
      </Panel>
    </>
  );
}
