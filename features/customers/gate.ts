import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { findSession } from "@/features/customers/queries/find-session";
import {
  type CustomerScope,
  parseVisitorId,
  sessionCookie,
  type VisitorScope,
  visitorCookie,
} from "@/features/customers/schema";
import type { MerchantScope } from "@/features/merchants/schema";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";

export type { CustomerScope, VisitorScope };

/** Who holds this browser, as far as its cookies prove it. Costs one query, none without a session. */
export async function currentVisitor(scope: MerchantScope): Promise<VisitorScope> {
  const jar = await cookies();
  const visitorId = parseVisitorId(jar.get(visitorCookie)?.value);
  const token = jar.get(sessionCookie)?.value;
  if (!token) return { ...scope, visitorId, customerId: null };
  const { merchantId } = scope;
  const session = await inMerchant(merchantId, (tx) =>
    findSession(tx, { merchantId, token, now: systemClock() }),
  );
  if (!session) return { ...scope, visitorId, customerId: null };
  return { ...scope, visitorId: visitorId ?? session.visitorId, customerId: session.customerId };
}

/** The signed-in customer, or null. For routes that answer 401 and for actions. */
export async function currentCustomer(scope: MerchantScope): Promise<CustomerScope | null> {
  const { visitorId, customerId, ...shop } = await currentVisitor(scope);
  return visitorId && customerId ? { ...shop, visitorId, customerId } : null;
}

/**
 * The signed-in customer; anybody else is sent through WeChat's silent sign-in and comes back.
 * @param returnTo a path of this shop
 */
export async function requireCustomer(
  scope: MerchantScope,
  returnTo: string,
): Promise<CustomerScope> {
  const customer = await currentCustomer(scope);
  if (customer) return customer;
  return redirect(`/api/wechat/oauth/start?returnTo=${encodeURIComponent(returnTo)}`);
}
