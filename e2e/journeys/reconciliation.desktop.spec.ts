import { expect, type Page } from "@playwright/test";
import { formatYuan } from "@/domain/money/format-yuan";
import { shoot, test } from "@/e2e/browser";
import { behind, runDuty } from "@/e2e/pages/behind";
import { openDesk, staffEmail } from "@/e2e/pages/desk";
import { shopUrl } from "@/e2e/pages/phone";
import { spoilOnce } from "@/e2e/pages/sandbox-fault";

test.describe.configure({ mode: "serial" });

let desk: Page;
let day = "";
const list = (query = "") => desk.goto(shopUrl(`/merchant/finance/reconciliation${query}`));
const dayRow = () =>
  desk.getByRole("table", { name: "最近的账单" }).getByRole("row", { name: new RegExp(day) });
const cases = () =>
  desk.getByRole("table", { name: "差异" }).locator("tbody tr").filter({ hasText: day });

test.beforeAll(async ({ browser }) => {
  desk = await openDesk(browser, "finance");
  day = await unreadDay();
});
test.afterAll(() => desk.context().close());

test("a bill that differs in an amount and knows a payment too many becomes two cases, side by side with our books", async () => {
  const before = await transfersOfBusiness();
  await list();
  await expect(dayRow()).toContainText("未核对");
  await spoilOnce("tradebill_file", "changed_amount");
  await spoilOnce("tradebill_file", "extra_line");
  await dayRow().getByRole("button", { name: "核对", exact: true }).click();
  await expect(desk.getByText("已核对：交易账单 有差异，资金账单 已对平。")).toBeVisible();
  await expect(dayRow()).toContainText("2 条待处理");
  const found = await readCases();
  expect(found.map(({ kind, theirsFen, oursFen }) => [kind, theirsFen - oursFen])).toEqual([
    ["amount_differs", 1n],
    ["missing_here", found[1]?.theirsFen],
  ]);
  const amount = cases().filter({ hasText: "金额不同" });
  await expect(amount).toContainText(`¥${formatYuan(found[0]?.oursFen ?? 0n)}`);
  await expect(amount).toContainText(`¥${formatYuan(found[0]?.theirsFen ?? 0n)}`);
  await expect(cases().filter({ hasText: "微信有，我们没有" })).toContainText("NOBODYKNOWSTHIS1");
  await expect(amount).toContainText("无人负责");
  await shoot(desk, "55-cases");
  expect(await transfersOfBusiness()).toBe(before);
});

test("while a difference is open nothing is paid out, and the finance page says why and where to go", async () => {
  await lookAtInvariants(true);
  await desk.getByRole("link", { name: "去对账" }).click();
  await desk.waitForURL(/\/finance\/reconciliation$/);
});

test("a person takes the case over and ends it with what was found; a tab that is later is told, and its words are not kept", async () => {
  await list();
  await cases().filter({ hasText: "金额不同" }).getByRole("link").click();
  await desk.waitForURL(/\/reconciliation\/[0-9a-f-]{36}/);
  await expect(fact("相差")).toHaveText("微信多 ¥0.01");
  await desk.getByLabel("负责人").selectOption({ label: "蒋会计" });
  await desk.getByRole("button", { name: "指派负责人" }).click();
  await expect(fact("负责人")).toHaveText("蒋会计");
  expect(await readCase("amount_differs")).toMatchObject({
    state: "open",
    owner: staffEmail("finance"),
  });
  const later = await desk.context().newPage();
  await later.goto(desk.url());
  await desk.getByRole("button", { name: "了结" }).click();
  await expect(desk.getByText("有几处需要修改，请看标出的地方。")).toBeVisible();
  expect((await readCase("amount_differs"))?.state).toBe("open");
  await shoot(desk, "56-case");
  const words = "与微信客服核对，账单多记一分，次日冲回";
  await end(desk, words);
  await expect(desk.getByText(/蒋会计 于 .* 了结/)).toBeVisible();
  await expect(desk.getByText(words)).toBeVisible();
  await expect(desk.getByLabel("查明的结果")).toHaveCount(0);
  await end(later, "另一种说法");
  await expect(later.getByText("这条差异已经了结。").first()).toBeVisible();
  await later.close();
  expect(await readCase("amount_differs")).toMatchObject({
    state: "closed",
    closedBy: staffEmail("finance"),
    resolution: words,
  });
  await list("?state=closed");
  await expect(cases()).toContainText("蒋会计");
});

test("compared once more, a case that a person has ended stays ended, and the other one stays open", async () => {
  await list();
  await dayRow().getByRole("button", { name: "重新核对" }).click();
  await expect(desk.getByText("已核对：交易账单 有差异，资金账单 已对平。")).toBeVisible();
  await expect(dayRow()).toContainText("1 条待处理");
  const states = (await readCases()).map(({ kind, state }) => [kind, state]);
  expect(states).toEqual([
    ["amount_differs", "closed"],
    ["missing_here", "open"],
  ]);
  await cases().filter({ hasText: "微信有，我们没有" }).getByRole("link").click();
  await end(desk, "门店收款码收的款，已补记");
  await expect(desk.getByText(/蒋会计 于 .* 了结/)).toBeVisible();
  await lookAtInvariants(false);
});

test("a bill that was damaged on its way is taken as none; the next attempt reads it and ends the case by itself", async () => {
  day = await unreadDay();
  await list();
  await spoilOnce("tradebill_file", "hash_mismatch");
  await dayRow().getByRole("button", { name: "核对", exact: true }).click();
  await expect(dayRow()).toContainText("未取到");
  await expect(dayRow()).toContainText("文件摘要不符");
  expect(await readLines()).toBe(0);
  await expect(cases()).toContainText("账单取不到或读不出");
  await dayRow().getByRole("button", { name: "重新核对" }).click();
  await expect(desk.getByText("已核对：交易账单 已对平，资金账单 已对平。")).toBeVisible();
  await expect(cases()).toHaveCount(0);
  expect(await readLines()).toBeGreaterThan(0);
  const ended = await readCase("bill_unreadable");
  expect([ended?.state, ended?.closedBy]).toEqual(["closed", null]);
  await desk.goto(shopUrl(`/merchant/finance/reconciliation/${ended?.id}`));
  await expect(desk.getByText(/系统于 .* 了结：后来核对上了。/)).toBeVisible();
});

/** Has the worker look at the books now instead of within ten minutes, and waits for whether the page says so. */
async function lookAtInvariants(isStopped: boolean): Promise<void> {
  await runDuty("watch-invariants");
  await expect(async () => {
    await desk.goto(shopUrl("/merchant/finance"));
    const said = desk.getByRole("main").getByText(/付款已暂停.*微信账单与账本有差异没有了结/);
    await expect(said).toHaveCount(isStopped ? 1 : 0, { timeout: 500 });
  }).toPass({ timeout: 30_000 });
}

/** The value beside a name of the case's facts. */
const fact = (name: string) =>
  desk.locator("dl > div", { has: desk.getByText(name, { exact: true }) }).locator("dd");

async function end(tab: Page, resolution: string): Promise<void> {
  await tab.getByLabel("查明的结果").fill(resolution);
  await tab.getByRole("button", { name: "了结" }).click();
}

const readCase = async (kind: string) => (await readCases()).find((one) => one.kind === kind);

type Case = {
  id: string;
  kind: string;
  oursFen: bigint;
  theirsFen: bigint;
  state: string;
  owner: string | null;
  closedBy: string | null;
  resolution: string;
};

/** The cases of the day, by their kind. */
async function readCases(): Promise<Case[]> {
  const { rows } = await behind(
    `select c.id, c.kind, coalesce(c.ours_fen, 0) as ours, coalesce(c.theirs_fen, 0) as theirs, c.state,
      o.email as owner, b.email as "closedBy", c.resolution
     from reconciliation_case c
     left join staff o on o.merchant_id = c.merchant_id and o.id = c.owner_id
     left join staff b on b.merchant_id = c.merchant_id and b.id = c.closed_by
     where c.day = $1 order by c.kind`,
    [day],
  );
  return rows.map(({ ours, theirs, ...row }) => ({
    ...row,
    oursFen: BigInt(ours),
    theirsFen: BigInt(theirs),
  }));
}

/** The newest day with payments whose bill is there, which is at ten the next morning, and nobody has read. */
async function unreadDay(): Promise<string> {
  const { rows } = await behind(
    `select to_char(p.succeeded_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day
     from payment p join merchant_host h on h.merchant_id = p.merchant_id and h.host = 'localhost'
     where p.state = 'success' and (p.succeeded_at at time zone 'Asia/Shanghai')::date
         < (now() at time zone 'Asia/Shanghai')::date - 1
       and not exists (select from wechat_bill b where b.merchant_id = p.merchant_id
         and b.day = (p.succeeded_at at time zone 'Asia/Shanghai')::date)
     group by 1 having count(*) > 1 order by 1 desc limit 1`,
  );
  return rows[0].day;
}
/** Lines of WeChat's trade bill of the day that were stored. */
async function readLines(): Promise<number> {
  const { rows } = await behind(
    "select count(*)::int as lines from wechat_bill_line where kind = 'trade' and day = $1",
    [day],
  );
  return rows[0].lines;
}

/** Transfers other than WeChat's fees, which reading a bill books, and of what the worker settles. */
async function transfersOfBusiness(): Promise<string> {
  const { rows } = await behind(
    `select count(*)::text as count from ledger_transfer
     where code not in ('payment_fee_charged', 'payment_fee_returned', 'commission_settled', 'debt_netted')`,
  );
  return rows[0].count;
}
