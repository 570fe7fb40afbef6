import { notFound } from "next/navigation";
import type { MerchantScope } from "@/features/merchants/schema";
import { type AuthorizedMerchantId, authorizeMerchantId } from "@/lib/db/authorized-merchant-id";
import { onPlatform } from "@/lib/db/on-platform";
import { env } from "@/lib/env";
import { newId } from "@/lib/ids/new-id";

export type { MerchantScope };

/** Hosts change rarely; one that moved is known to every process within this time. */
const rememberedMs = 10_000;
/** An unknown host may be set up at any moment, and its owner is waiting for it. */
const unknownMs = 1_000;
/** Bounds what an attacker can fill with invented Host headers. */
const maxRemembered = 1_000;

const remembered = new Map<string, { merchantId: string | null; until: number }>();

/**
 * The shop that answers on this host name (with or without port), or null.
 * One of the few places that mint an AuthorizedMerchantId.
 */
export async function merchantOfHost(host: string): Promise<MerchantScope | null> {
  const name = hostName(host);
  if (name === null) return null;
  const merchantId = await merchantIdOf(name);
  if (merchantId === null) return null;
  const origin = env().PUBLIC_ORIGIN.replace("{host}", name);
  return { merchantId: authorizeMerchantId(merchantId), host: name, origin };
}

/** Like merchantOfHost, for pages: an unknown host is Next's 404. */
export async function requireMerchant(host: string): Promise<MerchantScope> {
  const scope = await merchantOfHost(host);
  return scope ?? notFound();
}

/** The shop that an API request is made to, or null: the route answers 404. */
export function merchantOfRequest(request: Request): Promise<MerchantScope | null> {
  return merchantOfHost(request.headers.get("host") ?? "");
}

/** The id of a merchant that is about to be set up: new, so nobody else can have a claim to it. */
export function newMerchantId(): AuthorizedMerchantId {
  return authorizeMerchantId(newId());
}

function hostName(host: string): string | null {
  const name = host.toLowerCase().replace(/:\d+$/, "");
  return /^[a-z0-9.-]{1,253}$/.test(name) ? name : null;
}

async function merchantIdOf(name: string): Promise<string | null> {
  const known = remembered.get(name);
  if (known && known.until > Date.now()) return known.merchantId;
  const row = await onPlatform().merchantHost.findUnique({ where: { host: name } });
  if (remembered.size >= maxRemembered) remembered.clear();
  const merchantId = row?.merchantId ?? null;
  remembered.set(name, { merchantId, until: Date.now() + (merchantId ? rememberedMs : unknownMs) });
  return merchantId;
}
