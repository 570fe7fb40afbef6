import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { saveAnalyticsSettingAction } from "@/app/merchant/(desk)/insights/settings/analytics-setting-action";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { AnalyticsSettingForm } from "@/features/insights/components/dashboard-analytics-setting-form";
import { getAnalyticsSetting } from "@/features/insights/queries/get-analytics-setting";
import { requireStaff } from "@/features/staff/gate";
import { inMerchant } from "@/lib/db/in-merchant";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights.setting"))("title") };
}

export default async function AnalyticsSettingPage() {
  const { merchantId } = await requireStaff("settings.write");
  const text = await getTranslations("insights");
  const setting = await inMerchant(merchantId, (tx) => getAnalyticsSetting(tx, { merchantId }));
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
    </>
  );
}
