import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { expect, type Page } from "@playwright/test";
import { shoot, test } from "@/e2e/browser";
import { behind } from "@/e2e/pages/behind";
import { openDesk } from "@/e2e/pages/desk";
import { dirtyHistory, dirtyHistoryFile } from "@/e2e/pages/dirty-history";
import { shopUrl } from "@/e2e/pages/phone";

test.describe.configure({ mode: "serial" });

let desk: Page;
let firstImport = "";
test.beforeAll(async ({ browser }) => {
  desk = await openDesk(browser, "operator");
});
test.afterAll(async () => desk.context().close());

async function upload(name: string, buffer: Buffer): Promise<void> {
  await desk.goto(shopUrl("/merchant/history"));
  const file = { name, mimeType: "application/gzip", buffer };
  await desk.locator('input[type="file"]').setInputFiles(file);
  await desk.getByRole("button", { name: "上传并预览" }).click();
  await desk.waitForURL(/\/merchant\/history\/[0-9a-f-]{36}$/);
}

const result = () =>
  desk.getByRole("region").or(desk.locator("section")).filter({ hasText: "导入结果" });

async function expectCounts(counts: Record<string, number>): Promise<void> {
  for (const [label, count] of Object.entries(counts)) {
    const value = result().getByText(label, { exact: true }).locator("xpath=following-sibling::dd");
    await expect(value.first()).toHaveText(String(count), { timeout: 30_000 });
  }
}

test("what is no table is refused with a sentence, and nothing is kept of it", async () => {
  await desk.goto(shopUrl("/merchant/history"));
  const imports = desk.getByRole("row");
  const before = await imports.count();
  await desk.getByRole("button", { name: "上传并预览" }).click();
  await expect(desk.getByText("请先选择文件。")).toBeVisible();
  const picture = {
    name: "a.png",
    mimeType: "image/png",
    buffer: Buffer.from([137, 80, 78, 71, 0]),
  };
  await desk.locator('input[type="file"]').setInputFiles(picture);
  await desk.getByRole("button", { name: "上传并预览" }).click();
  await expect(desk.getByText(/无法识别文件内容/)).toBeVisible();
  await desk.goto(shopUrl("/merchant/history"));
  expect(await imports.count()).toBe(before);
});

test("the preview shows what would become of the first lines, and follows the choice of columns", async () => {
  await upload("老店订单.csv.gz", dirtyHistoryFile());
  firstImport = new URL(desk.url()).pathname.split("/").at(-1) ?? "";
  await expect(desk.getByText("还缺这些列：商品编码。")).toBeVisible();
  await shoot(desk, "91-history-column-missing");
  await desk.getByRole("button", { name: "开始导入" }).click();
  await expect(desk.getByText("必需的列还没有选全。")).toBeVisible();
  await desk.getByLabel("商品编码 *").selectOption({ label: "货品" });
  await expect(desk.getByText("必需的列都已选定。")).toBeVisible();
  const rows = desk.getByRole("table", { name: "按现在的选择试读" }).locator("tbody tr");
  await expect(rows.nth(2)).toContainText("日期读不懂");
  await desk.getByLabel("日期写法").selectOption({ label: "日/月/年" });
  await expect(rows.nth(2)).toContainText("销售");
  await expect(rows.nth(4)).toContainText("退款");
  await expect(rows.nth(0)).toContainText("¥1,234.50");
  await shoot(desk, "92-history-preview");
});

test("the worker imports it, every line is accounted for, and those not taken stand with their reasons", async () => {
  await desk.getByRole("button", { name: "开始导入" }).click();
  await expect(desk.getByText(/共 14 行 = 销售 4 行 \+ 退款 1 行 \+ 未导入 9 行/)).toBeVisible({
    timeout: 40_000,
  });
  const { read, sales, refundLines, refused, orders, refunds } = dirtyHistory;
  await expectCounts({
    读到的行: read,
    销售行: sales,
    退款行: refundLines,
    未导入的行: refused,
    订单: orders,
    退款单: refunds,
  });
  await expect(desk.getByText("已完成")).toBeVisible();
  const refusedLines = desk.getByRole("table", { name: "未导入的行" }).locator("tbody tr");
  const unread = refusedLines
    .filter({ hasText: "数量读不懂" })
    .getByRole("cell", { name: "—", exact: true });
  await expect(unread).toHaveCount(1);
  await shoot(desk, "93-history-done");
  const { rows } = await behind(
    "select amount_fen, sold_at from history_order where import_id = $1 and invoice_no = 'J1'",
    [firstImport],
  );
  expect(BigInt(rows[0].amount_fen)).toBe(dirtyHistory.netOfJ1Fen);
  expect(rows[0].sold_at).toEqual(new Date("2026-01-05T01:59:00Z"));
});

test("one reason is looked at alone, and all of them leave as a file", async () => {
  await desk.getByRole("link", { name: /单价不大于零/ }).click();
  await desk.waitForURL(/fault=price_not_positive/);
  const table = desk.getByRole("table", { name: "未导入的行" }).locator("tbody tr");
  await expect(table).toHaveCount(1);
  await expect(table.first()).toContainText("J5");
  const [download] = await Promise.all([
    desk.waitForEvent("download"),
    desk.getByRole("link", { name: "下载全部 9 行" }).click(),
  ]);
  const csv = await readFile(await download.path(), "utf8");
  expect(csv.trim().split("\r\n")).toHaveLength(1 + dirtyHistory.refused);
  expect(csv).toContain("有乱码");
  expect(csv).toMatch(/,数量读不懂,J7,R-8,红茶,,5\.00,/);
});

test("the same file again is recognised and doubles nothing", async () => {
  await upload("又一次.csv.gz", dirtyHistoryFile());
  await expect(desk.getByText(/内容相同的文件已经导入过/)).toBeVisible();
  await desk.getByLabel("商品编码 *").selectOption({ label: "货品" });
  await desk.getByLabel("日期写法").selectOption({ label: "日/月/年" });
  await desk.getByRole("button", { name: "开始导入" }).click();
  await expect(desk.getByRole("link", { name: /这一单已导入过/ })).toBeVisible({ timeout: 40_000 });
  await expectCounts({ 读到的行: dirtyHistory.read, 订单: 0, 退款单: 0 });
  const { rows } = await behind("select count(*)::int as orders from history_order");
  expect(rows[0].orders).toBe(dirtyHistory.orders + dirtyHistory.refunds);
});

test("undone after a question, nothing of it is left, and the list says so", async () => {
  await desk.goto(shopUrl(`/merchant/history/${firstImport}`));
  await desk.getByRole("button", { name: "撤销导入" }).click();
  await shoot(desk, "94-history-undo");
  await desk.getByRole("dialog").getByRole("button", { name: "撤销导入" }).click();
  await expect(desk.getByText(/这次导入已撤销/)).toBeVisible();
  const { rows } = await behind(
    "select (select count(*) from history_line where import_id = $1)::int as lines, (select count(*) from history_order where import_id = $1)::int as orders",
    [firstImport],
  );
  expect(rows).toEqual([{ lines: 0, orders: 0 }]);
  await desk.goto(shopUrl("/merchant/history"));
  await expect(desk.getByRole("row", { name: /老店订单/ })).toContainText("已撤销");
  await shoot(desk, "95-history-list");
});

test("a file that was cut off says so, counts nowhere, and can be undone", async () => {
  const rows = Array.from({ length: 40_000 }, (_, index) => {
    return `X${index * 7_919},S${index % 97},1,2026-03-01 10:00,1.00,${index * 31}`;
  });
  const whole = gzipSync(["Invoice,SKU,Qty,Date,Price,CustomerID", ...rows].join("\n"));
  await upload("断了.csv.gz", whole.subarray(0, whole.length - 2_000));
  await desk.getByRole("button", { name: "开始导入" }).click();
  await expect(desk.getByText(/文件不完整或已损坏/)).toBeVisible({ timeout: 40_000 });
  await shoot(desk, "96-history-broken");
  await desk.getByRole("button", { name: "撤销", exact: true }).click();
  await desk.getByRole("dialog").getByRole("button", { name: "撤销", exact: true }).click();
  await expect(desk.getByText(/这次导入已撤销/)).toBeVisible();
});
