import { expect, type Page } from "@playwright/test";
import { shoot, test } from "@/e2e/browser";
import { behind } from "@/e2e/pages/behind";
import { openDesk } from "@/e2e/pages/desk";
import { lookBackNow } from "@/e2e/pages/look-back-now";
import { shopUrl } from "@/e2e/pages/phone";
import { areRollUpsDone, firstShop } from "@/e2e/pages/plain-metrics";

test.describe.configure({ mode: "serial" });

let desk: Page;
const go = (path: string) => desk.goto(shopUrl(path));

test.beforeAll(async ({ browser }) => {
  test.setTimeout(200_000);
  desk = await openDesk(browser);
  // Fees that another journey had booked count for days long past.
  await lookBackNow(await firstShop());
  await expect.poll(areRollUpsDone, { timeout: 80_000 }).toBe(true);
  // What looks back follows right after the first roll-ups.
  const isThere = async () => {
    const { rows } = await behind("select exists (select from rfm_segment) as there");
    return rows[0].there;
  };
  await expect.poll(isThere, { timeout: 80_000 }).toBe(true);
});
test.afterAll(async () => desk.context().close());

/** The lines of a file that a page links to, without its heads. */
async function readFile(): Promise<string[]> {
  const href = await desk.getByRole("link", { name: "导出 CSV" }).first().getAttribute("href");
  const file = await desk.request.get(shopUrl(href ?? ""));
  return (await file.text()).trim().split("\r\n").slice(1);
}

test("a cell of the triangle opens to as many people as it says, and so does its file", async () => {
  await go("/merchant/insights/retention?basis=order&unit=month");
  await shoot(desk, "94-retention");
  const words = /^(.*) 首次购买的 (\d+) 人中，(.*) 买过 (\d+) 人$/;
  const titles = await desk
    .locator("td[title]")
    .evaluateAll((all) => all.map((cell) => cell.getAttribute("title") ?? ""));
  expect(titles.length).toBeGreaterThan(2);
  // Of a month that is over: nothing is added to it meanwhile.
  const cells = titles.map((title) => words.exec(title)?.slice() ?? []);
  expect(cells.map(({ length }) => length)).toEqual(titles.map(() => 5));
  const [title = "", , , , people] =
    cells.find(([, cohort, , period, count]) => cohort !== period && Number(count) > 0) ?? [];
  await desk.locator(`td[title="${title}"]`).getByRole("link").click();
  await desk.waitForURL(/\/retention\/people/);
  await shoot(desk, "95-cohort-people");
  expect(await readFile()).toHaveLength(Number(people));
});

test("the segments hold all customers of the year, and each opens to its own", async () => {
  await go("/merchant/insights/rfm");
  await shoot(desk, "96-rfm");
  const whole = await desk.locator('[data-metric="rfmCustomers"] data').getAttribute("value");
  const rows = desk.locator("table").first().locator("tbody tr");
  const sizes = await rows.evaluateAll((all) =>
    all.map((row) => row.querySelector("data")?.value ?? "none"),
  );
  expect(sizes).toHaveLength(8);
  expect(sizes.reduce((sum, size) => sum + Number(size), 0)).toBe(Number(whole));
  const largest = sizes.indexOf(String(Math.max(...sizes.map(Number))));
  await rows.nth(largest).getByRole("link").first().click();
  await desk.waitForURL(/\/rfm\/people\?segment=\d{3}/);
  await shoot(desk, "97-rfm-people");
  expect(await readFile()).toHaveLength(Number(sizes[largest]));
  await desk.locator('tbody a[href^="/merchant/orders/"]').first().click();
  await desk.waitForURL(/\/merchant\/orders\/\w+/);
});
