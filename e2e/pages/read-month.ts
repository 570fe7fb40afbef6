import type { Page } from "@playwright/test";
import Papa from "papaparse";
import { shopUrl } from "@/e2e/pages/phone";
import { fenOf, type PlainMonth } from "@/e2e/pages/plain-month";

/** A month's statement as its page shows it. */
export async function readMonthPage(page: Page): Promise<PlainMonth> {
  const tables = await page.locator("main table").evaluateAll((all) =>
    all.map((table) => ({
      caption: table.querySelector("caption")?.textContent ?? "",
      rows: [...table.querySelectorAll("tbody tr")].map((row) =>
        [...row.children].map((cell) => cell.textContent ?? ""),
      ),
    })),
  );
  const statement = tables.filter(({ caption }) => caption === "").flatMap(({ rows }) => rows);
  const balances = tables.find(({ caption }) => caption === "账户余额")?.rows ?? [];
  return toMonth(statement, balances.slice(0, -1));
}

/** The same from the file that the page offers, as the signed-in browser gets it. */
export async function readMonthFile(page: Page, month: string): Promise<PlainMonth> {
  const answer = await page.request.get(shopUrl(`/api/merchant/months/${month}/export`));
  const text = (await answer.text()).replace("\uFEFF", "");
  const [statement = [], balances = []] = text
    .split(/\r\n\r\n/)
    .map((part) => Papa.parse<string[]>(part, { skipEmptyLines: true }).data.slice(1));
  return toMonth(
    statement.map((cells) => cells.slice(2)),
    balances,
  );
}

function toMonth(statement: string[][], balances: string[][]): PlainMonth {
  const counted = statement.filter(([, count]) => count !== "");
  return {
    lines: Object.fromEntries(statement.map(([name, , fen = ""]) => [name, fenOf(fen)])),
    // How many payouts there were is not a sum of the ledger's.
    counts: Object.fromEntries(
      counted
        .filter(([name = ""]) => !name.includes("付出"))
        .map(([name, count = ""]) => [name, BigInt(count)]),
    ),
    accounts: Object.fromEntries(balances.map(([name, ...sums]) => [name, sums.map(fenOf)])),
  };
}
