import { globSync } from "node:fs";
import { basename, join } from "node:path";
import type { ReadBoard } from "@/features/insights/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** Asks everything that one board shows; those that list something take an order that all lists know. */
export type AskBoard = (
  tx: MerchantTx,
  asked: {
    merchantId: AuthorizedMerchantId;
    request: ReadBoard;
    slice: ReadBoard["slice"];
    now: Date;
    order: "units";
    page: number;
    unit?: "week";
  },
) => Promise<unknown>;

const root = join(import.meta.dirname, "../..");

/**
 * Every board of the product: each has one query, ask-NAME-board.ts, that asks all that it shows. Retention
 * opens by months, and its weeks are more: they are asked too.
 */
export async function listBoards(): Promise<{ name: string; ask: AskBoard }[]> {
  const files = globSync("features/*/queries/ask-*-board.ts", { cwd: root }).sort();
  const boards = await Promise.all(
    files.map(async (file) => {
      const found: Record<string, unknown> = await import(join(root, file));
      const ask = Object.values(found).find(isAskBoard);
      if (!ask) throw new Error(`${file} asks nothing`);
      return { name: basename(file).replace(/^ask-|-board\.ts$/g, ""), ask };
    }),
  );
  return boards.flatMap((board) => {
    if (board.name !== "retention") return [board];
    const ask: AskBoard = (tx, asked) => board.ask(tx, { ...asked, unit: "week" });
    return [board, { name: "retention-weeks", ask }];
  });
}

function isAskBoard(value: unknown): value is AskBoard {
  return typeof value === "function" && /^ask.*Board$/.test(value.name);
}
