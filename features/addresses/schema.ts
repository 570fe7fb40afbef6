import { z } from "zod";

/** A customer keeps at most this many addresses. */
export const maxAddresses = 20;

export type AddressView = {
  addressId: string;
  receiverName: string;
  phone: string;
  regionCode: string;
  province: string;
  city: string;
  district: string;
  detail: string;
  isDefault: boolean;
};

/** Each fault is named after its sentence in messages/zh/errors.json. */
export const addressSchema = z.object({
  receiverName: z.string().trim().min(1, "receiver_name_missing").max(30, "receiver_name_too_long"),
  phone: z
    .string()
    .transform((text) => text.normalize("NFKC").replace(/[\s-]/g, ""))
    .pipe(z.string().regex(/^(?:\+?86)?1[3-9]\d{9}$/, "phone_wrong"))
    .transform((digits) => digits.slice(-11)),
  regionCode: z.string().regex(/^\d{6}$/, "region_missing"),
  detail: z.string().trim().min(4, "address_detail_too_short").max(120, "address_detail_too_long"),
  isDefault: z.boolean().default(false),
});
export type AddressInput = z.infer<typeof addressSchema>;
export type AddressField = keyof AddressInput;

/** What the form sends; each field is judged by parseAddress, so that each fault has its own sentence. */
export const typedAddressSchema = z.looseObject({ addressId: z.uuid().nullable() });

/**
 * Judges what was typed into the address form.
 * @returns the cleaned address, or per field the reason of its first fault
 */
export function parseAddress(
  typed: unknown,
):
  | { ok: true; address: AddressInput }
  | { ok: false; faults: Partial<Record<AddressField, string>> } {
  const parsed = addressSchema.safeParse(typed);
  if (parsed.success) return { ok: true, address: parsed.data };
  const faults: Partial<Record<AddressField, string>> = {};
  for (const { path, message } of parsed.error.issues) {
    const field = addressSchema.keyof().safeParse(path[0]);
    if (field.success) faults[field.data] ??= message;
  }
  return { ok: false, faults };
}
