import { expect, type Page } from "@playwright/test";
import { shopUrl } from "@/e2e/pages/phone";

/** A number of a page as a machine reads it, what its ⓘ says, and where it opens to. */
export type ShownMetric = { metric: string; value: string; definition: string; href: string };
/** A table with a file: its address and what stands in the cells, as a machine reads them. */
export type ShownTable = { file: string; href: string; head: string[]; rows: string[][] };
export type ShownBoard = { metrics: ShownMetric[]; tables: ShownTable[] };

/** Opens a page and reads all its numbers, and all its tables that can be downloaded. */
export async function readBoard(page: Page, address: string): Promise<ShownBoard> {
  const response = await page.goto(shopUrl(address));
  expect([address, response?.status()]).toEqual([address, 200]);
  const metrics = await page.locator("[data-metric]").evaluateAll((cards) =>
    cards.map((card) => ({
      metric: card.getAttribute("data-metric") ?? "",
      value: card.querySelector("data")?.value ?? "none",
      definition: card.querySelector("[data-definition]")?.textContent ?? "none",
      href: card.querySelector("a")?.getAttribute("href") ?? "",
    })),
  );
  const tables = await page.locator('a[download][href*="/insights/csv/"]').evaluateAll((links) =>
    links.map((link) => {
      const href = link.getAttribute("href") ?? "";
      const table = link.closest("p")?.previousElementSibling?.querySelector("table");
      const [head, ...rows] = [...(table?.querySelectorAll("tr") ?? [])].map((row) =>
        [...row.querySelectorAll("th, td")].map((cell) => {
          const data = cell.querySelector("data");
          return data ? data.value : (cell.textContent ?? "");
        }),
      );
      return { file: href.replace(/^.*\/csv\/|\?.*$/g, ""), href, head: head ?? [], rows };
    }),
  );
  return { metrics, tables };
}
