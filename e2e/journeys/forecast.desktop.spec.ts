import { expect, type Page } from "@playwright/test";
import { shoot, test } from "@/e2e/browser";
import { behind } from "@/e2e/pages/behind";
import { openDesk } from "@/e2e/pages/desk";
import { shopUrl } from "@/e2e/pages/phone";
import { areRollUpsDone } from "@/e2e/pages/plain-metrics";

test.describe.configure({ mode: "serial" });

let desk: Page;
const path = "/merchant/insights/forecast";
const go = (query = "") => desk.goto(shopUrl(`${path}${query}`));

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  desk = await openDesk(browser);
  await expect.poll(areRollUpsDone, { timeout: 80_000 }).toBe(true);
  await expect.poll(isTreeThere, { timeout: 80_000 }).toBe(true);
});
test.afterAll(async () => desk.context().close());

/** Whether the worker has looked back on who brought whom. */
async function isTreeThere(): Promise<boolean> {
  const { rows } = await behind(
    `select exists (select from share_day d join merchant_host h on h.merchant_id = d.merchant_id
      where h.host = 'localhost') as there`,
  );
  return rows[0].there;
}

const figure = (metric: string) => desk.locator(`[data-metric="${metric}"] data`);

/** Both widths at which people read it. */
async function shootBoth(name: string): Promise<void> {
  await shoot(desk, name);
  await desk.setViewportSize({ width: 375, height: 812 });
  await shoot(desk, `${name}-phone`);
  const overhang = await desk.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect([name, overhang <= 0]).toEqual([name, true]);
  await desk.setViewportSize({ width: 1440, height: 900 });
}

test("a forecast begins with the shop's own rates, each with where it was measured, and past ones with what came", async () => {
  await go();
  const sources = desk.getByRole("list", { name: "各项假设从哪来" }).getByRole("listitem");
  await expect(sources.filter({ hasText: "每位分享者带来几人" })).toContainText("的分享和到店");
  await expect(sources.filter({ hasText: "每单货款" })).toContainText("经分享而来");
  await expect(desk.getByRole("table", { name: "过去的预测差了多少" })).toContainText(
    "第一次老客带新",
  );
  await expect(figure("forecastOrdersOff")).toHaveText(/%$/);
  await shootBoth("95-forecast");
});

test("the classic 20 × 20 × 20 at 10 % is 8,400 people and 840 orders, hop by hop and in the file", async () => {
  await go();
  await desk.getByRole("link", { name: "经典算例 20 × 20 × 20" }).click();
  await expect(desk.getByLabel("种子人数")).toHaveValue("20");
  await expect(figure("forecastPeople")).toHaveText("8,400");
  await expect(figure("forecastOrders")).toHaveText("840");
  await expect(desk.getByText(/第 341 单回本，在第 2 层/)).toBeVisible();
  await shootBoth("96-forecast-classic");
  const link = desk.getByRole("link", { name: "导出 CSV" }).first();
  const file = await desk.request.get(shopUrl((await link.getAttribute("href")) ?? ""));
  const lines = (await file.text()).replace("\uFEFF", "").trim().split("\r\n");
  expect(lines.slice(1)).toEqual([
    "第 1 层,400,40,4000.00,1600.00,40,400.00,24.00,1176.00",
    "第 2 层,8000,800,80000.00,32000.00,800,8000.00,480.00,23520.00",
    "合计,8400,840,84000.00,33600.00,840,8400.00,504.00,24696.00",
  ]);
});

test("what cannot be understood is told beside its field, and nothing that was typed is lost", async () => {
  await desk.getByLabel("种子人数").fill("很多");
  await desk.getByLabel("一级佣金").fill("99");
  await desk.getByLabel("传几层").fill("11");
  await desk.getByRole("button", { name: "计算" }).click();
  await expect(desk.getByText("有 2 处需要改", { exact: false })).toBeVisible();
  await expect(desk.getByText("请填整数。")).toBeVisible();
  await expect(desk.getByText("请填 1 到 10。")).toBeVisible();
  await expect(desk.getByLabel("种子人数")).toHaveValue("很多");
  await expect(desk.getByLabel("一级佣金")).toHaveValue("99");
  await expect(figure("forecastOrders")).toHaveCount(0);
  await shootBoth("97-forecast-faults");
});

test("a forecast is saved under a name, listed with its days, and opened again as it was", async () => {
  await go("?seeds=30&friendsPerHopBps=2.5&hops=3&from=2026-01-01&until=2026-01-30");
  const name = desk.getByLabel("名称");
  await name.fill("去年的事");
  await desk.getByRole("button", { name: "保存这个预测" }).click();
  await expect(desk.getByText("开始日期已过", { exact: false })).toBeVisible();
  await expect(name).toHaveValue("去年的事");
  await go("?seeds=30&friendsPerHopBps=2.5&hops=3");
  const orders = await figure("forecastOrders").textContent();
  await name.fill("三十位老客");
  await desk.getByRole("button", { name: "保存这个预测" }).click();
  const saved = desk
    .getByRole("table", { name: "还没到期的预测" })
    .getByRole("row", { name: /三十位老客/ });
  await expect(saved).toContainText(orders ?? "none");
  await saved.getByRole("link").click();
  await expect(desk.getByLabel("每位分享者带来几人")).toHaveValue("2.5");
  await expect(figure("forecastOrders")).toHaveText(orders ?? "none");
});
