import { askedWindows, boardRequest } from "@/bench/boards/board-request";
import { evening } from "@/bench/boards/evening";
import { type AskBoard, listBoards } from "@/bench/boards/list-boards";
import type { FilledShop } from "@/bench/generator/filled-shop";
import { authorizeMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

/** How long a board took over a window, in milliseconds, each time that it was asked. */
export type BoardTimes = { name: string; days: string; times: number[] };

/**
 * Short, because a machine that is shared changes its speed every second or so, by half: what is compared
 * has to come from both sides of it.
 */
const momentMs = 30;

/** Every board and window of one shop; each asks it for a moment and says how long that took each time. */
export async function measureBoards(shop: FilledShop): Promise<(() => Promise<BoardTimes>)[]> {
  const merchantId = authorizeMerchantId(shop.merchantId);
  const asked = { merchantId, now: evening, order: "units", page: 1 } as const;
  return (await listBoards()).flatMap(({ name, ask }) =>
    askedWindows.map((days) => async () => {
      const request = boardRequest(days);
      const times = await timeOften(ask, { ...asked, request, slice: request.slice });
      return { name, days, times };
    }),
  );
}

async function timeOften(ask: AskBoard, asked: Parameters<AskBoard>[1]): Promise<number[]> {
  const begin = performance.now();
  const times = [await time(ask, asked)];
  while (performance.now() - begin < momentMs) times.push(await time(ask, asked));
  return times;
}

/** As a page asks: in a transaction of its own. */
async function time(ask: AskBoard, asked: Parameters<AskBoard>[1]): Promise<number> {
  const begin = performance.now();
  await inMerchant(asked.merchantId, (tx) => ask(tx, asked));
  return performance.now() - begin;
}
