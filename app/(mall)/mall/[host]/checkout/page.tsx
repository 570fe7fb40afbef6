import type { Metadata } from "next";
import { withAddress } from "@/app/(mall)/checkout-path";
import { ButtonLink } from "@/components/phone/button";
import { EmptyState } from "@/components/phone/empty-state";
import { PageHeader } from "@/components/phone/page-header";
import { PageShell } from "@/components/phone/page-shell";
import { ReloadOnReturn } from "@/components/phone/reload-on-return";
import { canBuyLine } from "@/domain/orders/cart-line-state";
import { parseQuantity } from "@/domain/orders/quantity";
import { listAddresses } from "@/features/addresses/queries/list-addresses";
import type { AddressView } from "@/features/addresses/schema";
import { getCart } from "@/features/carts/queries/get-cart";
import { type CustomerScope, requireCustomer } from "@/features/customers/gate";
import { PageEvents } from "@/features/events/components/page-events";
import { requireMerchant } from "@/features/merchants/gate";
import { CheckoutForm } from "@/features/orders/components/checkout-form";
import { checkoutText } from "@/features/orders/components/checkout-text";
import { quoteOrder } from "@/features/orders/queries/quote-order";
import { inMerchant } from "@/lib/db/in-merchant";
import { mallText } from "@/lib/i18n/mall-text";

export const metadata: Metadata = {
  title: mallText("mall.checkout.title"),
  robots: { index: false },
};

type Query = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ host: string }>; searchParams: Promise<Query> };

export default async function CheckoutPage({ params, searchParams }: Props) {
  const scope = await requireMerchant((await params).host);
  const query = await searchParams;
  const self = selfPath(query);
  const customer = await requireCustomer(scope, self);
  const { quote, address } = await loadCheckoutPage(customer, query);
  const back = typeof query.sku === "string" ? "/" : "/cart";
  return (
    <PageShell
      className="flex flex-col pb-0!"
      header={<PageHeader title={mallText("mall.checkout.title")} backHref={back} />}
    >
      <ReloadOnReturn />
      <PageEvents kind="checkout" />
      {quote.ok ? (
        <CheckoutForm
          quote={quote}
          address={address}
          addressesHref={`/addresses${address ? "" : "/new"}?for=${encodeURIComponent(self)}`}
          fromCart={query.sku === undefined}
          text={checkoutText()}
        />
      ) : (
        <EmptyState
          icon="basket"
          title={mallText("mall.checkout.empty")}
          hint={mallText("mall.checkout.empty_hint")}
        >
          <ButtonLink href="/cart">{mallText("mall.checkout.to_cart")}</ButtonLink>
        </EmptyState>
      )}
    </PageShell>
  );
}

/** What is bought, priced now, and where it goes: the chosen address, else the default one. */
async function loadCheckoutPage(customer: CustomerScope, query: Query) {
  const { merchantId, customerId } = customer;
  return inMerchant(merchantId, async (tx) => {
    const addresses = await listAddresses(tx, { merchantId, customerId });
    const address: AddressView | null =
      addresses.find(({ addressId }) => addressId === query.address) ?? addresses[0] ?? null;
    const lines =
      query.sku === undefined
        ? (await getCart(tx, customer)).lines.filter(canBuyLine)
        : oneLine(query);
    const addressId = address?.addressId ?? null;
    return { quote: await quoteOrder(tx, { merchantId, customerId, addressId, lines }), address };
  });
}

/** "Buy now": one SKU from the address bar, where anything may stand. */
function oneLine({ sku, quantity }: Query): { skuId: string; quantity: number }[] {
  const isId = typeof sku === "string" && /^[0-9a-f-]{36}$/.test(sku);
  const parsed = parseQuantity(quantity ?? "1");
  return isId && parsed.ok ? [{ skuId: sku, quantity: parsed.quantity }] : [];
}

/** This page's own path, for coming back from sign-in and from choosing an address. */
function selfPath({ sku, quantity, address }: Query): string {
  const parameters = new URLSearchParams();
  if (typeof sku === "string") parameters.set("sku", sku);
  if (typeof quantity === "string") parameters.set("quantity", quantity);
  const path = parameters.size > 0 ? `/checkout?${parameters}` : "/checkout";
  return typeof address === "string" ? withAddress(path, address) : path;
}
