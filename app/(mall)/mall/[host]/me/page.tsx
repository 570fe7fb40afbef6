import type { Metadata } from "next";
import { loadShop } from "@/app/(mall)/load-shop";
import { Card } from "@/components/phone/card";
import { ListRow } from "@/components/phone/list-row";
import { PageShell } from "@/components/phone/page-shell";
import { TabBar } from "@/components/phone/tab-bar";
import { ProfileCard } from "@/features/customers/components/profile-card";
import { requireCustomer } from "@/features/customers/gate";
import { getOwnProfile } from "@/features/customers/queries/get-own-profile";
import { inMerchant } from "@/lib/db/in-merchant";
import { mallText } from "@/lib/i18n/mall-text";

export const metadata: Metadata = { title: mallText("distribution.me.title") };

export default async function MePage({ params }: { params: Promise<{ host: string }> }) {
  const shop = await loadShop((await params).host);
  const { customerId } = await requireCustomer(shop, "/me");
  const { merchantId } = shop;
  const profile = await inMerchant(merchantId, (tx) =>
    getOwnProfile(tx, { merchantId, customerId }),
  );
  return (
    <PageShell bottom={<TabBar current="me" />}>
      <h1 className="sr-only">{mallText("distribution.me.title")}</h1>
      <div className="space-y-4 gutter pt-[max(1rem,env(safe-area-inset-top))]">
        <ProfileCard profile={profile} />
        <Card className="divide-y divide-line">
          <ListRow icon="receipt" href="/orders" label={mallText("distribution.me.orders")} />
          <ListRow icon="heart" href="/favourites" label={mallText("mall.favourites.title")} />
          <ListRow icon="pin" href="/addresses" label={mallText("distribution.me.addresses")} />
        </Card>
        <Card>
          <ListRow
            icon="share"
            href="/distribute"
            label={mallText("distribution.me.distribute")}
            hint={mallText("distribution.me.distributeHint")}
          />
        </Card>
        <Card>
          <ListRow
            icon="shield"
            href="/about"
            label={mallText("distribution.me.about")}
            hint={mallText("distribution.me.aboutHint")}
          />
        </Card>
      </div>
    </PageShell>
  );
}
