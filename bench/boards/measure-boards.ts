import { askedWindows, boardRequest } from "@/bench/boards/board-request";
import { evening } from "@/bench/boards/evening";
import { type AskBoard, listBoards } from "@/bench/boards/list-boards";
import type { FilledShop } from "@/bench/generator/filled-shop";
import { authorizeMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

/** How long a board took over a window, in milliseconds, each time that it was asked. */
export type BoardTimes = { name: string; days: string; times: number[] };

/** Forty times at least, and for so long: of a board of two milliseconds, forty say nothing of one in twenty. */
const runs = 40;
const leastMs = 1_500;
const warmUps = 4;

/** Times every board over one shop. */
export async function measureBoards(shop: FilledShop): Promise<BoardTimes[]> {
  const merchantId = authorizeMerchantId(shop.merchantId);
  const asked = { merchantId, now: evening, order: "units", page: 1 } as const;
  const boards: BoardTimes[] = [];
  for (const { name, ask } of await listBoards()) {
    for (const days of askedWindows) {
      const request = boardRequest(days);
      const times = await timeOften(ask, { ...asked, request, slice: request.slice });
      boards.push({ name, days, times });
    }
  }
  return boards;
}

async function timeOften(ask: AskBoard, asked: Parameters<AskBoard>[1]): Promise<number[]> {
  for (let run = 0; run < warmUps; run += 1) await time(ask, asked);
  const times: number[] = [];
  const begin = performance.now();
  while (times.length < runs || performance.now() - begin < leastMs) {
    times.push(await time(ask, asked));
  }
  return times;
}

/** As a page asks: in a transaction of its own. */
async function time(ask: AskBoard, asked: Parameters<AskBoard>[1]): Promise<number> {
  const begin = performance.now();
  await inMerchant(asked.merchantId, (tx) => ask(tx, asked));
  return performance.now() - begin;
}
