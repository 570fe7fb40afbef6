import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import {
  saveFreightAction,
  savePolicyAction,
  saveProfileAction,
  saveRetentionAction,
  saveWechatAction,
  testWechatAction,
} from "@/app/merchant/(desk)/settings/settings-actions";
import { Badge } from "@/components/ui/badge";
import { buttonLook } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { FreightForm } from "@/features/catalogue/components/dashboard-freight-form";
import { listFreightTemplates } from "@/features/catalogue/queries/list-freight-templates";
import { RetentionForm } from "@/features/events/components/dashboard-retention-form";
import { getEventRetention } from "@/features/events/queries/get-event-retention";
import { PolicyForm } from "@/features/merchants/components/dashboard-policy-form";
import { ProfileForm } from "@/features/merchants/components/dashboard-profile-form";
import { WechatForm } from "@/features/merchants/components/dashboard-wechat-form";
import { getPolicy } from "@/features/merchants/queries/get-policy";
import { getProfile } from "@/features/merchants/queries/get-profile";
import { getWechatSettings } from "@/features/merchants/queries/get-wechat-settings";
import { listHosts } from "@/features/merchants/queries/list-hosts";
import { requireStaff } from "@/features/staff/gate";
import { hasSteppedUp } from "@/features/staff/queries/has-stepped-up";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

export default async function SettingsPage() {
  const { merchantId, sessionId } = await requireStaff("settings.write");
  const text = await getTranslations("settings");
  const { profile, policy, wechat, hosts, freight, months, isSteppedUp } = await inMerchant(
    merchantId,
    async (tx) => ({
      profile: await getProfile(tx, merchantId),
      policy: await getPolicy(tx, merchantId),
      wechat: await getWechatSettings(tx, { merchantId }),
      hosts: await listHosts(tx, { merchantId }),
      freight: await listFreightTemplates(tx, { merchantId }),
      months: await getEventRetention(tx, { merchantId }),
      isSteppedUp: await hasSteppedUp(tx, { merchantId, sessionId, now: systemClock() }),
    }),
  );
  return (
    <>
      <PageHeading title={text("title")}>
        <Link href="/merchant/settings/payouts" className={buttonLook()}>
          {text("payouts")}
        </Link>
        <Link href="/merchant/settings/notifications" className={buttonLook()}>
          {text("notifications")}
        </Link>
      </PageHeading>
      <div className="grid gap-4">
        <Panel title={text("profileTitle")} hint={text("profileHint")}>
          <ProfileForm profile={profile} save={saveProfileAction} />
        </Panel>
        <div id="policy">
          <Panel title={text("policyTitle")} hint={text("policyHint")}>
            <PolicyForm key={policy.version} policy={policy} save={savePolicyAction} />
          </Panel>
        </div>
        <Panel title={text("freightTitle")} hint={text("freightHint")}>
          <div className="grid gap-6">
            {freight.map((template) => (
              <FreightForm
                key={template.id}
                template={template}
                save={saveFreightAction.bind(null, template.id)}
              />
            ))}
            <details>
              <summary className="cursor-pointer text-sm text-leaf">{text("newFreight")}</summary>
              <div className="mt-3">
                <FreightForm
                  key={freight.length}
                  template={null}
                  save={saveFreightAction.bind(null, null)}
                />
              </div>
            </details>
          </div>
        </Panel>
        <Panel title={text("retentionTitle")} hint={text("retentionHint")}>
          <RetentionForm key={months} months={months} save={saveRetentionAction} />
        </Panel>
        <Panel title={text("wechatTitle")} hint={text("wechatHint")}>
          <WechatForm
            settings={wechat}
            save={saveWechatAction}
            test={testWechatAction}
            isSteppedUp={isSteppedUp}
          />
        </Panel>
        <Panel title={text("hosts")} hint={text("hostsHint")}>
          <ul className="grid gap-1 text-sm">
            {hosts.map(({ host, isPrimary }) => (
              <li key={host}>
                {host} {isPrimary && <Badge tone="ok">{text("primary")}</Badge>}
              </li>
            ))}
          </ul>
        </Panel>
      </div>
    </>
  );
}
