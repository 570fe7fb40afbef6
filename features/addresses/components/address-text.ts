import { mallText } from "@/lib/i18n/mall-text";

const keys = [
  "receiver_name",
  "phone",
  "region",
  "province",
  "city",
  "district",
  "choose_province",
  "choose_city",
  "choose_district",
  "detail",
  "detail_placeholder",
  "make_default",
  "save",
  "saving",
  "delete",
  "delete_title",
  "delete_body",
  "privacy",
] as const;

export type AddressText = Record<(typeof keys)[number] | "cancel", string>;

/** The sentences of the address form, handed over by the server so that no catalogue is shipped. */
export function addressText(): AddressText {
  const own = Object.fromEntries(keys.map((key) => [key, mallText(`mall.address.${key}`)]));
  return {
    ...(own as Record<(typeof keys)[number], string>),
    cancel: mallText("mall.common.cancel"),
  };
}
