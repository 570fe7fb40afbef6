import { expect, type Page } from "@playwright/test";
import { shoot, test } from "@/e2e/browser";
import { behind } from "@/e2e/pages/behind";
import { givePassword, openDesk } from "@/e2e/pages/desk";
import { askForPayout, payoutAddress } from "@/e2e/pages/payout-request";

test.describe.configure({ mode: "serial" });

let owner: Page;
let finance: Page;
let inUse = "";

test.beforeAll(async ({ browser }) => {
  owner = await openDesk(browser, "owner");
  finance = await openDesk(browser, "finance");
});
test.afterAll(async () => {
  await replaceNumber(inUse);
  await owner.context().close();
  await finance.context().close();
});

test("sent under a number that was replaced since, a withdrawal is paid when two people read the same number there", async () => {
  const { address, transferBillNo } = await sendUnderFormer("3.21");
  await say(finance, address, "13300000000000");
  await expect(finance.getByText(/转账单号与微信此前返回的不一致/)).toBeVisible();
  await expect(finance.getByLabel("微信转账单号")).toHaveValue("13300000000000");
  await finance.getByLabel("微信转账单号").fill(transferBillNo);
  await finance.getByRole("button", { name: "登记已付款" }).click();
  await expect(finance.getByText("已记录，等待另一个人复核。")).toBeVisible();
  await shoot(finance, "98-former-number");
  await owner.goto(address);
  await expect(owner.getByText("第一个人已登记；请您对照平台再填一次。")).toBeVisible();
  await endUnpaid(owner);
  await expect(owner.getByText(/已有同事登记这笔为已付款/)).toBeVisible();
  await owner.getByLabel("微信转账单号").fill(transferBillNo);
  await owner.getByRole("button", { name: "复核并完成" }).click();
  await expect(owner.getByText("付款完成。")).toBeVisible();
  await expect(owner.getByText("合计为零，账平。")).toBeVisible();
});

test("what was not paid there goes back to the distributor, after somebody looked and said what they saw", async () => {
  await replaceNumber(inUse);
  const { address, payoutNo } = await sendUnderFormer("2.10");
  await finance.goto(address);
  await finance.getByRole("button", { name: "登记未付款" }).click();
  await expect(finance.getByRole("button", { name: "登记未付款" })).toBeVisible();
  expect(await stateOf(payoutNo)).toBe("awaiting_confirmation");
  await endUnpaid(finance);
  await expect(finance.getByText("已登记，款项退回分销员余额。")).toBeVisible();
  expect(await stateOf(payoutNo)).toBe("failed");
  await shoot(finance, "99-former-number-unpaid");
});

/** 老周 asks, WeChat takes it, the shop's number is replaced, and 26 hours go by. */
async function sendUnderFormer(amount: string) {
  const payoutNo = await askForPayout(amount, "wechat");
  await expect(async () => expect(await stateOf(payoutNo)).toBe("awaiting_confirmation")).toPass({
    timeout: 30_000,
  });
  await replaceNumber("1999999999");
  const { rows } = await behind(
    `update payout set approved_at = approved_at - interval '26 hours', sent_at = sent_at - interval '26 hours',
       confirm_until = confirm_until - interval '26 hours'
     where payout_no = $1 returning transfer_bill_no, mch_id`,
    [payoutNo],
  );
  const [{ transfer_bill_no: transferBillNo, mch_id: mchId }] = rows;
  const address = await payoutAddress(payoutNo);
  await finance.goto(address);
  await expect(finance.getByText(`这笔提现是用原商户号 ${mchId} 提交的`)).toBeVisible();
  return { payoutNo, address, transferBillNo: String(transferBillNo) };
}

/** Replaces the first shop's merchant number, and keeps the one that it had. */
async function replaceNumber(mchId: string): Promise<void> {
  const { rows } = await behind(
    `update merchant_wechat w set mch_id = $1
     from (select merchant_id, mch_id from merchant_wechat) before, merchant m
     where before.merchant_id = w.merchant_id and m.id = w.merchant_id and m.slug = 'ruoli'
     returning before.mch_id`,
    [mchId],
  );
  if (inUse === "") inUse = rows[0].mch_id;
}

async function say(page: Page, address: string, transferBillNo: string): Promise<void> {
  await page.goto(address);
  await page.getByLabel("微信转账单号").fill(transferBillNo);
  await givePassword(page);
  await page.getByRole("button", { name: "登记已付款" }).click();
}

async function endUnpaid(page: Page): Promise<void> {
  const button = page.getByRole("button", { name: "登记未付款" });
  const form = page.locator("form").filter({ has: button });
  await form.getByLabel("平台上看到的结果").fill("已关闭");
  await form.getByLabel(/我已登录原商户号的微信商户平台/).check();
  await givePassword(form);
  await button.click();
}

async function stateOf(payoutNo: string): Promise<string> {
  const { rows } = await behind("select state from payout where payout_no = $1", [payoutNo]);
  return rows[0].state;
}
