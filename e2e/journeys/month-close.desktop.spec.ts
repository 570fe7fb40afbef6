import { createHash } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { shanghaiMonth } from "@/domain/metrics/shanghai-month";
import { shoot, test } from "@/e2e/browser";
import { behind } from "@/e2e/pages/behind";
import { openDesk, staffEmail } from "@/e2e/pages/desk";
import { shopUrl } from "@/e2e/pages/phone";
import { plainMonth } from "@/e2e/pages/plain-month";
import { readMonthFile, readMonthPage } from "@/e2e/pages/read-month";
import { spoilOnce } from "@/e2e/pages/sandbox-fault";

test.describe.configure({ mode: "serial" });

const running = shanghaiMonth(new Date());
/** A whole month whose last bill WeChat has made: that of a day is there at ten the next morning. */
const month = monthBefore(shanghaiMonth(new Date(Date.now() - 2 * 86_400_000)));

let desk: Page;
const go = (of: string) => desk.goto(shopUrl(`/merchant/finance/months/${of}`));
const close = () => desk.getByRole("button", { name: "办理月结" });

test.beforeAll(async ({ browser }) => {
  desk = await openDesk(browser, "finance");
});
test.afterAll(() => desk.context().close());

test("every line of an open month is the ledger's to the fen, on the page and in its file", async () => {
  await desk.goto(shopUrl("/merchant/finance/months"));
  await expect(desk.locator("tbody tr").first()).toContainText("进行中");
  await desk.getByRole("link", { name: month }).click();
  await desk.waitForURL(`**/months/${month}`);
  const plain = await plainMonth(month);
  expect(plain.lines.顾客付款).toBeGreaterThan(0n);
  expect(plain.lines.代扣税款).toBeGreaterThan(0n);
  expect(await readMonthPage(desk)).toEqual(plain);
  expect(await readMonthFile(desk, month)).toEqual(plain);
  await shoot(desk, "50-month-open");
});

test("a month that runs, or whose bills nobody has read, cannot be closed, and the page says what to do", async () => {
  await go(running);
  await expect(desk.getByText("这个月还没有过完，过完后才能月结。")).toBeVisible();
  await expect(close()).toHaveCount(0);
  await go(month);
  await expect(desk.getByText(/还有 \d+ 天的微信账单没有核对：/)).toBeVisible();
  await expect(close()).toHaveCount(0);
  // In WeChat's bill of one day a payment is a fen larger.
  await spoilOnce("tradebill_file", "changed_amount");
  const read = desk.getByRole("button", { name: "核对这些天" });
  for (let round = 0; round < 4 && (await read.isVisible()); round += 1) {
    await read.click();
    await expect(desk.getByText(/已核对 \d+ 天/).last()).toBeVisible({ timeout: 30_000 });
    await go(month);
  }
  await expect(desk.getByText(/还有 1 条差异待处理，了结后才能月结/)).toBeVisible();
  await expect(close()).toHaveCount(0);
  await shoot(desk, "51-month-open-case");
});

test("the fees of bills that were read late belong to the month in which they were booked", async () => {
  await go(running);
  await expect(async () => {
    await desk.reload();
    const plain = await plainMonth(running);
    expect(plain.lines.收取).toBeGreaterThan(0n);
    expect(await readMonthPage(desk)).toEqual(plain);
  }).toPass({ timeout: 20_000 });
  expect((await plainMonth(month)).lines.收取).toBe(0n);
});

test("once the difference has its end the month is closed once: an older tab is told, and nothing can be changed", async () => {
  await behind(
    `update reconciliation_case c set state = 'closed', closed_at = now(), closed_by = s.id,
       resolution = '微信多记一分，次日冲回'
     from staff s where s.merchant_id = c.merchant_id and s.email = $2
       and c.state = 'open' and to_char(c.day, 'YYYY-MM') = $1`,
    [month, staffEmail("finance")],
  );
  const before = await plainMonth(month);
  await go(month);
  const older = await desk.context().newPage();
  await older.goto(desk.url());
  await press(desk);
  await expect(desk.getByText(/蒋会计 于 .* 月结，校验码 [0-9a-f]{64}/)).toBeVisible();
  await press(older);
  await expect(older.getByText("这个月已经结过。").first()).toBeVisible();
  await older.close();
  const { rows } = await behind(
    `select c.figures::text as figures, c.sha256, s.email, (
       select count(*)::int from audit_entry a where a.merchant_id = c.merchant_id
         and a.action = 'month.close' and a.details ->> 'month' = c.month) as noted
     from month_close c join staff s on s.merchant_id = c.merchant_id and s.id = c.closed_by
     where c.month = $1`,
    [month],
  );
  expect(rows).toHaveLength(1);
  expect([rows[0].email, rows[0].noted]).toEqual([staffEmail("finance"), 1]);
  expect(rows[0].sha256).toBe(createHash("sha256").update(rows[0].figures).digest("hex"));
  await expect(desk.getByText(rows[0].sha256)).toBeVisible();
  await expect(close()).toHaveCount(0);
  expect(await readMonthPage(desk)).toEqual(before);
  expect(await readMonthFile(desk, month)).toEqual(before);
  for (const sql of ["update month_close set sha256 = ''", "delete from month_close"]) {
    await expect(behind(sql)).rejects.toThrow();
  }
  await shoot(desk, "52-month-closed");
  await desk.goto(shopUrl("/merchant/finance/months"));
  await expect(desk.getByRole("row", { name: new RegExp(month) })).toContainText("已结");
  await shoot(desk, "53-months");
});

function monthBefore(of: string): string {
  return shanghaiMonth(new Date(Date.parse(`${of}-01T00:00:00+08:00`) - 1));
}

/** Closes the month that a tab shows, and says yes to the question. */
async function press(tab: Page): Promise<void> {
  await tab.getByRole("button", { name: "办理月结" }).click();
  const question = tab.getByRole("dialog");
  await expect(question).toContainText("不能撤回");
  await question.getByRole("button", { name: "办理月结" }).click();
}
