import { expect, type Page } from "@playwright/test";
import { browserInstance } from "@/e2e/browser-instance";
import { shopUrl, type Web } from "@/e2e/pages/phone";

/** Opens the form for a new withdrawal. */
export async function openRequest(web: Web): Promise<void> {
  await web.goto(shopUrl("/distribute/payouts/new"));
  await expect(web.getByLabel("提现金额（元）")).toBeVisible();
}

/** Types an amount as a person would; the quote or the refusal comes by itself. */
export async function typeAmount(web: Web, amount: string): Promise<void> {
  await web.getByLabel("提现金额（元）").fill(amount);
}

/** Withdraws an amount and waits for the page of its progress. @returns its number */
export async function withdraw(web: Web, amount: string, yuan: string): Promise<string> {
  await openRequest(web);
  await typeAmount(web, amount);
  await web.getByRole("button", { name: `确认提现 ¥${yuan}` }).click();
  await web.waitForURL(/\/distribute\/payouts\/[0-9a-z]{20,}/);
  return new URL(web.url()).pathname.split("/").at(-1) ?? "";
}

/** Waits until the page of a withdrawal shows this state; it follows by itself. */
export async function awaitPayoutState(web: Web, state: string): Promise<void> {
  const heading = web.getByRole("heading", { level: 2, name: state, exact: true });
  await expect(heading).toBeVisible({ timeout: 30_000 });
}

/** Opens WeChat's page for receiving a transfer from the page of a withdrawal. */
export async function openReceipt(web: Web, page: Page) {
  await web.getByRole("button", { name: "确认收款" }).click();
  const sheet = page.frameLocator('iframe[title="微信"]');
  await expect(sheet.getByRole("heading", { name: "收款确认" })).toBeVisible({ timeout: 20_000 });
  return sheet;
}

/** Nobody has confirmed and WeChat's 24 hours are over. */
export async function letTransferLapse(payoutNo: string): Promise<void> {
  const response = await fetch(`${browserInstance().sandboxUrl}/sandbox/expire-transfer`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ out_bill_no: payoutNo }),
  });
  expect(response.status).toBe(200);
}
