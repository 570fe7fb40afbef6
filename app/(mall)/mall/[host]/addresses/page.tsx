import type { Metadata } from "next";
import { checkoutPath, withAddress } from "@/app/(mall)/checkout-path";
import { ButtonLink } from "@/components/phone/button";
import { EmptyState } from "@/components/phone/empty-state";
import { PageHeader } from "@/components/phone/page-header";
import { PageShell } from "@/components/phone/page-shell";
import { ReloadOnReturn } from "@/components/phone/reload-on-return";
import { AddressCard } from "@/features/addresses/components/address-card";
import { listAddresses } from "@/features/addresses/queries/list-addresses";
import { requireCustomer } from "@/features/customers/gate";
import { requireMerchant } from "@/features/merchants/gate";
import { inMerchant } from "@/lib/db/in-merchant";
import { mallText } from "@/lib/i18n/mall-text";

export const metadata: Metadata = {
  title: mallText("mall.address.title"),
  robots: { index: false },
};

type Props = {
  params: Promise<{ host: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function AddressesPage({ params, searchParams }: Props) {
  const scope = await requireMerchant((await params).host);
  /** Set where a checkout sent the customer here to choose. */
  const checkout = checkoutPath((await searchParams).for);
  const self = checkout ? `/addresses?for=${encodeURIComponent(checkout)}` : "/addresses";
  const { merchantId, customerId } = await requireCustomer(scope, self);
  const addresses = await inMerchant(merchantId, (tx) =>
    listAddresses(tx, { merchantId, customerId }),
  );
  const formQuery = checkout ? `?for=${encodeURIComponent(checkout)}` : "";
  return (
    <PageShell
      header={
        <PageHeader
          title={mallText(checkout ? "mall.address.choose_title" : "mall.address.title")}
          backHref={checkout ?? "/me"}
        />
      }
      className="gutter pt-4"
    >
      <ReloadOnReturn />
      {addresses.length === 0 ? (
        <EmptyState
          icon="pin"
          title={mallText("mall.address.empty")}
          hint={mallText("mall.address.empty_hint")}
        />
      ) : (
        <ul className="space-y-3">
          {addresses.map((address) => (
            <li key={address.addressId}>
              <AddressCard
                address={address}
                editHref={`/addresses/${address.addressId}${formQuery}`}
                chooseHref={checkout ? withAddress(checkout, address.addressId) : null}
              />
            </li>
          ))}
        </ul>
      )}
      <ButtonLink href={`/addresses/new${formQuery}`} className="mt-6 w-full">
        {mallText("mall.address.new")}
      </ButtonLink>
      <p className="mt-3 text-center text-ink-faint text-sm">{mallText("mall.address.privacy")}</p>
    </PageShell>
  );
}
