import { join } from "node:path";
import { test as base, type Page } from "@playwright/test";
import { browserInstance } from "@/e2e/browser-instance";

const screenshots = join(import.meta.dirname, "../screenshots");

/** Playwright's test; paths are those of the first shop. */
export const test = base.extend({
  baseURL: async ({ browserName: _browserName }, use) => {
    await use(`http://localhost:${browserInstance().webPort}`);
  },
});

/** Keeps a picture of the whole page under screenshots/, for people to look at. */
export async function shoot(page: Page, name: string): Promise<void> {
  await page.screenshot({
    path: join(screenshots, `${test.info().project.name}-${name}.png`),
    fullPage: true,
    animations: "disabled",
  });
}
