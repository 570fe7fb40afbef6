import { expect, type Page } from "@playwright/test";
import { shoot, test } from "@/e2e/browser";
import { behind } from "@/e2e/pages/behind";
import { lookBackNow } from "@/e2e/pages/look-back-now";
import { shopUrl } from "@/e2e/pages/phone";
import { firstShop } from "@/e2e/pages/plain-metrics";
import { fenOf } from "@/e2e/pages/plain-month";
import { plainOwnTree } from "@/e2e/pages/plain-own-tree";
import { openSignedIn } from "@/e2e/pages/signed-in";
import { customerCookie } from "@/e2e/routes/sign-in-by-http";
import { AZHEN, LAOZHOU, realNameOf } from "@/prisma/seed/shops/demo-people";

test.describe.configure({ mode: "serial" });

let phone: Page;

test.beforeAll(async ({ browser }) => {
  phone = await openSignedIn(browser, await customerCookie(AZHEN.id));
});
test.afterAll(() => phone.context().close());

type PaidMonth = { month: string; gross: string; tax: string; numbers: string[] };

/** What arrived by month, newest last, straight from 阿珍's withdrawals. */
async function paidMonths(year: string): Promise<PaidMonth[]> {
  const { rows } = await behind(
    `select p.tax_month as month, sum(p.gross_fen)::text as gross, sum(p.tax_fen)::text as tax,
      array_agg(p.payout_no order by p.requested_at) as numbers
     from payout p join distributor d on d.merchant_id = p.merchant_id and d.id = p.distributor_id
     where d.display_name = $1 and p.state = 'paid' and p.tax_month like $2
     group by 1 order by 1`,
    [AZHEN.nickname, `${year}-%`],
  );
  return rows;
}

test("the year's statement adds up to the withdrawals that arrived, and each month opens to its own", async () => {
  // The newest year in which something arrived: the demo's ninety days may begin in the one before.
  const { rows } = await behind(
    "select max(left(tax_month, 4)) as year from payout where state = 'paid'",
  );
  const months = await paidMonths(rows[0].year);
  await phone.goto(shopUrl(`/distribute/statements?year=${rows[0].year}`));
  const shown = await phone
    .locator("tbody tr")
    .evaluateAll((all) =>
      all.map((row) => [...row.children].map((cell) => cell.textContent ?? "")),
    );
  const wanted = months.map(({ gross, tax }) => [
    BigInt(gross),
    BigInt(tax),
    BigInt(gross) - BigInt(tax),
  ]);
  expect(shown.map(([, ...sums]) => sums.map(fenOf))).toEqual(wanted);
  const total = await phone.locator("tfoot td").allTextContents();
  expect(total.map(fenOf)).toEqual(
    [0, 1, 2].map((at) => wanted.reduce((sum, row) => sum + (row[at] ?? 0n), 0n)),
  );
  await expect(
    phone.getByText(`${realNameOf(AZHEN.id).slice(0, 1)}**`, { exact: false }),
  ).toBeVisible();
  await expect(phone.getByText(realNameOf(AZHEN.id))).toHaveCount(0);
  expect(await overhang()).toBe(0);
  const [first] = months;
  await phone.locator("tbody a").first().click();
  const lines = phone.locator('main a[href^="/distribute/payouts/"]');
  await expect(lines).toHaveCount(first?.numbers.length ?? -1);
  for (const number of first?.numbers ?? []) await expect(phone.getByText(number)).toBeVisible();
  await shoot(phone, "66-statement");
  await lines.first().click();
  await phone.waitForURL(new RegExp(`/distribute/payouts/${first?.numbers[0]}`));
});

test("a year without withdrawals says so, and asks for nothing", async () => {
  const past = new Date().getFullYear() - 2;
  await phone.goto(shopUrl(`/distribute/statements?year=${past}`));
  await expect(phone.getByText(`${past} 年没有到账的提现`)).toBeVisible();
  await expect(phone.getByRole("button", { name: "打印或存为 PDF" })).toHaveCount(0);
});

/** Opens a sum of the first page. @returns the sum, and what each row behind it says, page after page */
async function behindSum(name: "待结算" | "已追回"): Promise<{ sum: bigint; rows: string[] }> {
  await phone.goto(shopUrl("/distribute"));
  const label = phone.getByText(name, { exact: true });
  const link = label.locator("xpath=following-sibling::*[1]").getByRole("link");
  const sum = fenOf((await link.textContent()) ?? "");
  await link.click();
  await phone.waitForURL(/\/distribute\/commissions\?of=/);
  const rows: string[] = [];
  for (;;) {
    rows.push(...(await phone.locator("main li").allTextContents()));
    const older = phone.getByRole("link", { name: "更早的佣金" });
    if ((await older.count()) === 0) return { sum, rows };
    await phone.goto(new URL((await older.getAttribute("href")) ?? "", phone.url()).href);
  }
}

const added = (rows: readonly string[], amount: RegExp) =>
  rows.reduce((sum, row) => sum + fenOf(amount.exec(row)?.[1] ?? "no amount"), 0n);

test("sums of the first page open to the commissions that make them, and a friend's order to how it was computed", async () => {
  const pending = await behindSum("待结算");
  expect(added(pending.rows, /¥([\d,]+\.\d\d)(?:待结算|冻结中)/)).toBe(pending.sum);
  await expect(phone.getByRole("heading", { name: "待结算的佣金" })).toBeVisible();
  const taken = await behindSum("已追回");
  expect(added(taken.rows, /已追回 ¥([\d,]+\.\d\d)/)).toBe(taken.sum);

  await phone.goto(shopUrl("/distribute/orders"));
  const order = phone.locator("main li", { has: phone.getByText("佣金怎么算的") }).first();
  const orderNo = /订单 (\d+)/.exec((await order.textContent()) ?? "")?.[1] ?? "";
  await order.getByRole("link", { name: "佣金怎么算的" }).click();
  await expect(phone.getByRole("heading", { name: `订单 ${orderNo} 的佣金` })).toBeVisible();
  const rows = phone.locator("main li");
  await expect(rows.filter({ hasText: orderNo })).toHaveCount(await rows.count());
  await rows.first().getByRole("link").click();
  await expect(phone.getByText("怎么算出来的").first()).toBeVisible();
});

test("the share tree counts everybody below 阿珍 hop by hop, and names nobody in full", async () => {
  await lookBackNow(await firstShop());
  const hops = await plainOwnTree(AZHEN.nickname);
  const people = hops.reduce((sum, hop) => sum + hop.people, 0);
  expect(people).toBeGreaterThan(0);
  await phone.goto(shopUrl("/distribute/tree"));
  await expect(
    phone.getByRole("heading", { name: `您一共带来 ${people} 人，传到第 ${hops.length} 层` }),
  ).toBeVisible();
  const rows = phone.locator("main section").first().locator("li");
  const shown = (await rows.allTextContents()).map((text) => text.match(/[\d,.]+/g)?.map(fenOf));
  expect(shown).toEqual(
    hops.map(({ hop, people: count, orders, fen }) => [
      BigInt(hop) * 100n,
      BigInt(count) * 100n,
      BigInt(orders) * 100n,
      fen,
    ]),
  );
  expect(await overhang()).toBe(0);
  expect(await namesInFull()).toEqual([]);
  await shoot(phone, "67-own-tree");
});

test("whoever brought others opens to their own part, with the way back; nobody outside of it can be opened", async () => {
  await phone.goto(shopUrl("/distribute/tree"));
  const item = phone.locator('main a[href*="before="]').first();
  const below = /又带来 (\d+) 人/.exec((await item.textContent()) ?? "")?.[1];
  await item.click();
  await expect(phone.getByRole("heading", { name: new RegExp(`带来 ${below} 人`) })).toBeVisible();
  expect(await namesInFull()).toEqual([]);
  await phone
    .getByRole("navigation", { name: "从我到这里" })
    .getByRole("link", { name: "我" })
    .click();
  await phone.waitForURL(/\/distribute\/tree$/);
  const { rows } = await behind("select id from customer where nickname = $1", [LAOZHOU.nickname]);
  const answer = await phone.goto(shopUrl(`/distribute/tree?before=${rows[0].id}.0`));
  expect(answer?.status()).toBe(404);
});

const overhang = () =>
  phone.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));

/** Names of the shop's customers, of two signs and more, that stand in the page as they are. */
async function namesInFull(): Promise<string[]> {
  const text = (await phone.locator("main").textContent()) ?? "";
  const { rows } = await behind(
    "select distinct nickname from customer where length(nickname) > 1 and nickname <> '微信好友'",
  );
  return rows.map(({ nickname }) => nickname).filter((nickname) => text.includes(nickname));
}
