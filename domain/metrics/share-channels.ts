/** The ways in which a link is passed on; what came by none of them is "direct". */
export const SHARE_CHANNELS = ["card", "qr", "poster", "offline"] as const;
export type ShareChannelKey = (typeof SHARE_CHANNELS)[number];
