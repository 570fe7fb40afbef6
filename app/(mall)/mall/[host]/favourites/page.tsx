import type { Metadata } from "next";
import { ButtonLink } from "@/components/phone/button";
import { EmptyState } from "@/components/phone/empty-state";
import { PageHeader } from "@/components/phone/page-header";
import { PageShell } from "@/components/phone/page-shell";
import { ReloadOnReturn } from "@/components/phone/reload-on-return";
import { ProductGrid } from "@/features/catalogue/components/product-grid";
import { currentVisitor } from "@/features/customers/gate";
import { PageEvents } from "@/features/events/components/page-events";
import { listFavourites } from "@/features/favourites/queries/list-favourites";
import { requireMerchant } from "@/features/merchants/gate";
import { inMerchant } from "@/lib/db/in-merchant";
import { mallText } from "@/lib/i18n/mall-text";

export const metadata: Metadata = {
  title: mallText("mall.favourites.title"),
  robots: { index: false },
};

export default async function FavouritesPage({ params }: { params: Promise<{ host: string }> }) {
  const scope = await requireMerchant((await params).host);
  const { merchantId, visitorId, customerId } = await currentVisitor(scope);
  const products = visitorId
    ? await inMerchant(merchantId, (tx) =>
        listFavourites(tx, { merchantId, visitorId, customerId }),
      )
    : [];
  return (
    <PageShell
      header={<PageHeader title={mallText("mall.favourites.title")} backHref="/me" />}
      className="gutter pt-4"
    >
      <ReloadOnReturn />
      <PageEvents />
      {products.length === 0 ? (
        <EmptyState
          icon="heart"
          title={mallText("mall.favourites.empty")}
          hint={mallText("mall.favourites.empty_hint")}
        >
          <ButtonLink href="/">{mallText("mall.cart.to_shop")}</ButtonLink>
        </EmptyState>
      ) : (
        <ProductGrid products={products} eager={4} />
      )}
    </PageShell>
  );
}
