import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { shoot, test } from "@/e2e/browser";
import { goods } from "@/e2e/pages/demo";
import { openDesk, openDeskBrowser } from "@/e2e/pages/desk";
import { openTab, shopUrl } from "@/e2e/pages/phone";
import { putIntoCart } from "@/e2e/pages/product-page";
import { fillPath } from "@/e2e/routes/probe-id";
import { type Door, type IdKind, pageRules } from "@/e2e/routes/route-table";
import { readSamples, type Samples } from "@/e2e/routes/sample-ids";
import { AZHEN, XIAOLIN } from "@/prisma/seed/shops/demo-people";

// One test for each kind of browser; every page of the app folder, because inventory.spec.ts holds
// the table complete.
let samples: Record<IdKind, Samples>;
test.beforeAll(async () => {
  samples = await readSamples();
});

function pathsOf(...doors: Door[]): string[] {
  const ofStaff = doors.includes("staff");
  return Object.entries(pageRules)
    .filter(([path, { door }]) => doors.includes(door) && !path.startsWith("/bare"))
    .filter(([path]) => ofStaff || !path.startsWith("/merchant"))
    .map(([path, { id }]) => fillPath(path, encodeURIComponent((id && samples[id].own) ?? "")));
}

test("no page of the shop has a WCAG 2.1 AA fault, with something in cart and orders", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const tab = await openTab(browser, XIAOLIN.id);
  await tab.goto(shopUrl(`/p/${goods.ham.slug}`));
  await putIntoCart(tab, goods.ham.option);
  await expectNoFault(tab, `/p/${goods.ham.slug} with its sheet open`);
  for (const path of pathsOf("everybody", "customer")) await visit(tab, path, "mall");
  await visit(tab, `/search?q=${encodeURIComponent("粽")}`, "mall");
  await visit(tab, `/search?q=${encodeURIComponent("没有这个")}`, "mall");
  await tab.context().close();
});

test("no page of a distributor has one", async ({ browser }) => {
  test.setTimeout(240_000);
  const tab = await openTab(browser, AZHEN.id);
  for (const path of ["/distribute", "/distribute/links", ...pathsOf("distributor")]) {
    await visit(tab, path, "distributor");
  }
  await tab.context().close();
});

test("no page of the dashboard has one", async ({ browser }) => {
  test.setTimeout(240_000);
  const visitor = await openDeskBrowser(browser);
  await visit(visitor, "/merchant/sign-in", "desk");
  await visitor.context().close();
  const desk = await openDesk(browser);
  for (const path of pathsOf("staff")) await visit(desk, path, "desk");
  await desk.context().close();
});

async function visit(page: Page, path: string, kind: string): Promise<void> {
  const response = await page.goto(shopUrl(path));
  expect([path, (response?.status() ?? 500) < 500]).toEqual([path, true]);
  await page.waitForLoadState("load");
  await shoot(page, `axe-${kind}-${path.replaceAll(/[^\w一-鿿]+/g, "-").slice(0, 60)}`);
  await expectNoFault(page, path);
}

async function expectNoFault(page: Page, path: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"])
    .analyze();
  const faults = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
  expect([path, faults]).toEqual([path, []]);
}
