import { recordShareClicks } from "@/features/sharing/commands/record-share-clicks";
import type { ShareVisit } from "@/features/sharing/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { pingDatabase } from "@/lib/db/on-platform";
import { AppError } from "@/lib/errors/app-error";
import { log } from "@/lib/log/log";

/**
 * Writes a batch. When the database is there and still refuses it, one click is at fault: then each
 * goes alone, so that it cannot hold up the others for ever.
 */
export async function writeShareClicks(
  merchantId: AuthorizedMerchantId,
  visits: readonly ShareVisit[],
): Promise<void> {
  try {
    await recordShareClicks(merchantId, visits);
  } catch (error) {
    if (error instanceof AppError || !(await pingDatabase())) throw error;
    for (const visit of visits) await writeAlone(merchantId, visit);
  }
}

async function writeAlone(merchantId: AuthorizedMerchantId, visit: ShareVisit): Promise<void> {
  try {
    await recordShareClicks(merchantId, [visit]);
  } catch (error) {
    if (error instanceof AppError || !(await pingDatabase())) throw error;
    log.error({ merchantId, linkId: visit.linkId, err: error }, "a click was refused for good");
  }
}
