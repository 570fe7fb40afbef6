import { DUMPLING_SHOP } from "./dumpling-shop";
import type { SeedMerchant } from "./seed-merchant";
import { TEA_SHOP } from "./tea-shop";

/** Every merchant of the demo, the main one first. */
export const MERCHANTS: readonly SeedMerchant[] = [DUMPLING_SHOP, TEA_SHOP];
