import { redirect } from "next/navigation";
import { loadShop, type Shop } from "@/app/(mall)/load-shop";
import { type CustomerScope, requireCustomer } from "@/features/customers/gate";
import { getOwnDistributor } from "@/features/distributors/queries/get-own-distributor";
import type { OwnDistributorView } from "@/features/distributors/schema";
import { inMerchant } from "@/lib/db/in-merchant";

export type OwnCenter = { shop: Shop; customer: CustomerScope; distributor: OwnDistributorView };

/**
 * What the pages of the centre stand on: a signed-in customer who is or was a distributor. Whoever
 * has nothing to see there yet is led to the page that says how it works.
 */
export async function loadDistributor(host: string, path: string): Promise<OwnCenter> {
  const shop = await loadShop(host);
  const customer = await requireCustomer(shop, path);
  const { merchantId } = shop;
  const { customerId } = customer;
  const distributor = await inMerchant(merchantId, (tx) =>
    getOwnDistributor(tx, { merchantId, customerId }),
  );
  if (distributor?.status !== "approved" && distributor?.status !== "frozen") {
    return redirect("/distribute");
  }
  return { shop, customer, distributor };
}

/** The instant behind which a list goes on, from `?before=`; nothing else is taken from an address. */
export function parseBefore(value: string | string[] | undefined): Date | undefined {
  if (typeof value !== "string" || !/^\d{1,15}$/.test(value)) return;
  return new Date(Number(value));
}
