declare const authorized: unique symbol;

/** A merchant id that a gate has proven to belong to the caller. Nothing else opens the tenant's data. */
export type AuthorizedMerchantId = string & { readonly [authorized]: true };

/** Only gates, the worker's list of merchants, seeds and tests call this (dependency rule "only-gates-authorize"). */
export function authorizeMerchantId(id: string): AuthorizedMerchantId {
  return id as AuthorizedMerchantId;
}
