import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { checkoutPath } from "@/app/(mall)/checkout-path";
import { PageHeader } from "@/components/phone/page-header";
import { PageShell } from "@/components/phone/page-shell";
import { AddressForm } from "@/features/addresses/components/address-form";
import { addressText } from "@/features/addresses/components/address-text";
import { listAddresses } from "@/features/addresses/queries/list-addresses";
import { requireCustomer } from "@/features/customers/gate";
import { requireMerchant } from "@/features/merchants/gate";
import { inMerchant } from "@/lib/db/in-merchant";
import { mallText } from "@/lib/i18n/mall-text";
import { listRegions } from "@/lib/regions/list-regions";

export const metadata: Metadata = {
  title: mallText("mall.address.title"),
  robots: { index: false },
};

type Props = {
  params: Promise<{ host: string; addressId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** /addresses/new and /addresses/<id>. */
export default async function AddressPage({ params, searchParams }: Props) {
  const { host, addressId } = await params;
  const scope = await requireMerchant(host);
  const checkout = checkoutPath((await searchParams).for);
  const list = checkout ? `/addresses?for=${encodeURIComponent(checkout)}` : "/addresses";
  const { merchantId, customerId } = await requireCustomer(scope, list);
  const addresses = await inMerchant(merchantId, (tx) =>
    listAddresses(tx, { merchantId, customerId }),
  );
  const isNew = addressId === "new";
  const address = addresses.find((one) => one.addressId === addressId) ?? null;
  if (!isNew && !address) notFound();
  const code = address?.regionCode;
  return (
    <PageShell
      header={
        <PageHeader
          title={mallText(isNew ? "mall.address.new" : "mall.address.edit")}
          backHref={list}
        />
      }
      className="gutter pt-5"
    >
      <AddressForm
        address={address}
        checkout={checkout}
        regions={{
          provinces: [...listRegions(null)],
          cities: code ? [...listRegions(`${code.slice(0, 2)}0000`)] : [],
          districts: code ? [...listRegions(`${code.slice(0, 4)}00`)] : [],
        }}
        text={addressText()}
      />
    </PageShell>
  );
}
