import { z } from "zod";

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

/** One opening of a share link, as the landing hands it over. */
export type ShareVisit = {
  /** Made by the landing, so that writing twice after an unclear answer counts once. */
  clickId: string;
  linkId: string;
  visitorId: string;
  clickedAt: Date;
  inWechat: boolean;
};

/**
 * A friend's name as their distributor may see it: the first sign, the rest hidden. Somebody without
 * a name is "微信好友"; the length of a name says nothing.
 */
export function maskName(name: string): string {
  const [first] = [...name.trim()];
  return first ? `${first}**` : "微信好友";
}
