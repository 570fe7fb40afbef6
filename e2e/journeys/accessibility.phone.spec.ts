import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page } from "@playwright/test";
import { shoot, test } from "@/e2e/browser";
import { goods } from "@/e2e/pages/demo";
import { openDesk, openDeskBrowser } from "@/e2e/pages/desk";
import { openTab, shopUrl } from "@/e2e/pages/phone";
import { putIntoCart } from "@/e2e/pages/product-page";
import { fillPath } from "@/e2e/routes/probe-id";
import type { Door, IdKind } from "@/e2e/routes/route-rule";
import { pageRules } from "@/e2e/routes/route-table";
import { readSamples, type Samples } from "@/e2e/routes/sample-ids";
import { AZHEN, XIAOLIN } from "@/prisma/seed/shops/demo-people";

// One test for each kind of browser; every page of the app folder, because inventory.spec.ts holds
// the table complete.
let samples: Record<IdKind, Samples>;
test.beforeAll(async () => {
  samples = await readSamples();
});

/** Where the pages behind these doors lie, each with its place in the app folder as its name. */
function pagesOf(...doors: Door[]): { name: string; path: string }[] {
  const ofStaff = doors.includes("staff");
  return Object.entries(pageRules)
    .filter(([name, { door }]) => doors.includes(door) && !name.startsWith("/bare"))
    .filter(([name]) => ofStaff || !name.startsWith("/merchant"))
    .map(([name, { id }]) => {
      const value = encodeURIComponent((id && samples[id].own) ?? "");
      return { name, path: fillPath(name, value) };
    });
}

test("no page of the shop has a WCAG 2.1 AA fault, with something in cart and orders", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const tab = await openTab(browser, XIAOLIN.id);
  await tab.goto(shopUrl(`/p/${goods.ham.slug}`));
  await putIntoCart(tab, goods.ham.option);
  await expectNoFault(tab, `/p/${goods.ham.slug} with its sheet open`);
  for (const page of pagesOf("everybody", "customer")) await visit(tab, page);
  for (const [words, name] of [
    ["粽", "/search/found"],
    ["没有这个", "/search/nothing"],
  ] as const) {
    await visit(tab, { name, path: `/search?q=${encodeURIComponent(words)}` });
  }
  await tab.context().close();
});

test("no page of a distributor has one", async ({ browser }) => {
  test.setTimeout(240_000);
  const tab = await openTab(browser, AZHEN.id);
  for (const path of ["/distribute", "/distribute/links"]) {
    await visit(tab, { name: `${path}/of-a-distributor`, path });
  }
  for (const page of pagesOf("distributor")) await visit(tab, page);
  await tab.context().close();
});

// The dashboard has as many pages as fit into two sweeps: the boards with what lies behind them, and all others.
const isBoard = ({ name }: { name: string }) => name.startsWith("/merchant/insights");

test("no page of the dashboard has one", async ({ browser }) => {
  test.setTimeout(240_000);
  const visitor = await openDeskBrowser(browser);
  await visit(visitor, { name: "/merchant/sign-in", path: "/merchant/sign-in" });
  await visitor.context().close();
  const pages = pagesOf("staff").filter((page) => !isBoard(page));
  expect(pages.length).toBeGreaterThan(40);
  await sweepDesk(browser, pages);
});

test("no board has one, nor a list behind it", async ({ browser }) => {
  test.setTimeout(240_000);
  const pages = pagesOf("staff").filter(isBoard);
  expect(pages.length).toBeGreaterThan(20);
  await sweepDesk(browser, pages);
});

async function sweepDesk(browser: Browser, pages: ReturnType<typeof pagesOf>): Promise<void> {
  const desk = await openDesk(browser);
  for (const page of pages) await visit(desk, page);
  await desk.context().close();
}

async function visit(page: Page, { name, path }: { name: string; path: string }): Promise<void> {
  const response = await page.goto(shopUrl(path));
  expect([name, (response?.status() ?? 500) < 500]).toEqual([name, true]);
  await page.waitForLoadState("load");
  await shoot(page, `page${name.replaceAll(/\W+/g, "-").replace(/-$/, "")}`);
  await expectNoFault(page, name);
}

async function expectNoFault(page: Page, path: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"])
    .analyze();
  const faults = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
  expect([path, faults]).toEqual([path, []]);
}
