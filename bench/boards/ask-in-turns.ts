import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { BoardTimes } from "@/bench/boards/measure-boards";
import type { FilledShop } from "@/bench/generator/filled-shop";

const program = join(import.meta.dirname, "time-shop.ts");
/** The first ones are for plans and caches and do not count. */
const warmTurns = 5;
const turns = 60;

type Program = { child: ChildProcess; ended: Promise<never> };

/**
 * Times every board and window over the shops, a moment of one and then a moment of the other, so that a
 * slow second of the machine is one of both.
 * @returns for each shop, in their order, its times in the order in which they were taken
 */
export async function askInTurns(shops: readonly FilledShop[]): Promise<BoardTimes[][]> {
  const programs = shops.map(start);
  const taken: BoardTimes[][] = shops.map(() => []);
  const [count = 0] = await Promise.all(programs.map((one) => answerOf<number>(one)));
  for (let which = 0; which < count; which += 1) {
    for (let turn = 0; turn < warmTurns + turns; turn += 1) {
      for (const [at, one] of programs.entries()) {
        one.child.send(which);
        const times = await answerOf<BoardTimes>(one);
        if (turn >= warmTurns) taken[at]?.push(times);
      }
    }
  }
  for (const { child } of programs) child.disconnect();
  return taken;
}

/** In a process of its own: the settings of a database are read once. All others are this process's. */
function start(shop: FilledShop): Program {
  const child = spawn(process.execPath, ["--import", "tsx", program, JSON.stringify(shop)], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const ended = once(child, "exit").then(() => {
    throw new Error("time-shop.ts ended before it answered");
  });
  // That it ends afterwards is as it should be.
  ended.catch(() => undefined);
  return { child, ended };
}

async function answerOf<Answer>({ child, ended }: Program): Promise<Answer> {
  const [answer] = await Promise.race([once(child, "message"), ended]);
  return answer;
}
