import { expect, type FrameLocator, type Page } from "@playwright/test";

/** WeChat's payment sheet, which lies over the whole phone. */
function sheetOf(page: Page): FrameLocator {
  return page.frameLocator('iframe[title="微信"]');
}

/** Waits for the sheet. @returns the amount on it, as WeChat writes it */
export async function readPaymentSheet(page: Page): Promise<string> {
  const total = sheetOf(page).locator(".pay-total");
  await expect(total).toBeVisible({ timeout: 20_000 });
  return ((await total.textContent()) ?? "").replace(/\s/g, "");
}

export async function payInSheet(page: Page): Promise<void> {
  await sheetOf(page).getByRole("button", { name: "确认支付" }).click();
}

export async function cancelPaymentSheet(page: Page): Promise<void> {
  await sheetOf(page).getByRole("button", { name: "取消支付" }).click();
}
