import { expect } from "@playwright/test";
import { test } from "@/e2e/browser";
import { behind } from "@/e2e/pages/behind";
import { openDesk, staffEmail } from "@/e2e/pages/desk";
import { lookBackNow } from "@/e2e/pages/look-back-now";
import { shopUrl } from "@/e2e/pages/phone";
import { areRollUpsDone, firstShop } from "@/e2e/pages/plain-metrics";

/** Orders of the whole shop on a day as they were rolled up. */
async function rolledUp(day: string): Promise<number> {
  const { rows } = await behind(
    `select f.orders from day_figure f
     join slice s on s.merchant_id = f.merchant_id and s.id = f.slice_id and s.kind = 'all' and s.key = ''
     where f.merchant_id = $1 and f.day = $2`,
    [await firstShop(), day],
  );
  return rows[0].orders;
}

test("days that somebody doubts are computed from their facts once more, and who asked is on record", async ({
  browser,
}) => {
  await lookBackNow(await firstShop());
  await expect.poll(areRollUpsDone, { timeout: 30_000 }).toBe(true);
  const { rows } = await behind(
    `select max(day)::text as day from day_figure
     where merchant_id = $1 and orders > 0 and day < (now() at time zone 'Asia/Shanghai')::date - 20`,
    [await firstShop()],
  );
  const { day } = rows[0];
  const orders = await rolledUp(day);
  await behind("update day_figure set orders = orders + 7 where merchant_id = $1 and day = $2", [
    await firstShop(),
    day,
  ]);
  const desk = await openDesk(browser);
  await desk.goto(shopUrl("/merchant/insights/settings"));
  const submit = desk.getByRole("button", { name: "重新计算" });
  const form = desk.locator("form", { has: submit });
  await form.getByLabel("从", { exact: true }).fill(day);
  await form.getByLabel("到", { exact: true }).fill("2020-01-01");
  await submit.click();
  await expect(form.getByText("日期从早到晚，最多 31 天。")).toBeVisible();
  expect(await rolledUp(day)).toBe(orders + 7);
  await form.getByLabel("到", { exact: true }).fill(day);
  await submit.click();
  await expect(desk.getByText("已排队，几分钟内算完。")).toBeVisible();
  const marked = await behind(
    "select from rollup_dirty where merchant_id = $1 and day = $2 and what = 'facts'",
    [await firstShop(), day],
  );
  expect(marked.rowCount).toBe(1);
  await lookBackNow(await firstShop());
  // The worker may have taken them up first.
  await expect.poll(() => rolledUp(day), { timeout: 20_000 }).toBe(orders);
  const noted = await behind(
    `select a.details, s.email from audit_entry a
     join staff s on s.merchant_id = a.merchant_id and s.id = a.actor_id
     where a.action = 'analytics_setting.recompute' order by a.at desc limit 1`,
  );
  expect(noted.rows).toEqual([{ details: { from: day, until: day }, email: staffEmail("owner") }]);
  await desk.context().close();
});
