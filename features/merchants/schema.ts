import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";

/** Whose shop a request is in. Comes from the host name alone, never from input. */
export type MerchantScope = {
  merchantId: AuthorizedMerchantId;
  /** Lower case, without port. */
  host: string;
  /** Scheme, host and port as the public sees them, without a slash at the end. */
  origin: string;
};
