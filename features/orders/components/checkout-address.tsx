import { Icon } from "@/components/phone/icon";
import type { CheckoutText } from "@/features/orders/components/checkout-text";

export type CheckoutReceiver = {
  addressId: string;
  receiverName: string;
  phone: string;
  province: string;
  city: string;
  district: string;
  detail: string;
};

/** Where the parcel goes; a tap chooses another address or adds the first. */
export function CheckoutAddress({
  address,
  href,
  text,
}: {
  address: CheckoutReceiver | null;
  href: string;
  text: CheckoutText;
}) {
  return (
    <a
      href={href}
      className="flex items-center gap-3 rounded-lg bg-card px-4 py-4 shadow-card active:bg-sunken"
    >
      <Icon name="pin" className="size-6 text-leaf" />
      {address ? (
        <span className="min-w-0 flex-1">
          <span className="block font-semibold">
            {address.receiverName}{" "}
            <span className="whitespace-nowrap font-normal text-ink-soft tabular-nums">
              {address.phone}
            </span>
          </span>
          <span className="block text-ink-soft text-sm">{regionOf(address)}</span>
          <span className="sr-only">{text.change_address}</span>
        </span>
      ) : (
        <span className="min-w-0 flex-1">
          <span className="block font-semibold">{text.add_address}</span>
          <span className="block text-ink-soft text-sm">{text.add_address_hint}</span>
        </span>
      )}
      <Icon name="forward" className="size-4 text-edge" />
    </a>
  );
}

/** Province and city are the same word in Beijing and its like. */
function regionOf({ province, city, district, detail }: CheckoutReceiver): string {
  return [province, city === province ? "" : city, district, detail].filter(Boolean).join(" ");
}
