import { expect, type Locator } from "@playwright/test";
import type { Web } from "@/e2e/pages/phone";

/** Opens the sheet of a product page and chooses an option. @returns the sheet */
async function chooseOption(web: Web, option: string, quantity = 1): Promise<Locator> {
  await web.getByRole("button", { name: "加入购物车" }).first().click();
  const sheet = web.getByRole("dialog");
  await expect(sheet).toBeVisible();
  // The radio itself is for screen readers; people tap its label.
  await sheet.getByText(option, { exact: true }).click();
  await expect(sheet.getByRole("radio", { name: option, exact: true })).toBeChecked();
  for (let chosen = 1; chosen < quantity; chosen += 1) {
    await sheet.getByRole("button", { name: "增加一件" }).click();
  }
  return sheet;
}

export async function putIntoCart(web: Web, option: string, quantity = 1): Promise<void> {
  const sheet = await chooseOption(web, option, quantity);
  await sheet.getByRole("button", { name: "加入购物车" }).click();
  await expect(sheet.getByText("已放进购物车")).toBeVisible();
}

export async function buyNow(web: Web, option: string, quantity = 1): Promise<void> {
  const sheet = await chooseOption(web, option, quantity);
  await sheet.getByRole("button", { name: "立即购买" }).click();
  await web.waitForURL(/\/checkout|\/addresses/);
}
