import { expect } from "@playwright/test";
import { hangzhou, saveAddress } from "@/e2e/pages/address-page";
import { payInSheet, readPaymentSheet } from "@/e2e/pages/payment-sheet";
import type { Phone, Web } from "@/e2e/pages/phone";
import { buyNow } from "@/e2e/pages/product-page";

/** On the checkout of a customer who never bought here: adds the first address and comes back. */
export async function addFirstAddress(web: Web): Promise<void> {
  await web.getByRole("link", { name: "添加收货地址" }).click();
  await web.waitForURL(/\/addresses\/new/);
  await saveAddress(web, hangzhou);
  await web.waitForURL(/\/checkout/);
  await expect(web.getByText(hangzhou.name)).toBeVisible();
}

/** Places the order. @returns its number, once its page is there with WeChat's sheet on the way */
export async function submitOrder(web: Web): Promise<string> {
  await web.getByRole("button", { name: "提交并付款" }).click();
  await web.waitForURL(/\/orders\/[^/?]+/);
  return new URL(web.url()).pathname.split("/").at(-1) ?? "";
}

/** From a product page to a paid order, for journeys that are about what comes after. */
export async function buyAndPay({ page, web }: Phone, option: string): Promise<string> {
  await buyNow(web, option);
  const isNew = await web.getByRole("link", { name: "添加收货地址" }).isVisible();
  if (isNew) await addFirstAddress(web);
  const orderNo = await submitOrder(web);
  await readPaymentSheet(page);
  await payInSheet(page);
  await expect(web.getByText("已付款，等待发货")).toBeVisible({ timeout: 20_000 });
  return orderNo;
}
