import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { savePayoutPolicyAction } from "@/app/merchant/(desk)/settings/payouts/payout-policy-action";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { PayoutPolicyForm } from "@/features/merchants/components/dashboard-payout-policy-form";
import { getPolicy } from "@/features/merchants/queries/get-policy";
import { requireStaff } from "@/features/staff/gate";
import { hasSteppedUp } from "@/features/staff/queries/has-stepped-up";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("payouts.policy"))("title") };
}

export default async function PayoutPolicyPage() {
  const { merchantId, sessionId } = await requireStaff("settings.write");
  const text = await getTranslations();
  const { policy, isSteppedUp } = await inMerchant(merchantId, async (tx) => ({
    policy: await getPolicy(tx, merchantId),
    isSteppedUp: await hasSteppedUp(tx, { merchantId, sessionId, now: systemClock() }),
  }));
  return (
    <>
      <PageHeading
        title={text("payouts.policy.title")}
        back={{ href: "/merchant/settings", label: text("settings.title") }}
        hint={text("payouts.policy.hint")}
      />
      <Panel>
        <PayoutPolicyForm
          key={policy.version}
          policy={policy}
          save={savePayoutPolicyAction}
          isSteppedUp={isSteppedUp}
        />
      </Panel>
    </>
  );
}
