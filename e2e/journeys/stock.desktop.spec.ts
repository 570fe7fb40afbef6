import { expect, type Page } from "@playwright/test";
import { shoot, test } from "@/e2e/browser";
import { browserInstance } from "@/e2e/browser-instance";
import { behind } from "@/e2e/pages/behind";
import { fillSignIn, openDeskBrowser, staffEmail } from "@/e2e/pages/desk";
import { shopUrl } from "@/e2e/pages/phone";

test.describe.configure({ mode: "serial" });

let desk: Page;
const go = (path: string) => desk.goto(shopUrl(path));

test.beforeAll(async ({ browser }) => {
  desk = await openDeskBrowser(browser);
  await go("/merchant/sign-in");
  await fillSignIn(desk, staffEmail("owner"), browserInstance().demoPassword);
  await desk.waitForURL(/\/merchant$/);
});
test.afterAll(async () => desk.context().close());

/** Both widths at which people read it. */
async function shootBoth(name: string): Promise<void> {
  await shoot(desk, name);
  await desk.setViewportSize({ width: 375, height: 812 });
  await shoot(desk, `${name}-phone`);
  const overflow = await desk.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  await desk.setViewportSize({ width: 1440, height: 900 });
}

test("a purchase order goes from its supplier to the shelf in two parts, and the average cost follows", async () => {
  await go("/merchant/stock/suppliers");
  const add = desk.locator("section", { has: desk.getByRole("heading", { name: "添加供应商" }) });
  await add.getByLabel("名称").fill("湖州新米坊");
  await add.getByLabel("交货天数").fill("4");
  await add.getByRole("button", { name: "添加" }).click();
  await expect(desk.getByRole("heading", { name: "湖州新米坊" })).toBeVisible();
  await shootBoth("stock-1-suppliers");

  await go("/merchant/stock/purchases/new");
  await desk.getByLabel("供应商").selectOption({ label: "湖州新米坊" });
  await desk.getByLabel("商品").selectOption({ index: 1 });
  await desk.getByLabel("数量（件）").fill("1.5");
  await desk.getByLabel("进价（元/件）").fill("20.005");
  await desk.getByRole("button", { name: "保存草稿" }).click();
  await expect(desk.getByText("有几处需要修改，请看标出的地方。")).toBeVisible();
  await desk.getByLabel("数量（件）").fill("30");
  await desk.getByLabel("进价（元/件）").fill("20");
  await desk.getByRole("button", { name: "保存草稿" }).click();
  await desk.waitForURL(/\/purchases\/[0-9a-f-]{36}$/);
  await desk.getByRole("button", { name: "向供应商下单" }).click();
  await desk.getByRole("dialog").getByRole("button", { name: "向供应商下单" }).click();
  const arrived = desk.getByLabel(/本次到货件数/);
  await arrived.fill("31");
  await desk.getByRole("button", { name: "确认入库" }).click();
  await expect(desk.getByText(/到货数量超过未到数量/).first()).toBeVisible();
  await shootBoth("stock-2-receive");
  await arrived.fill("12");
  await desk.getByRole("button", { name: "确认入库" }).click();
  await expect(desk.getByText("已入库，还有货物未到。")).toBeVisible();
  await expect(arrived).toHaveValue("18");
  await desk.getByRole("button", { name: "确认入库" }).click();
  await expect(desk.getByText("已入库，全部到齐。")).toBeVisible();
  await shootBoth("stock-3-received");
  const { rows } = await behind(
    `select l.received_units, (select count(*)::int from stock_movement m
       join goods_receipt g on g.id = m.reference_id where g.purchase_order_id = l.purchase_order_id) as movements
     from purchase_line l where l.purchase_order_id = $1`,
    [desk.url().split("/").at(-1) ?? ""],
  );
  expect(rows).toEqual([{ received_units: 30, movements: 2 }]);
});

test("what was counted differently needs a reason, and stands in the movements with it", async () => {
  await go("/merchant/stock/counts");
  await desk.getByLabel("名称").fill("抽盘");
  await desk.getByRole("button", { name: "生成盘点表" }).click();
  await desk.waitForURL(/\/counts\/[0-9a-f-]{36}$/);
  const counted = desk.getByLabel(/实盘数量$/).first();
  await counted.fill("0");
  await desk.getByRole("button", { name: "过账" }).click();
  await expect(desk.getByText("实盘与账面不同，请写明原因。").first()).toBeVisible();
  await shootBoth("stock-4-count");
  const row = desk.getByRole("row").nth(1);
  const expected = Number(await row.getByRole("cell").nth(1).textContent());
  await counted.fill(String(expected + 2));
  await desk
    .getByLabel(/差异原因$/)
    .first()
    .fill("货架后面找到两盒");
  await desk.getByRole("button", { name: "过账" }).click();
  await expect(desk.getByText("已过账 1 行。")).toBeVisible();
  await go("/merchant/stock/movements?flow=adjusted");
  await expect(desk.getByText("货架后面找到两盒")).toBeVisible();
  await shootBoth("stock-5-movements");
});

test("a reorder proposal becomes a draft with one click", async () => {
  // Whatever the demo sold: with so many days in reserve something has to be ordered.
  await behind(
    `insert into analytics_setting (merchant_id, safety_days)
     select merchant_id, 120 from merchant_host where host = 'localhost'
     on conflict (merchant_id) do update set safety_days = 120`,
  );
  await go("/merchant/stock/reorder");
  await shootBoth("stock-6-reorder");
  // Most of the demo's products were never bought through a purchase order: the choice is the merchant's.
  const unknown = desk.locator("section", {
    has: desk.getByRole("heading", { name: /^尚未采购过/ }),
  });
  await unknown.getByRole("button", { name: "生成采购单草稿" }).click();
  await expect(unknown.getByLabel("供应商")).toHaveAttribute("aria-invalid", "true");
  await unknown.getByLabel("供应商").selectOption({ label: "湖州新米坊" });
  await unknown.getByRole("button", { name: "生成采购单草稿" }).click();
  await desk.waitForURL(/\/purchases\/[0-9a-f-]{36}$/);
  await expect(desk.getByText("草稿").first()).toBeVisible();
  await shootBoth("stock-7-draft");
  await behind("update analytics_setting set safety_days = 7");
  await go("/merchant/stock/purchases");
  await shootBoth("stock-8-purchases");
  await go("/merchant/stock");
  await shootBoth("stock-9-stock");
});

test("the board's figures are those of the movements, each opens to them, and its file holds them", async () => {
  await go("/merchant/insights/stock?window=last_90_days");
  const figure = async (metric: string) => {
    const value = await desk
      .locator(`[data-metric="${metric}"] data`)
      .first()
      .getAttribute("value");
    return Math.round(Number(value) * 100);
  };
  const flows = ["Opening", "Received", "Sold", "Returned", "Adjusted", "Closing"];
  const values = await Promise.all(flows.map((flow) => figure(`stock${flow}`)));
  const [opening = 0, received = 0, sold = 0, returned = 0, adjusted = 0, closing = 0] = values;
  expect(opening + received - sold + returned + adjusted).toBe(closing);
  const { rows } = await behind(
    `select sum(value_fen)::int as fen from stock s
     join merchant_host h on h.merchant_id = s.merchant_id and h.host = 'localhost'`,
  );
  expect(closing).toBe(rows[0].fen);
  await shootBoth("stock-board");
  await desk.locator('[data-metric="stockSold"] a').click();
  await desk.waitForURL(/\/merchant\/stock\/movements\?flow=sold/);
  await expect(desk.getByText("销售出库").first()).toBeVisible();
  const file = await desk.request.get(
    shopUrl("/merchant/insights/csv/stock-skus?window=last_90_days"),
  );
  expect(file.status()).toBe(200);
  expect(await file.text()).toContain("期初（件）");
});

test("a shop's day without anything says so", async () => {
  await go("/merchant/insights/stock?from=2020-01-01&until=2020-01-02");
  await expect(desk.getByText("—").first()).toBeVisible();
  await shootBoth("stock-board-empty");
});
