import { z } from "zod";
import type { PictureView } from "@/components/phone/picture";

export const shareTargetKinds = ["shop", "product", "category", "scene"] as const;
export type ShareTargetKind = (typeof shareTargetKinds)[number];
export const shareChannels = ["card", "qr", "poster", "offline"] as const;
export type ShareChannel = (typeof shareChannels)[number];

/** What is shared. The shop itself has an empty slug. */
export const shareTargetSchema = z.object({
  kind: z.enum(shareTargetKinds),
  slug: z.string().max(100),
});
export type ShareTarget = z.infer<typeof shareTargetSchema>;

export const shareRequestSchema = shareTargetSchema.extend({ channel: z.enum(shareChannels) });

/** Ten signs of an alphabet of 31: about 49 bits, not to be guessed one request at a time. */
export const shareCodeLength = 10;

const codePattern = /^[2-9a-hjkmnp-z]{10}$/;

/** Can this be a code at all? Spares the database what cannot. */
export function isShareCode(value: string): boolean {
  return codePattern.test(value);
}

/** The page of a target within its shop. */
export function targetPath(target: ShareTarget): string {
  const slug = encodeURIComponent(target.slug);
  switch (target.kind) {
    case "shop":
      return "/";
    case "product":
      return `/p/${slug}`;
    case "category":
      return `/c/${slug}`;
    case "scene":
      return `/scenes/${slug}`;
  }
}

/** The address that a code is shared as. */
export function shareUrl(origin: string, code: string): string {
  return `${origin}/s/${code}`;
}

/** Where the JPEG of a stored picture lies that WeChat's cards show. */
export function cardPicturePath(storageKey: string): string {
  return `/api/mall/share/pictures/${storageKey}.jpg`;
}

/** One opening of a share link, as the landing hands it over. */
export type ShareVisit = {
  /** Made by the landing, so that writing twice after an unclear answer counts once. */
  clickId: string;
  linkId: string;
  visitorId: string;
  clickedAt: Date;
  inWechat: boolean;
};

/** What a share shows: on the card, the poster and the share page. */
export type ShareSubject = {
  target: ShareTarget;
  title: string;
  description: string;
  /** The lowest price of a product, in fen; null for everything else. */
  priceFen: bigint | null;
  hasSeveralPrices: boolean;
  picture: PictureView | null;
  shopName: string;
};

/** What the page's script hands to WeChat's JS-SDK, and what the share sheet shows. */
export type ShareCardJson = {
  title: string;
  description: string;
  /** Absolute; empty where there is no picture. */
  pictureUrl: string;
  /** The sharer's own link, or null for somebody who is not signed in or stopped it. */
  link: string | null;
};

/** What wx.config wants for one page, and where WeChat's script lies. */
export type ShareConfigJson = {
  appId: string;
  timestamp: number;
  nonceStr: string;
  signature: string;
  sdkUrl: string;
};
