import { parseReturnTo } from "@/features/customers/schema";

/** The checkout that an address is chosen for: a path of this shop that begins with /checkout, or null. */
export function checkoutPath(value: string | string[] | undefined): string | null {
  if (typeof value !== "string") return null;
  const path = parseReturnTo(value);
  return /^\/checkout(\?|$)/.test(path) ? path : null;
}

/** The same checkout with another address. */
export function withAddress(path: string, addressId: string): string {
  const [, query = ""] = path.split("?");
  const parameters = new URLSearchParams(query);
  parameters.set("address", addressId);
  return `/checkout?${parameters}`;
}
