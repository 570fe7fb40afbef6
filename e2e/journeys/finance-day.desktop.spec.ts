import { expect, type Page } from "@playwright/test";
import { shoot, test } from "@/e2e/browser";
import { browserInstance } from "@/e2e/browser-instance";
import { givePassword, openDesk } from "@/e2e/pages/desk";
import { askForPayout, payoutAddress } from "@/e2e/pages/payout-request";
import { shopUrl } from "@/e2e/pages/phone";
import { LAOZHOU, realNameOf } from "@/prisma/seed/shops/demo-people";

test.describe.configure({ mode: "serial" });

let owner: Page;
let finance: Page;
let payoutNo = "";

test.beforeAll(async ({ browser }) => {
  owner = await openDesk(browser, "owner");
  finance = await openDesk(browser, "finance");
});
test.afterAll(async () => {
  await owner.context().close();
  await finance.context().close();
});

test("the owner changes the payout rules; a second tab that is older is told so and changes nothing", async () => {
  const second = await owner.context().newPage();
  await second.goto(shopUrl("/merchant/settings/payouts"));
  await second.getByRole("button", { name: "保存规则" }).click();
  await expect(second.getByText("请输入您的登录密码。").first()).toBeVisible();
  await setLimit("0");
  await second.getByLabel("应付期限（天）").fill("9");
  await second.getByRole("button", { name: "保存规则" }).click();
  await expect(second.getByText(/刚才有人改过规则/)).toBeVisible();
  await expect(second.getByLabel("应付期限（天）")).toHaveValue("9");
  await second.getByLabel("最低提现金额（元）").fill("0.1");
  await second.getByRole("button", { name: "保存规则" }).click();
  await expect(second.getByText("最低 0.30 元，最高 1,000,000 元。")).toBeVisible();
  await second.close();
  await finance.goto(shopUrl("/merchant/settings/payouts"));
  await expect(finance.getByText("没有找到").first()).toBeVisible();
});

test("a distributor asks for 12.34 yuan by bank, and it waits for two people", async () => {
  payoutNo = await askForPayout("12.34", "bank");
  await setLimit("500");
  await finance.goto(shopUrl("/merchant/finance"));
  await expect(finance.getByText("待提交审批的提现")).toBeVisible();
  await expect(finance.getByRole("link", { name: /^财务/ })).toContainText(/\d/);
  await shoot(finance, "90-finance");
  await finance.goto(shopUrl(`/merchant/finance/payouts?text=${payoutNo}`));
  await expect(finance.locator("tbody tr")).toHaveCount(1);
  await expect(finance.locator("tbody")).toContainText("待审批");
  await shoot(finance, "91-payouts");
});

test("finance proposes with the password given again, and cannot decide on it", async () => {
  await finance.goto(shopUrl("/merchant/finance/runs"));
  await finance.getByRole("button", { name: "提交审批" }).click();
  await expect(finance.getByText("请输入您的登录密码。").first()).toBeVisible();
  await finance.getByLabel("您的登录密码").fill("not the password");
  await finance.getByRole("button", { name: "提交审批" }).click();
  await expect(finance.getByText("密码不对，请重新输入。").first()).toBeVisible();
  await finance.getByLabel("您的登录密码").fill(browserInstance().demoPassword);
  await finance.getByRole("button", { name: "提交审批" }).click();
  await finance.waitForURL(/\/runs\/[0-9a-f-]{36}$/);
  await expect(finance.getByText("这是您提交的批次，需要另一个人审批。")).toBeVisible();
  await shoot(finance, "92-run-proposed");
});

test("the owner approves once: a second tab that decides the same run is told that it is decided", async () => {
  const address = finance.url();
  const second = await owner.context().newPage();
  await owner.goto(address);
  await second.goto(address);
  await givePassword(owner);
  await owner.getByRole("button", { name: "批准付款" }).click();
  await expect(owner.getByText("已批准，系统开始付款。")).toBeVisible();
  await givePassword(second);
  await second.getByRole("button", { name: "批准付款" }).click();
  await expect(second.getByText(/这个批次已经有人处理过/)).toBeVisible();
  await second.close();
  await shoot(owner, "93-run-approved");
});

test("the file for the bank holds the name, the card in groups and the amount; it is taken once", async () => {
  await finance.goto(shopUrl("/merchant/finance/bank"));
  const download = finance.waitForEvent("download");
  await finance.getByRole("button", { name: "导出付款文件" }).click();
  const file = await (await download).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of file) chunks.push(Buffer.from(chunk));
  const csv = Buffer.concat(chunks).toString("utf8");
  expect(csv).toContain(
    `${payoutNo},${realNameOf(LAOZHOU.id)},招商银行,6225 8800 0000 0001,12.34,`,
  );
  await expect(finance.getByText("没有待导出的提现。")).toBeVisible();
  await shoot(finance, "94-bank");
});

test("paid is what two people say with the same reference; one alone, twice, is refused in words", async () => {
  const address = await payoutAddress(payoutNo);
  await finance.goto(address);
  await finance.getByLabel("银行流水号").fill("CMB20261122001");
  await finance.getByRole("button", { name: "确认已付" }).click();
  await expect(finance.getByText("已记录，等待另一个人复核。")).toBeVisible();
  await finance.getByLabel("银行流水号").fill("CMB20261122001");
  await finance.getByRole("button", { name: "复核并完成" }).click();
  await expect(finance.getByText(/需要另一个人来做/)).toBeVisible();
  await owner.goto(address);
  await owner.getByLabel("银行流水号").fill("CMB20261122009");
  await owner.getByRole("button", { name: "复核并完成" }).click();
  await expect(owner.getByText(/流水号与第一个人填写的不一致/)).toBeVisible();
  await owner.getByLabel("银行流水号").fill("CMB20261122001");
  await owner.getByRole("button", { name: "复核并完成" }).click();
  await expect(owner.getByText("付款完成。")).toBeVisible();
  await expect(owner.getByText("合计为零，账平。")).toBeVisible();
  await shoot(owner, "95-paid");
});

test("payouts are frozen and released, each with a reason that the audit log keeps", async () => {
  await finance.goto(await payoutAddress(payoutNo));
  await finance.getByRole("link", { name: "分销员账户" }).click();
  await finance.waitForURL(/\/accounts\//);
  await expect(finance.getByText("提现付款").first()).toBeVisible();
  await finance.getByRole("textbox", { name: "原因" }).first().fill("收到投诉，核实中");
  await finance.getByRole("button", { name: "冻结提现" }).click();
  await expect(finance.getByText(/起冻结，原因：收到投诉，核实中/)).toBeVisible();
  await shoot(finance, "96-frozen");
  await finance.getByRole("textbox", { name: "原因" }).first().fill("投诉不成立");
  await finance.getByRole("button", { name: "解除冻结" }).click();
  await expect(finance.getByRole("button", { name: "冻结提现" })).toBeVisible();
  await finance.goto(shopUrl("/merchant/audit?action=payout.release"));
  await finance.getByText("详情").first().click();
  await expect(finance.getByText("投诉不成立")).toBeVisible();
  await shoot(finance, "97-audit");
});

/** Above how many yuan two people have to agree, as the owner sets it. */
async function setLimit(yuan: string): Promise<void> {
  await owner.goto(shopUrl("/merchant/settings/payouts"));
  await owner.getByLabel("免审批上限（元）").fill(yuan);
  await givePassword(owner);
  await owner.getByRole("button", { name: "保存规则" }).click();
  await expect(owner.getByText("已保存，对新的提现生效。")).toBeVisible();
}
