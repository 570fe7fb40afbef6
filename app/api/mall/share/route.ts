import { type NextRequest, NextResponse } from "next/server";
import { currentCustomer } from "@/features/customers/gate";
import { merchantOfRequest } from "@/features/merchants/gate";
import type { MerchantScope } from "@/features/merchants/schema";
import { createShareLink } from "@/features/sharing/commands/create-share-link";
import { getShareSubject } from "@/features/sharing/queries/get-share-subject";
import {
  cardPicturePath,
  type ShareCardJson,
  type ShareSubject,
  shareRequestSchema,
  shareUrl,
} from "@/features/sharing/schema";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { readJson } from "@/lib/http/read-json";
import { mallText } from "@/lib/i18n/mall-text";
import { secureRandom } from "@/lib/ids/random-code";

/** POST { kind, slug, channel }: the card of a target, with the caller's own link when they are signed in. */
export async function POST(request: NextRequest): Promise<NextResponse> {
  const shop = await merchantOfRequest(request);
  const wanted = await readJson(request, shareRequestSchema).catch(() => null);
  if (!shop) return refuse(404);
  if (!wanted) return refuse(400);
  const { channel, ...target } = wanted;
  const { merchantId } = shop;
  const subject = await inMerchant(merchantId, (tx) => getShareSubject(tx, merchantId, target));
  if (!subject) return refuse(404);
  const sharer = await currentCustomer(shop);
  if (!sharer) return answer(shop, subject, null);
  const at = { now: systemClock(), random: secureRandom };
  const created = await createShareLink(sharer, { target, channel }, at);
  return answer(shop, subject, created.ok ? shareUrl(shop.origin, created.code) : null);
}

function answer(shop: MerchantScope, subject: ShareSubject, link: string | null): NextResponse {
  const { title, description, picture } = subject;
  const card: ShareCardJson = {
    title,
    description,
    pictureUrl: picture ? `${shop.origin}${cardPicturePath(picture.storageKey)}` : "",
    link,
  };
  return NextResponse.json(card, { headers: { "cache-control": "no-store" } });
}

function refuse(status: 400 | 404): NextResponse {
  return NextResponse.json({ message: mallText("distribution.share.gone") }, { status });
}
