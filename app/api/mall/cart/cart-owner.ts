import { v4 } from "uuid";
import type { CartOwner } from "@/features/carts/schema";
import { currentVisitor } from "@/features/customers/gate";
import { visitorCookie, visitorCookieMaxAgeSeconds } from "@/features/customers/schema";
import { merchantOfRequest } from "@/features/merchants/gate";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors/app-error";

/** Whose cart a request means; null for a browser that has none and is not to get one by asking. */
export async function findCartOwner(request: Request): Promise<CartOwner | null> {
  const shop = await merchantOfRequest(request);
  if (!shop) throw new AppError("not_found");
  const { merchantId, visitorId, customerId } = await currentVisitor(shop);
  return visitorId ? { merchantId, visitorId, customerId } : null;
}

/** Like findCartOwner, but gives a new browser its visitor id, with the header that makes it keep it. */
export async function requireCartOwner(
  request: Request,
): Promise<{ owner: CartOwner; headers: Record<string, string> }> {
  const found = await findCartOwner(request);
  if (found) return { owner: found, headers: {} };
  const shop = await merchantOfRequest(request);
  if (!shop) throw new AppError("not_found");
  const visitorId = v4();
  const secure = env().PUBLIC_ORIGIN.startsWith("https:") ? "; Secure" : "";
  const cookie = `${visitorCookie}=${visitorId}; Path=/; Max-Age=${visitorCookieMaxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;
  const { merchantId } = shop;
  return { owner: { merchantId, visitorId, customerId: null }, headers: { "set-cookie": cookie } };
}
