import { expect } from "@playwright/test";
import type { Web } from "@/e2e/pages/phone";

export type Receiver = {
  name: string;
  phone: string;
  /** Province, city, district as China writes them. */
  region: readonly [string, string, string];
  detail: string;
};

export const hangzhou: Receiver = {
  name: "林晓月",
  phone: "13812345678",
  region: ["浙江省", "杭州市", "西湖区"],
  detail: "文三路 88 号 3 幢 502 室",
};

/** Fills the form of a new address; each region list comes once the one above it is chosen. */
async function fillAddress(web: Web, receiver: Receiver): Promise<void> {
  const [province, city, district] = receiver.region;
  await web.getByLabel("收货人").fill(receiver.name);
  await web.getByLabel("手机号").fill(receiver.phone);
  await web.getByLabel("省份").selectOption(province);
  await expect(web.getByLabel("城市")).toBeEnabled();
  await web.getByLabel("城市").selectOption(city);
  await expect(web.getByLabel("区县")).toBeEnabled();
  await web.getByLabel("区县").selectOption(district);
  await web.getByLabel("详细地址").fill(receiver.detail);
}

export async function saveAddress(web: Web, receiver: Receiver): Promise<void> {
  await fillAddress(web, receiver);
  await web.getByRole("button", { name: "保存" }).click();
}
