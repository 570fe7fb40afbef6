import { compareWithFacts, type FactFigures } from "@/bench/boards/compare-with-facts";
import { evening } from "@/bench/boards/evening";
import { type AskBoard, listBoards } from "@/bench/boards/list-boards";
import { type FilledShop, lastDay } from "@/bench/generator/filled-shop";
import { addDays } from "@/domain/metrics/calendar-day";
import { type ReadBoard, readBoardRequest } from "@/features/insights/schema";
import { authorizeMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

export type BoardTime = { name: string; days: string; p50Ms: number; p95Ms: number };
export type ShopBoards = { boards: BoardTime[]; facts: FactFigures[] };

const runs = 40;
const warmUps = 4;
/** Windows that end on the last day; "default" is what a board shows when nothing is asked. */
const windows = ["default", "7", "90", "365"] as const;

/** Times every board over one shop, and compares its figures with the facts. */
export async function measureBoards(shop: FilledShop): Promise<ShopBoards> {
  const merchantId = authorizeMerchantId(shop.merchantId);
  const asked = { merchantId, now: evening, order: "units", page: 1 } as const;
  const boards: BoardTime[] = [];
  for (const { name, ask } of await listBoards()) {
    for (const days of windows) {
      const request = requestOf(days);
      const times: number[] = [];
      for (let run = -warmUps; run < runs; run += 1) {
        const ms = await time(ask, { ...asked, request, slice: request.slice });
        if (run >= 0) times.push(ms);
      }
      times.sort((one, other) => one - other);
      boards.push({ name, days, p50Ms: at(times, 0.5), p95Ms: at(times, 0.95) });
    }
  }
  const facts: FactFigures[] = [];
  for (const days of windows) {
    facts.push(...(await compareWithFacts(shop, days, requestOf(days).window)));
  }
  return { boards, facts };
}

/** As a page asks: in a transaction of its own. */
async function time(ask: AskBoard, asked: Parameters<AskBoard>[1]): Promise<number> {
  const begin = performance.now();
  await inMerchant(asked.merchantId, (tx) => ask(tx, asked));
  return performance.now() - begin;
}

function requestOf(days: (typeof windows)[number]): ReadBoard {
  const own = () => ({ from: addDays(lastDay, 1 - Number(days)), until: lastDay });
  const request = readBoardRequest(days === "default" ? {} : own(), evening);
  if (!request.ok) throw new Error(`no window: ${request.reason}`);
  return request;
}

function at(sorted: readonly number[], share: number): number {
  const value = sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
  return Math.round(value * 100) / 100;
}
