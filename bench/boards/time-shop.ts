import type { FilledShop } from "@/bench/generator/filled-shop";
import { setSettings } from "@/scripts/database/process-settings";

/**
 * The program that asks the boards of one generated shop for ask-in-turns.ts: it says how many boards and
 * windows there are, answers each number with a moment's times of that one, and ends when nobody listens.
 */
const shop: FilledShop = JSON.parse(process.argv[2] ?? "");
setSettings({ DATABASE_URL: shop.appUrl });
// Loaded late: what it imports reads the settings above once and for all.
const { measureBoards } = await import("@/bench/boards/measure-boards");
const { disconnectDatabase } = await import("@/lib/db/client");
const measures = await measureBoards(shop);
process.on("message", async (which: number) => process.send?.(await measures[which]?.()));
process.once("disconnect", disconnectDatabase);
process.send?.(measures.length);
