import { expect, type Page } from "@playwright/test";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { shoot, test } from "@/e2e/browser";
import { browserInstance } from "@/e2e/browser-instance";
import { behind } from "@/e2e/pages/behind";
import { openTeaDesk } from "@/e2e/pages/desk";
import { shopUrl } from "@/e2e/pages/phone";
import { openSignedIn } from "@/e2e/pages/signed-in";
import { customerCookie } from "@/e2e/routes/sign-in-by-http";
import { CHAYOU, realNameOf } from "@/prisma/seed/shops/demo-people";

test.describe.configure({ mode: "serial" });

const today = shanghaiDay(new Date());
const month = today.slice(0, 7);
const source = "国家税务总局公告 2026 年第 9 号第三条";

let owner: Page;
let finance: Page;
let payoutNo = "";
/** What is withheld of 300 yuan: it depends on what the person had withdrawn in the month before, in fen. */
let tax = 0;
const go = (page: Page, path: string) =>
  page.goto(shopUrl(`/merchant/finance/tax${path}`, "tea.localhost"));

test.beforeAll(async ({ browser }) => {
  // Another journey guesses passwords in this shop until its address is locked for a quarter of an hour.
  await behind("update login_throttle set locked_until = null");
  owner = await openTeaDesk(browser, "owner");
  finance = await openTeaDesk(browser, "finance");
});
test.afterAll(async () => {
  await owner.context().close();
  await finance.context().close();
});

test("a further version of the rule needs its source, a table without jumps, its figures read and the password", async () => {
  await go(finance, "");
  await expect(finance.getByRole("link", { name: "新增规则版本" })).toHaveCount(0);
  await go(owner, "");
  await owner.getByRole("link", { name: "新增规则版本" }).click();
  await owner.waitForURL(/\/rules\/new$/);
  const save = owner.getByRole("button", { name: "保存新版本" });
  const form = owner.locator("form", { has: save });
  await form.getByLabel("生效日期").fill(today);
  await save.click();
  await expect(form.getByText("有几处需要修改，请看标出的地方。")).toBeVisible();
  await form.getByLabel("依据").fill(source);
  // 100 yuan are free instead of 800.
  await form.getByLabel("定额扣除（元）").fill("１００");
  await form.locator('[name="brackets.1.quick"]').fill("1000");
  await save.click();
  await expect(form.getByText("两级交界处税款不连续，请检查速算扣除数。")).toBeVisible();
  await form.locator('[name="brackets.1.quick"]').fill("2000");
  await save.click();
  await expect(form.getByText(/试算：800\.00 元扣 140\.00 元/)).toBeVisible();
  await form.getByLabel("试算结果已与文件核对无误").check();
  await save.click();
  await expect(form.getByText("请输入您的登录密码。").first()).toBeVisible();
  expect(await readVersions()).toHaveLength(1);
  await form.getByLabel("您的登录密码").fill(browserInstance().demoPassword);
  await save.click();
  await owner.waitForURL(/\/finance\/tax$/);
  const newest = owner.getByRole("table", { name: "计税规则" }).locator("tbody tr").first();
  await expect(newest).toContainText("现行");
  await expect(newest).toContainText(source);
  expect(await readVersions()).toEqual([
    { version: 1, exempt: "80000", validFrom: "2019-01-01", by: null },
    { version: 2, exempt: "10000", validFrom: today, by: "owner@yunjiao.example" },
  ]);
  await shoot(owner, "58-tax-rules");
});

test("a distributor reads what is withheld, by which version and why, before saying yes, and it is withheld so", async ({
  browser,
}) => {
  const prior = await readMonth(CHAYOU.nickname);
  const taxable = prior.gross + 30_000 - 10_000;
  tax = Math.round(taxable * 0.2) - prior.tax;
  const cookie = await customerCookie(CHAYOU.id, "tea.localhost");
  const phone = await openSignedIn(browser, cookie, "tea.localhost");
  await phone.goto(shopUrl("/distribute/payouts/new", "tea.localhost"));
  await phone.getByLabel("提现金额（元）").fill("300");
  const submit = phone.getByRole("button", { name: "确认提现 ¥300.00" });
  await expect(submit).toBeEnabled();
  await phone.getByText("怎么算的").click();
  await expect(phone.getByText(`-¥${yuan(tax)}`)).toBeVisible();
  await expect(phone.getByText("规则：劳务报酬所得预扣预缴（第 2 版）")).toBeVisible();
  await expect(phone.getByText(`依据：${source}`)).toBeVisible();
  await expect(
    phone.getByText(`¥${yuan(taxable)} × 20% = ¥${yuan(tax + prior.tax)}`),
  ).toBeVisible();
  await shoot(phone, "59-withheld-before");
  await submit.click();
  await phone.waitForURL(/\/distribute\/payouts\/[0-9a-z]{20,}/);
  payoutNo = new URL(phone.url()).pathname.split("/").at(-1) ?? "";
  await expect(phone.getByRole("heading", { level: 2, name: "待您确认收款" })).toBeVisible({
    timeout: 30_000,
  });
  await confirmAtWechat();
  await expect(phone.getByRole("heading", { level: 2, name: "已到账" })).toBeVisible({
    timeout: 30_000,
  });
  await phone.context().close();
  expect(await readPayout()).toEqual({
    state: "paid",
    terms: `30000 ${tax} 2`,
    month,
    withheld: [`payout_tax_withheld ${tax}`, `tax_withheld ${tax}`],
  });
});

test("the month, the year's statement of the person and the file for filing say the same", async () => {
  const own = await readMonth(CHAYOU.nickname);
  await go(finance, `/${month}`);
  const person = finance.getByRole("table", { name: "扣缴明细" }).getByRole("row", {
    name: new RegExp(CHAYOU.nickname),
  });
  await expect(person).toContainText(`¥${yuan(own.gross)}`);
  await expect(person).toContainText(`¥${yuan(own.tax)}`);
  const { rows } = await behind(
    `select a.id_number_tail as tail from payout_account a
     join payout p on p.merchant_id = a.merchant_id and p.distributor_id = a.distributor_id
     where p.payout_no = $1`,
    [payoutNo],
  );
  const { tail } = rows[0];
  await expect(person).toContainText(tail);
  const csv = await exportFiling();
  const filed = [month, own.count, plain(own.gross), plain(own.tax)].join(",");
  const lines = csv.split("\r\n").slice(1).filter(Boolean);
  expect(lines.filter((line) => line.startsWith(realNameOf(CHAYOU.id)))).toEqual([
    expect.stringMatching(
      new RegExp(`^${realNameOf(CHAYOU.id)},\\d{14}${tail}\\t,劳务报酬所得,${filed}$`),
    ),
  ]);
  await person.getByRole("link", { name: "个税明细" }).click();
  await finance.waitForURL(/\/tax\/statements\//);
  await expect(finance.getByRole("row", { name: new RegExp(`^${month}`) })).toContainText(
    `¥${yuan(own.gross - own.tax)}`,
  );
  const line = finance.getByRole("row", { name: new RegExp(payoutNo) });
  await expect(line).toContainText("劳务报酬所得预扣预缴 · 2");
  await expect(finance.getByText(realNameOf(CHAYOU.id))).toHaveCount(0);
  await expect(finance.getByText(`证件尾号 ${tail}`)).toBeVisible();
  await shoot(finance, "64-tax-statement");
});

test("what was handed over is recorded once under the office's number, and never more than is owed", async () => {
  const owed = (await readMonth()).tax;
  await go(finance, `/${month}`);
  const record = finance.getByRole("button", { name: "登记上缴" });
  const form = finance.locator("form", { has: record });
  await expect(form.getByLabel("上缴金额（元）")).toHaveValue(plain(owed));
  await form.getByLabel("上缴金额（元）").fill(plain(owed + 1));
  await form.getByLabel("税票号").fill("3301260001");
  await record.click();
  await expect(form.getByText(`超过了待缴金额，最多 ${plain(owed)} 元。`)).toBeVisible();
  expect(await readRemitted()).toEqual([]);
  await form.getByLabel("上缴金额（元）").fill("15");
  await record.click();
  await expect(finance.getByText("已登记上缴 15.00 元。")).toBeVisible();
  await expect(form.getByLabel("税票号")).toHaveValue("");
  await form.getByLabel("上缴金额（元）").fill("15");
  await form.getByLabel("税票号").fill("3301260001");
  await record.click();
  await expect(form.getByText("这个税票号已经登记过。")).toBeVisible();
  await form.getByLabel("上缴金额（元）").fill(plain(owed - 1_500));
  await form.getByLabel("税票号").fill("3301260002");
  await record.click();
  await expect(finance.getByText(`已登记上缴 ${plain(owed - 1_500)} 元。`)).toBeVisible();
  await expect(form).toHaveCount(0);
  expect(await readRemitted()).toEqual(["1500 tax_remitted", `${owed - 1_500} tax_remitted`]);
  await shoot(finance, "65-tax-month");
  await go(finance, "");
  const row = finance.getByRole("row", { name: new RegExp(`^${month}`) });
  await expect(row).toContainText("¥0.00");
});

const plain = (fen: number) => (fen / 100).toFixed(2);
const yuan = (fen: number) =>
  (fen / 100).toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** What was withdrawn and withheld in this month, by one person or by all of the shop: the demo's past may reach into it. */
async function readMonth(nickname = ""): Promise<{ count: number; gross: number; tax: number }> {
  const { rows } = await behind(
    `select count(*)::int as count, coalesce(sum(p.gross_fen), 0)::int as gross,
       coalesce(sum(p.tax_fen), 0)::int as tax
     from payout p join merchant_host h on h.merchant_id = p.merchant_id and h.host = 'tea.localhost'
     join distributor d on d.merchant_id = p.merchant_id and d.id = p.distributor_id
     where p.state = 'paid' and p.tax_month = $1 and $2 in ('', d.display_name)`,
    [month, nickname],
  );
  return rows[0];
}

/** Takes the file away and gives the password where it is asked for. */
async function exportFiling(): Promise<string> {
  const button = finance.getByRole("button", { name: "导出 CSV" });
  await button.click();
  const form = finance.locator("form", { has: button });
  await expect(form.getByText("请输入您的登录密码。").first()).toBeVisible();
  await form.getByLabel("您的登录密码").fill(browserInstance().demoPassword);
  const download = finance.waitForEvent("download");
  await button.click();
  const stream = await (await download).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  const { rows } = await behind(
    `select count(*)::int as noted from audit_entry
     where action = 'tax.export' and details ->> 'month' = $1 and at > now() - interval '1 minute'`,
    [month],
  );
  expect(rows[0].noted).toBe(1);
  return Buffer.concat(chunks).toString("utf8");
}

async function confirmAtWechat(): Promise<void> {
  const answer = await fetch(`${browserInstance().sandboxUrl}/sandbox/confirm-transfer`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ out_bill_no: payoutNo, user: CHAYOU.id }),
  });
  expect(answer.status).toBe(200);
}

async function readVersions() {
  const { rows } = await behind(
    `select r.version, r.terms ->> 'exemptFen' as exempt, r.valid_from::text as "validFrom", s.email as by
     from tax_rule r join merchant_host h on h.merchant_id = r.merchant_id and h.host = 'tea.localhost'
     left join staff s on s.merchant_id = r.merchant_id and s.id = r.created_by order by r.version`,
  );
  return rows;
}

/** The withdrawal, and what was booked as withheld for it: by which reason, to which account. */
async function readPayout() {
  const { rows } = await behind(
    `select p.state, p.gross_fen || ' ' || p.tax_fen || ' ' || p.tax_rule_version as terms,
      p.tax_month as month, array(
        select unnest(array[t.code, c.kind::text]) || ' ' || t.amount_fen from ledger_transfer t
        join ledger_account c on c.merchant_id = t.merchant_id and c.id = t.credit_account_id
        where t.merchant_id = p.merchant_id and t.reference_id = p.id and t.code = 'payout_tax_withheld')
        as withheld
     from payout p where p.payout_no = $1`,
    [payoutNo],
  );
  return rows[0];
}

async function readRemitted(): Promise<string[]> {
  const { rows } = await behind(
    `select r.amount_fen || ' ' || t.code as line from tax_remittance r
     join merchant_host h on h.merchant_id = r.merchant_id and h.host = 'tea.localhost'
     join ledger_transfer t on t.merchant_id = r.merchant_id and t.reference_id = r.id
       and t.amount_fen = r.amount_fen
     order by r.amount_fen`,
  );
  return rows.map(({ line }) => line);
}
