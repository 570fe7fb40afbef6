import { LIFE_STAGES, type LifeStage, lifeStage } from "@/domain/metrics/life-cycle";
import type { Measures } from "@/domain/metrics/measures";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { countNewBuyers } from "@/features/insights/queries/count-new-buyers";
import {
  STANDING_ORDERS,
  type StandingOrder,
} from "@/features/insights/queries/figures-of-distributors";
import {
  type LivingDistributor,
  listDistributorLives,
} from "@/features/insights/queries/list-distributor-lives";
import { listStandings, type Standings } from "@/features/insights/queries/list-standings";
import {
  type DistributorSums,
  readDistributorDays,
} from "@/features/insights/queries/read-distributor-days";
import { readMeasures } from "@/features/insights/queries/read-measures";
import type { ReadBoard } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** All distributors: their sums, how far they have come, and who leads. */
export type AllDistributors = {
  kind: "all";
  current: DistributorSums;
  before: DistributorSums | null;
  stages: { stage: LifeStage; distributors: number }[];
  order: StandingOrder;
  standings: Standings;
};

/** One distributor by the measures of their slice. */
export type OneDistributor = {
  kind: "one";
  distributor: LivingDistributor & { stage: LifeStage };
  current: Measures;
  before: Measures | null;
  newBuyers: number;
  newBuyersBefore: number | null;
};

/** Everything that the board of distributors shows (analytics.md, board 12); `unknown` for parts that it cannot show. */
export type DistributorsBoard = AllDistributors | OneDistributor | { kind: "unknown" };

type Asked = { merchantId: string; request: ReadBoard; now: Date };

/** @param order of the leaderboard; net sales where the address says nothing that is one */
export async function askDistributorsBoard(
  tx: MerchantTx,
  { order, ...asked }: Asked & { order?: string | undefined },
): Promise<DistributorsBoard> {
  const { kind } = asked.request.slice;
  if (kind === "distributor") return askOne(tx, asked);
  if (kind !== "all") return { kind: "unknown" };
  const orders = Object.keys(STANDING_ORDERS) as StandingOrder[];
  return askAll(tx, asked, orders.find((one) => one === order) ?? "netSales");
}

async function askAll(
  tx: MerchantTx,
  { merchantId, request }: Asked,
  order: StandingOrder,
): Promise<AllDistributors> {
  const { window, compare } = request;
  const [counts, current, before, standings] = await Promise.all([
    tx.distributorStage.findMany({ where: { merchantId } }),
    readDistributorDays(tx, { merchantId, window }),
    compare && readDistributorDays(tx, { merchantId, window: compare }),
    listStandings(tx, { merchantId, window, order }),
  ]);
  return {
    kind: "all",
    current,
    before,
    stages: LIFE_STAGES.map((stage) => ({
      stage,
      distributors: counts.find((one) => one.stage === stage)?.distributors ?? 0,
    })),
    order,
    standings,
  };
}

async function askOne(
  tx: MerchantTx,
  { merchantId, request, now }: Asked,
): Promise<DistributorsBoard> {
  const { window, compare, slice } = request;
  const [life] = await listDistributorLives(tx, { merchantId, distributorId: slice.key });
  if (!life) return { kind: "unknown" };
  const windows = compare ? [window, compare] : [window];
  const [current, before = null] = await readMeasures(tx, { merchantId, slice, windows });
  if (!current) throw new Error("a window without measures");
  const { distributorId } = life;
  const who = { merchantId, distributorId };
  return {
    kind: "one",
    distributor: { ...life, stage: lifeStage(life, shanghaiDay(now)) },
    current,
    before,
    newBuyers: await countNewBuyers(tx, { ...who, window }),
    newBuyersBefore: compare ? await countNewBuyers(tx, { ...who, window: compare }) : null,
  };
}
