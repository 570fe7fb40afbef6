import { measureBoards } from "@/bench/boards/measure-boards";
import { rollUpIfNeeded } from "@/bench/boards/roll-up-if-needed";
import type { FilledShop } from "@/bench/generator/filled-shop";
import { disconnectDatabase } from "@/lib/db/client";

/** The program that bench/boards.ts runs for each generated shop. */
const shop: FilledShop = JSON.parse(process.argv[2] ?? "");
await rollUpIfNeeded(shop, console.error);
console.log(JSON.stringify(await measureBoards(shop)));
await disconnectDatabase();
