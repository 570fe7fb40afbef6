import { headers } from "next/headers";
import { type CustomerScope, currentCustomer } from "@/features/customers/gate";
import { merchantOfHost } from "@/features/merchants/gate";

/** The signed-in customer behind a server action, in the shop of the host it was sent to; else null. */
export async function currentActor(): Promise<CustomerScope | null> {
  const shop = await merchantOfHost((await headers()).get("host") ?? "");
  return shop && currentCustomer(shop);
}
