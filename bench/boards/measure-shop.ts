import { askedWindows, boardRequest } from "@/bench/boards/board-request";
import { compareWithFacts, type FactFigures } from "@/bench/boards/compare-with-facts";
import { measureBoards } from "@/bench/boards/measure-boards";
import { rollUpIfNeeded } from "@/bench/boards/roll-up-if-needed";
import type { FilledShop } from "@/bench/generator/filled-shop";
import { disconnectDatabase } from "@/lib/db/client";

/**
 * The program that bench/boards.ts runs for one of the generated shops: "prepare" rolls up what is not
 * and compares figures with the facts, "time" asks every board.
 */
const [shopText = "", step] = process.argv.slice(2);
const shop: FilledShop = JSON.parse(shopText);
console.log(JSON.stringify(await (step === "prepare" ? prepare() : measureBoards(shop))));
await disconnectDatabase();

async function prepare(): Promise<FactFigures[]> {
  await rollUpIfNeeded(shop, console.error);
  const facts: FactFigures[] = [];
  for (const days of askedWindows) {
    facts.push(...(await compareWithFacts(shop, days, boardRequest(days).window)));
  }
  return facts;
}
