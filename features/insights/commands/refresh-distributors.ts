import { countLifeStages, lifeStage } from "@/domain/metrics/life-cycle";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { lookBack } from "@/features/insights/commands/look-back";
import { sumDistributorDays } from "@/features/insights/commands/sum-distributor-days";
import { writeStandings } from "@/features/insights/commands/write-standings";
import { listDistributorLives } from "@/features/insights/queries/list-distributor-lives";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";

/**
 * Brings what the board of distributors keeps up to the roll-ups: first orders, the days of all distributors
 * together, the leaderboards of the usual windows, and how far distributors have come.
 * @param now the windows end on its Shanghai day
 */
export async function refreshDistributors(
  merchantId: AuthorizedMerchantId,
  now: Date,
): Promise<void> {
  await lookBack(merchantId, "distributors", async (tx) => {
    await sumDistributorDays(tx, merchantId);
    await writeStandings(tx, { merchantId, now });
    await writeStages(tx, merchantId, shanghaiDay(now));
  });
}

async function writeStages(tx: MerchantTx, merchantId: string, today: string): Promise<void> {
  const lives = await listDistributorLives(tx, { merchantId });
  const counts = countLifeStages(lives.map((life) => lifeStage(life, today)));
  const [stages, distributors] = [Object.keys(counts), Object.values(counts)];
  await tx.$executeRaw`${plannedAnew}
    insert into distributor_stage (merchant_id, stage, distributors)
    select ${merchantId}::uuid, stage, distributors
    from unnest(${stages}::text[], ${distributors}::int[]) s (stage, distributors)
    on conflict (merchant_id, stage) do update set distributors = excluded.distributors`;
}
