import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { loadShop } from "@/app/(mall)/load-shop";
import { applyAction } from "@/app/(mall)/mall/[host]/distribute/apply/apply-action";
import { Notice } from "@/components/phone/notice";
import { PageHeader } from "@/components/phone/page-header";
import { PageShell } from "@/components/phone/page-shell";
import { requireCustomer } from "@/features/customers/gate";
import { getOwnProfile } from "@/features/customers/queries/get-own-profile";
import { ApplyForm, type ApplyFormText } from "@/features/distributors/components/apply-form";
import { getOwnDistributor } from "@/features/distributors/queries/get-own-distributor";
import { inMerchant } from "@/lib/db/in-merchant";
import { mallText } from "@/lib/i18n/mall-text";

export const metadata: Metadata = { title: mallText("distribution.apply.title") };

const formText: ApplyFormText = {
  name: mallText("distribution.apply.name"),
  nameHint: mallText("distribution.apply.nameHint"),
  words: mallText("distribution.apply.words"),
  wordsHint: mallText("distribution.apply.wordsHint"),
  consent: mallText("distribution.apply.consent"),
  submit: mallText("distribution.apply.submit"),
  submitting: mallText("distribution.apply.submitting"),
  faultName: mallText("distribution.apply.faultName"),
  faultWords: mallText("distribution.apply.faultWords"),
  faultConsent: mallText("distribution.apply.faultConsent"),
  faultApplied: mallText("distribution.apply.faultApplied"),
};

export default async function ApplyPage({ params }: { params: Promise<{ host: string }> }) {
  const shop = await loadShop((await params).host);
  const customer = await requireCustomer(shop, "/distribute/apply");
  const who = { merchantId: shop.merchantId, customerId: customer.customerId };
  const { distributor, profile } = await inMerchant(shop.merchantId, async (tx) => ({
    distributor: await getOwnDistributor(tx, who),
    profile: await getOwnProfile(tx, who),
  }));
  // Whoever has an answer, or waits for one, sees it there.
  if (distributor && distributor.status !== "refused") redirect("/distribute");
  const header = <PageHeader title={mallText("distribution.apply.title")} backHref="/distribute" />;
  return (
    <PageShell header={header}>
      <div className="space-y-5 gutter pt-4">
        <Notice tone="good">{mallText("distribution.apply.free")}</Notice>
        <p className="text-ink-soft">{mallText("distribution.apply.how")}</p>
        <ApplyForm
          action={applyAction}
          text={formText}
          displayName={distributor?.displayName ?? profile.nickname.slice(0, 20)}
        />
      </div>
    </PageShell>
  );
}
