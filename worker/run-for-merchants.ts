import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { log } from "@/lib/log/log";
import { listMerchants } from "@/worker/list-merchants";

/** No run may go on for ever: what is left is due again at the next one. */
const maxBatches = 100;

/**
 * Runs batches for each merchant until one comes back short. A merchant whose run fails does not
 * stop the others; the failure is thrown at the end, so that the schedule shows it.
 * @param work does at most one batch and says how many it did
 */
export async function runForMerchants(
  name: string,
  work: (merchantId: AuthorizedMerchantId) => Promise<number>,
  batch: number,
): Promise<void> {
  const failures: unknown[] = [];
  for (const merchantId of await listMerchants()) {
    try {
      await runBatches(merchantId, work, batch);
    } catch (error) {
      log.error({ err: error, merchantId, schedule: name }, "schedule failed for a merchant");
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${name} failed`);
}

async function runBatches(
  merchantId: AuthorizedMerchantId,
  work: (merchantId: AuthorizedMerchantId) => Promise<number>,
  batch: number,
): Promise<void> {
  for (let round = 0; round < maxBatches; round += 1) {
    if ((await work(merchantId)) < batch) return;
  }
}
