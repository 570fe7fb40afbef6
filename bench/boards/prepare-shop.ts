import { askedWindows, boardRequest } from "@/bench/boards/board-request";
import { compareWithFacts, type FactFigures } from "@/bench/boards/compare-with-facts";
import { rollUpIfNeeded } from "@/bench/boards/roll-up-if-needed";
import type { FilledShop } from "@/bench/generator/filled-shop";
import { disconnectDatabase } from "@/lib/db/client";

/** The program that rolls up what is not, for one of the generated shops, and compares figures with the facts. */
const shop: FilledShop = JSON.parse(process.argv[2] ?? "");
await rollUpIfNeeded(shop, console.error);
const facts: FactFigures[] = [];
for (const days of askedWindows) {
  facts.push(...(await compareWithFacts(shop, days, boardRequest(days).window)));
}
console.log(JSON.stringify(facts));
await disconnectDatabase();
