import { expect, type Locator, type Page } from "@playwright/test";
import { shopUrl, type Web } from "@/e2e/pages/phone";

/** Opens one of the centre's lists. @returns its rows */
export async function openList(
  web: Web,
  list: "visits" | "friends" | "orders" | "commissions",
): Promise<Locator> {
  await web.goto(shopUrl(`/distribute/${list}`));
  return web.locator("main li");
}

/** Asks for the visits again and again, as a curious sharer does, until the newest one fits. */
export async function awaitVisit(web: Web, fits: RegExp, withinMs: number): Promise<void> {
  const newest = async () => (await openList(web, "visits")).first().textContent();
  await expect.poll(newest, { timeout: withinMs, intervals: [0, 500] }).toMatch(fits);
}

/** Opens the commission of an order, of several lines the one of a product. */
export async function openCommission(web: Web, orderNo: string, title = ""): Promise<void> {
  const rows = await openList(web, "commissions");
  await rows.filter({ hasText: orderNo }).filter({ hasText: title }).getByRole("link").click();
  await web.waitForURL(/\/distribute\/commissions\/[0-9a-f-]{36}/);
}

/** The value beside a label of the commission's page. */
export async function factOf(web: Web, label: string): Promise<string> {
  const row = web.locator("main div", { has: web.getByText(label, { exact: true }) }).last();
  return (await row.textContent()) ?? "";
}

/** A number of the earnings card, in fen. */
export async function readEarnings(web: Web | Page, name: "可用佣金" | "待结算"): Promise<bigint> {
  await web.goto(shopUrl("/distribute"));
  const label = web.getByText(name, { exact: true });
  const amount = (await label.locator("xpath=following-sibling::*[1]").textContent()) ?? "";
  return BigInt(amount.replace(/\D/g, ""));
}
