import { browserInstance } from "@/e2e/browser-instance";
import { setSettings } from "@/scripts/database/process-settings";

/**
 * Brings everything that looks back over all days up to the facts, as the worker does every ten minutes:
 * cohorts, segments, the share tree, distributors, withdrawals. As owner of the database.
 */
export async function lookBackNow(shop: string): Promise<void> {
  setSettings({
    DATABASE_URL: browserInstance().ownerUrl,
    RENHE_SECRET: "0".repeat(64),
    LOG_LEVEL: "silent",
  });
  // These read the settings when they are loaded.
  const { advanceLookBacks } = await import("@/features/insights/commands/advance-look-backs");
  const { authorizeMerchantId } = await import("@/lib/db/authorized-merchant-id");
  const { disconnectDatabase } = await import("@/lib/db/client");
  await advanceLookBacks(authorizeMerchantId(shop), new Date());
  await disconnectDatabase();
}
