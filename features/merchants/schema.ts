import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";

/** Whose shop a request is in. Comes from the host name alone, never from input. */
export type MerchantScope = {
  merchantId: AuthorizedMerchantId;
  /** Lower case, without port. */
  host: string;
  /** Scheme, host and port as the public sees them, without a slash at the end. */
  origin: string;
};

/** One version of a merchant's rules of attribution, payment and settlement. Orders point at theirs. */
export type MerchantPolicy = {
  version: number;
  attributionMode: "first_touch" | "last_touch";
  validityDays: number;
  protectionDays: number;
  allowSelfPurchase: boolean;
  level2Enabled: boolean;
  /** Days of 24 hours from receipt until a commission is available. */
  holdDays: number;
  /** The most that both levels of a line may take of what the customer pays for it. */
  commissionCapBps: number;
  paymentMinutes: number;
  autoReceiveDays: number;
  paymentFeeBps: number;
  traditionalRakeBps: number;
  createdAt: Date;
};
