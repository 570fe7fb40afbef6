import { type CustomerScope, currentCustomer } from "@/features/customers/gate";
import { merchantOfRequest } from "@/features/merchants/gate";
import { AppError } from "@/lib/errors/app-error";

/** The signed-in customer of a request of our own pages. @throws AppError not_found, not_signed_in */
export async function requireApiCustomer(request: Request): Promise<CustomerScope> {
  const shop = await merchantOfRequest(request);
  if (!shop) throw new AppError("not_found");
  const customer = await currentCustomer(shop);
  if (!customer) throw new AppError("not_signed_in");
  return customer;
}
