import type { Metadata } from "next";
import { ButtonLink } from "@/components/phone/button";
import { EmptyState } from "@/components/phone/empty-state";
import { PageShell } from "@/components/phone/page-shell";
import { ReloadOnReturn } from "@/components/phone/reload-on-return";
import { TabBar } from "@/components/phone/tab-bar";
import { CartScreen } from "@/features/carts/components/cart-screen";
import { cartText } from "@/features/carts/components/cart-text";
import { getCart } from "@/features/carts/queries/get-cart";
import { currentVisitor } from "@/features/customers/gate";
import { PageEvents } from "@/features/events/components/page-events";
import { requireMerchant } from "@/features/merchants/gate";
import { inMerchant } from "@/lib/db/in-merchant";
import { mallText } from "@/lib/i18n/mall-text";

export const metadata: Metadata = { title: mallText("mall.cart.title"), robots: { index: false } };

export default async function CartPage({ params }: { params: Promise<{ host: string }> }) {
  const scope = await requireMerchant((await params).host);
  const { merchantId, visitorId, customerId } = await currentVisitor(scope);
  const cart = visitorId
    ? await inMerchant(merchantId, (tx) => getCart(tx, { merchantId, visitorId, customerId }))
    : { lines: [], count: 0 };
  return (
    <PageShell
      className="flex flex-col pb-0!"
      header={
        <header className="gutter pt-[max(0.75rem,env(safe-area-inset-top))] pb-1">
          <h1 className="font-semibold text-xl tracking-wide">{mallText("mall.cart.title")}</h1>
        </header>
      }
      bottom={<TabBar current="cart" />}
    >
      <ReloadOnReturn />
      <PageEvents />
      {cart.lines.length === 0 ? (
        <EmptyState
          icon="basket"
          title={mallText("mall.cart.empty")}
          hint={mallText("mall.cart.empty_hint")}
        >
          <ButtonLink href="/">{mallText("mall.cart.to_shop")}</ButtonLink>
        </EmptyState>
      ) : (
        <CartScreen lines={cart.lines} text={cartText()} />
      )}
    </PageShell>
  );
}
