import { expect, type Page } from "@playwright/test";
import { shoot, test } from "@/e2e/browser";
import { browserInstance } from "@/e2e/browser-instance";
import { behind } from "@/e2e/pages/behind";
import { openDesk, staffEmail } from "@/e2e/pages/desk";
import { shopUrl } from "@/e2e/pages/phone";
import { areRollUpsDone } from "@/e2e/pages/plain-metrics";
import { pageRules } from "@/e2e/routes/route-table";

test.describe.configure({ mode: "serial" });

const dayMs = 86_400_000;
const dayBefore = (days: number) =>
  new Date(Date.now() + 8 * 3_600_000 - days * dayMs).toISOString().slice(0, 10);
/** Days that are over: nothing is added to them while the test looks. */
const days = { from: dayBefore(20), until: dayBefore(2) };
const query = `window=custom&from=${days.from}&until=${days.until}&compare=none`;
const boards = Object.keys(pageRules).filter(
  (path) => path.startsWith("/merchant/insights/") && !path.includes("["),
);

let desk: Page;
const go = (path: string) => desk.goto(shopUrl(path));

test.beforeAll(async ({ browser }) => {
  desk = await openDesk(browser);
  await expect.poll(areRollUpsDone, { timeout: 80_000 }).toBe(true);
});
test.afterAll(async () => desk.context().close());

test("the list of boards names every board that there is, and none that there is not", async () => {
  await go("/merchant/insights");
  const links = await desk
    .getByRole("heading", { level: 2 })
    .getByRole("link")
    .evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  const lists =
    /\/(orders|people|acts|brought|repurchase|settings|due|clicks|reports|voice[\w-]*)$/;
  expect(links.toSorted()).toEqual(boards.filter((path) => !lists.test(path)).toSorted());
});

test("the ⓘ beside a number opens with the keyboard and closes again", async () => {
  await go("/merchant/insights/purchase");
  const button = desk.getByRole("button", { name: "净销售额的定义" });
  await button.focus();
  await desk.keyboard.press("Enter");
  const definition = desk.locator('[data-definition="netSales"]');
  await expect(definition).toBeVisible();
  await shoot(desk, "90-definition");
  await desk.keyboard.press("Escape");
  await expect(definition).toBeHidden();
});

test("a window that makes no sense is told in a sentence, keeps what was typed and shows no figure", async () => {
  await go("/merchant/insights/sales");
  await desk.getByLabel("时间范围").selectOption("custom");
  await desk.getByLabel("从").fill("2026-03-09");
  await desk.getByLabel("到（含）").fill("2026-03-01");
  await desk.getByRole("button", { name: "查看" }).click();
  await expect(desk.getByText("结束日期早于开始日期，请调换。")).toBeVisible();
  await expect(desk.getByLabel("从")).toHaveValue("2026-03-09");
  await expect(desk.locator("[data-metric]")).toHaveCount(0);
  await desk.getByLabel("到（含）").fill("2026-03-19");
  await desk.getByLabel("只看").selectOption({ label: "海报" });
  await desk.getByRole("button", { name: "查看" }).click();
  await expect(desk.getByText(/2026-03-09 至 2026-03-19，共 11 天.*只看渠道：海报/)).toBeVisible();
  await expect(desk.getByText("这段时间没有数据。").first()).toBeVisible();
  await shoot(desk, "91-empty-board");
  for (const bad of [
    "from=1900-01-01&until=1900-01-02",
    "window=x",
    "from=2016-01-01&until=2026-06-01",
  ]) {
    const response = await go(`/merchant/insights/purchase?${bad}`);
    expect([bad, response?.status()]).toEqual([bad, 200]);
    await expect(desk.getByRole("alert").filter({ hasText: /请/ })).toBeVisible();
  }
});

test("a figure leads to its list and on to an order, and the file holds the rows of the chart", async () => {
  await go(`/merchant/insights/sales?${query}`);
  const card = desk.locator('[data-metric="netSales"]').first();
  const net = await card.locator("data").getAttribute("value");
  const file = await desk.request.get(
    shopUrl(`/merchant/insights/csv/sales-periods?${query}&unit=day`),
  );
  const lines = (await file.text()).replace("\uFEFF", "").trim().split("\r\n");
  const inFen = lines.slice(1).map((line) => BigInt((line.split(",")[1] ?? "").replace(".", "")));
  expect(lines).toHaveLength(20);
  expect(inFen.reduce((sum, fen) => sum + fen, 0n)).toBe(BigInt((net ?? "").replace(".", "")));
  await card.getByRole("link").click();
  await desk.waitForURL(/\/insights\/orders/);
  await shoot(desk, "92-orders-behind");
  const first = desk.locator("tbody a").first();
  const orderNo = (await first.textContent()) ?? "";
  await first.click();
  await desk.waitForURL(new RegExp(`/merchant/orders/${orderNo}`));
});

test("the overview says what changed and why, shows a visit as it happens, and ends with the session", async ({
  browser,
}) => {
  await go("/merchant");
  await expect(desk.getByText(/今天到现在净销售额/)).toBeVisible();
  const ticker = desk.locator("[data-ticker]");
  const { shareCode } = browserInstance().landmarks;
  const before = await ticker.locator("li").first().textContent();
  // What says of itself that it is headless is a bot, and no visit.
  const phone = await browser.newContext({ userAgent: "Mozilla/5.0 (Linux; Android 14)" });
  await (await phone.newPage()).goto(shopUrl(`/s/${shareCode}`));
  await phone.close();
  await expect(ticker.locator("li").first()).not.toHaveText(before ?? "", { timeout: 15_000 });
  await shoot(desk, "93-overview-live");
  await behind(
    `update staff_session set revoked_at = now() where revoked_at is null
     and staff_id = (select id from staff where email = $1)`,
    [staffEmail("owner")],
  );
  await expect(desk.getByText("登录已结束，请重新登录后查看。")).toBeVisible({ timeout: 15_000 });
});

test("no board is wider than a phone", async ({ browser }) => {
  test.setTimeout(180_000);
  const phone = await openDesk(browser);
  await phone.setViewportSize({ width: 375, height: 812 });
  for (const path of ["/merchant", "/merchant/insights", ...boards]) {
    await phone.goto(shopUrl(path));
    const overhang = await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect([path, overhang <= 0]).toEqual([path, true]);
  }
  await phone.context().close();
});
