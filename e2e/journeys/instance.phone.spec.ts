import { expect } from "@playwright/test";
import { shoot, test } from "@/e2e/browser";
import { browserInstance } from "@/e2e/browser-instance";

test("the shop and the phone of the sandbox answer, and Chinese is set in a Chinese font", async ({
  page,
}) => {
  expect((await page.request.get("/readyz")).status()).toBe(200);
  await page.goto(`${browserInstance().sandboxUrl}/phone`);
  await shoot(page, "sandbox-phone");
  const widths = await page.evaluate(() => {
    const context = document.createElement("canvas").getContext("2d");
    if (!context) return [];
    context.font = "40px sans-serif";
    return ["粽", "合"].map((sign) => context.measureText(sign).width);
  });
  // A font without Chinese would draw boxes of another width.
  expect(widths.map(Math.round)).toEqual([40, 40]);
});
