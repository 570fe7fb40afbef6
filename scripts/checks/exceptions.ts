/**
 * Everything that may break a house rule, in one place. These lists only shrink:
 * exceptions.test.ts holds their lengths, so a new entry needs a visible decision.
 */

/** Tables of the platform: they name tenants instead of belonging to one. */
export const platformModels = ["Merchant", "MerchantHost"];

/** Tables with one row per merchant: merchantId alone is the key. */
export const oneRowPerMerchantModels = [
  "MerchantProfile",
  "MerchantWechat",
  "AnalyticsSetting",
  "EventSetting",
  "RollupState",
];

/**
 * Paths that may write ledger tables besides features/ledger: the migrations make them, a
 * measurement of the checkout compares it with a hand-written transaction of the same rows, and the
 * tests of the invariants damage them on purpose, in transactions that are rolled back.
 */
export const ledgerWriters = [
  "features/ledger/",
  "prisma/migrations/",
  "bench/",
  "scripts/database/corruptions/",
];

/** Paths that may look for material beside the repository and do without it where it is missing. */
export const readersOfSharedMaterial = [/^wechat-sandbox\/.*contract.*\.ts$/, /^bench\/.*\.ts$/];

/** Messages of a language whose screens exist in that language alone: the mall speaks Chinese. */
export const chineseOnlyNamespaces = ["distribution", "errors", "mall"];
