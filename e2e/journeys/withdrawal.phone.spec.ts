import { expect } from "@playwright/test";
import { shoot, test } from "@/e2e/browser";
import { readEarnings } from "@/e2e/pages/distributor-pages";
import {
  awaitPayoutState,
  letTransferLapse,
  openReceipt,
  openRequest,
  typeAmount,
  withdraw,
} from "@/e2e/pages/payout-pages";
import { openPhone, type Phone, shopUrl, wechatCookie } from "@/e2e/pages/phone";
import { AZHEN } from "@/prisma/seed/shops/demo-people";

test.describe.configure({ mode: "serial" });

let azhen: Phone;
test.beforeAll(async ({ browser }) => {
  azhen = await openPhone(browser, AZHEN.id, shopUrl("/distribute"));
});
test.afterAll(() => azhen?.context.close());

test("money that waits for 阿珍 is said on the first page, confirmed in WeChat, and has arrived", async () => {
  const { web, page } = azhen;
  await expect(web.getByText(/有 ¥[\d.,]+ 等您确认收款/)).toBeVisible();
  await shoot(page, "70-money-waits");
  await web.getByRole("link", { name: "去确认收款" }).click();
  await awaitPayoutState(web, "待您确认收款");
  await expect(web.getByRole("timer")).toContainText(/还剩 2[23] 小时/);
  await shoot(page, "71-confirm-receipt");
  const sheet = await openReceipt(web, page);
  await shoot(page, "72-wechat-receipt");
  await sheet.getByRole("button", { name: "确认收款" }).click();
  await awaitPayoutState(web, "已到账");
  await shoot(page, "73-arrived");
});

test("amounts that cannot be are refused in words, and what was typed stays", async () => {
  const { web, page } = azhen;
  await openRequest(web);
  for (const [typed, sentence] of [
    ["0.5", "最低 ¥1.00 起提，再攒一攒。"],
    ["12.345", "金额最多到分，请保留两位小数。"],
    ["一百", "请只填数字，例如 128.50。"],
    ["-5", "金额要大于 0。"],
    ["999999", /现在最多可提 ¥[\d,.]+。/],
  ] as const) {
    await typeAmount(web, typed);
    await expect(web.getByText(sentence)).toBeVisible();
    await expect(web.getByLabel("提现金额（元）")).toHaveValue(typed);
    await expect(web.getByRole("button", { name: "确认提现" })).toBeDisabled();
  }
  await shoot(page, "74-refused-amount");
});

test("full-width digits, commas and spaces are understood; tax and net are shown with how they come about", async () => {
  const { web, page } = azhen;
  await openRequest(web);
  await typeAmount(web, "　１００．５０ ");
  await expect(web.getByRole("button", { name: "确认提现 ¥100.50" })).toBeEnabled();
  await web.getByText("怎么算的").click();
  await expect(web.getByText(/规则：劳务报酬所得预扣预缴/)).toBeVisible();
  await expect(web.getByText(/本次计入 \d{4} 年 \d+ 月/)).toBeVisible();
  await shoot(page, "75-quote");
});

test("a withdrawal goes out by itself, waits when WeChat's page is closed, and arrives when it is confirmed", async () => {
  const { web, page } = azhen;
  const before = await readEarnings(web, "可用佣金");
  await withdraw(web, "８８．００", "88.00");
  await awaitPayoutState(web, "待您确认收款");
  const closed = await openReceipt(web, page);
  await closed.getByRole("button", { name: "暂不收款" }).click();
  await expect(web.getByRole("button", { name: "正在核对结果" })).toBeVisible();
  await web.goto(web.url());
  const sheet = await openReceipt(web, page);
  await sheet.getByRole("button", { name: "确认收款" }).click();
  await awaitPayoutState(web, "已到账");
  expect(await readEarnings(web, "可用佣金")).toBe(before - 8_800n);
});

test("a withdrawal that is taken back gives its money free again", async () => {
  const { web, page } = azhen;
  const before = await readEarnings(web, "可用佣金");
  await withdraw(web, "50", "50.00");
  await awaitPayoutState(web, "待您确认收款");
  await web.getByRole("button", { name: "取消提现" }).click();
  await web.getByRole("dialog").getByRole("button", { name: "取消提现" }).click();
  await awaitPayoutState(web, "已取消");
  await expect(web.getByText("您取消了这笔提现，可以随时再申请。")).toBeVisible();
  await shoot(page, "76-cancelled");
  expect(await readEarnings(web, "可用佣金")).toBe(before);
});

test("a withdrawal that nobody confirms lapses, says so, and can be asked for again", async () => {
  const { web, page } = azhen;
  const before = await readEarnings(web, "可用佣金");
  const payoutNo = await withdraw(web, "30", "30.00");
  await awaitPayoutState(web, "待您确认收款");
  await letTransferLapse(payoutNo);
  await awaitPayoutState(web, "逾期未确认");
  await shoot(page, "77-lapsed");
  await expect(web.getByRole("link", { name: "重新申请" })).toBeVisible();
  expect(await readEarnings(web, "可用佣金")).toBe(before);
  await web.goto(shopUrl("/distribute/movements"));
  await expect(web.locator("main li").first()).toContainText("提现未成，退回");
  await shoot(page, "78-movements");
});

test("outside of WeChat the button says where it works, and nothing is lost", async ({
  browser,
}) => {
  const { web } = azhen;
  const payoutNo = await withdraw(web, "20", "20.00");
  await awaitPayoutState(web, "待您确认收款");
  const context = await browser.newContext({ userAgent: "Mozilla/5.0 (iPhone) Safari/604.1" });
  await context.addCookies([wechatCookie(AZHEN.id)]);
  const tab = await context.newPage();
  // Elsewhere WeChat's script finds nobody to talk to.
  await tab.route("**/jweixin-*.js", (route) => route.abort());
  await tab.goto(shopUrl(`/distribute/payouts/${payoutNo}`));
  await tab.getByRole("button", { name: "确认收款" }).click();
  await expect(tab.getByText(/确认收款只能在微信里进行/)).toBeVisible({ timeout: 15_000 });
  await context.close();
  await web.getByRole("button", { name: "取消提现" }).click();
  await web.getByRole("dialog").getByRole("button", { name: "取消提现" }).click();
  await awaitPayoutState(web, "已取消");
});

test("another payee is only known by the tails, and can be paid after the cool-down", async () => {
  const { web, page } = azhen;
  await web.goto(shopUrl("/distribute/payouts/account?change=1"));
  await web.getByLabel("真实姓名").fill("陈秀珍");
  await web.getByLabel("身份证号", { exact: true }).fill("990000199001011234");
  await web.getByRole("button", { name: "保存" }).click();
  await expect(web.getByText("身份证号不对，请逐位核对，共 18 位。")).toBeVisible();
  await expect(web.getByText("请先阅读并勾选同意。")).toBeVisible();
  await expect(web.getByLabel("真实姓名")).toHaveValue("陈秀珍");
  await web.getByLabel("身份证号", { exact: true }).fill("９９００００ 19900101 1239");
  await web.getByRole("checkbox").check();
  await shoot(page, "79-payee");
  await web.getByRole("button", { name: "保存" }).click();
  await expect(web.getByText("尾号 1239")).toBeVisible();
  await expect(web.getByText(/起可以提现/)).toBeVisible();
  await expect(web.getByText("陈秀珍")).toHaveCount(0);
  await shoot(page, "80-payee-by-tails");
  await web.getByRole("link", { name: "去提现" }).click();
  await expect(web.getByText(/收款信息刚改过，.*起可以提现。/)).toBeVisible();
});
