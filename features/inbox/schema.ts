/** Something that the outside told us, as far as the inbox keeps it. */
export type ProviderEvent = {
  merchantId: string;
  /** The provider's id, or `query:<number>` for what we asked ourselves. */
  eventId: string;
  kind: "payment" | "refund" | "transfer";
  bodySha256: string;
};

/** Truly said by WeChat, but not fitting what we asked for: recorded, never applied. */
export type QuarantinedEvent = {
  eventId: string;
  kind: string;
  reason: string;
  detail: Record<string, string>;
  receivedAt: Date;
};
