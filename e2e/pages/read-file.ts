import { expect, type Page } from "@playwright/test";
import Papa from "papaparse";
import { shopUrl } from "@/e2e/pages/phone";

/** A file that a board offers, cell by cell. */
export type BoardFile = { head: string[]; rows: string[][] };

/** Downloads a file as the signed-in browser of the page does. */
export async function readFile(page: Page, href: string): Promise<BoardFile> {
  const answer = await page.request.get(shopUrl(href));
  expect([href, answer.status()]).toEqual([href, 200]);
  expect(answer.headers()["content-type"]).toContain("text/csv");
  const text = await answer.text();
  expect(text.startsWith("\uFEFF")).toBe(true);
  const { data } = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true });
  const [head = [], ...rows] = data;
  return { head, rows };
}
