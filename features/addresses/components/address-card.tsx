import { maskPhone } from "@/domain/attribution/mask-phone";
import type { AddressView } from "@/features/addresses/schema";
import { mallText } from "@/lib/i18n/mall-text";

/** An address of the list; at a checkout a tap chooses it, otherwise a tap edits it. */
export function AddressCard({
  address,
  editHref,
  chooseHref,
}: {
  address: AddressView;
  editHref: string;
  chooseHref: string | null;
}) {
  const { receiverName, phone, province, city, district, detail, isDefault } = address;
  return (
    <div className="flex items-stretch rounded-lg bg-card shadow-card">
      <a href={chooseHref ?? editHref} className="min-w-0 flex-1 px-4 py-3.5">
        <span className="flex flex-wrap items-center gap-x-2.5">
          <span className="font-semibold">{receiverName}</span>
          <span className="text-ink-soft tabular-nums">{maskPhone(phone)}</span>
          {isDefault ? (
            <span className="rounded-sm bg-leaf-soft px-1.5 text-leaf text-xs leading-5">
              {mallText("mall.address.default")}
            </span>
          ) : null}
        </span>
        <span className="mt-0.5 block text-ink-soft text-sm">
          {[province, city === province ? "" : city, district, detail].filter(Boolean).join(" ")}
        </span>
      </a>
      <a
        href={editHref}
        className="grid min-w-16 shrink-0 place-items-center border-line border-l px-3 text-leaf text-sm"
      >
        {mallText("mall.address.edit_short")}
        <span className="sr-only">{receiverName}</span>
      </a>
    </div>
  );
}
