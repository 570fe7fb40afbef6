import { expect, type Page } from "@playwright/test";
import { shoot, test } from "@/e2e/browser";
import { behind } from "@/e2e/pages/behind";
import { openDesk } from "@/e2e/pages/desk";
import { openCommission } from "@/e2e/pages/distributor-pages";
import { type PaidOrder, payForOrder, shopLinkOf } from "@/e2e/pages/paid-order";
import { shopUrl } from "@/e2e/pages/phone";
import { askForRefund, awaitRefunds, giveReason, refundLine } from "@/e2e/pages/refund-form";
import { openSignedIn } from "@/e2e/pages/signed-in";
import { customerCookie } from "@/e2e/routes/sign-in-by-http";
import { AZHEN } from "@/prisma/seed/shops/demo-people";

test.describe.configure({ mode: "serial" });

/** Three of 17.80 and one of 18.80 yuan, with 10 yuan of freight: 82.20 in all. */
const goods = [
  { skuCode: "BB-2", quantity: 3 },
  { skuCode: "ZM-2", quantity: 1 },
];
/** What staff note for each other. */
const noteOfStaff = "熟客，别再送错口味";
const [porridge, taro] = ["八宝粽 2 只装", "紫米芋泥粽 2 只装"];

let desk: Page;
let order: PaidOrder;
let onHandBefore = 0;

test.beforeAll(async ({ browser }) => {
  onHandBefore = await onHand();
  order = await payForOrder("沈月白", { shareCode: await shopLinkOf(AZHEN.nickname), goods });
  desk = await openDesk(browser);
});
test.afterAll(() => desk.context().close());

test("one of three goes back: its price is proposed, and what it takes from whom is shown before", async () => {
  await desk.goto(shopUrl(`/merchant/orders/${order.orderNo}`));
  const line = refundLine(desk, porridge);
  await expect(line).toContainText("可退 ¥53.40，3 件");
  await line.getByLabel("退几件").selectOption("1");
  await expect(line.getByLabel("退多少元")).toHaveValue("17.80");
  await expect(desk.getByText("阿珍（一级）追回 ¥1.78")).toBeVisible();
  await expect(desk.getByText("老周（二级）追回 ¥0.54")).toBeVisible();
  await shoot(desk, "60-refund-form");
  await askForRefund(desk, "17.80");
  await expect(desk.getByText("请选择问题类型。")).toBeVisible();
  await desk.getByLabel("问题类型").selectOption({ label: "运输破损" });
  await askForRefund(desk, "17.80");
  await expect(desk.getByText("请填写退款原因，顾客会看到。")).toBeVisible();
  await giveReason(desk, "运输破损", "一只包装破了");
  await askForRefund(desk, "17.80");
  await expect(desk.getByText("已提交退款，微信受理后原路退回。")).toBeVisible();
  expect(await awaitRefunds(order.orderNo, 1)).toEqual({
    state: "paid",
    refundedFen: "1780",
    refunds: ["1780 0"],
    // Nothing has left yet: the piece is on the shelf again.
    lines: ["1 1 1780 1"],
    clawedBack: { "1/1": "178", "1/2": "54", "2/1": "0", "2/2": "0" },
    booked: { order_refunded: "1780", commission_clawed_back: "232" },
  });
  // Three were sold and one is back.
  expect(await onHand()).toBe(onHandBefore - 2);
});

test("money without goods and the freight go back together; an older tab is told and changes nothing", async () => {
  const older = await desk.context().newPage();
  await older.goto(shopUrl(`/merchant/orders/${order.orderNo}`));
  await desk.goto(shopUrl(`/merchant/orders/${order.orderNo}`));
  await refundLine(desk, taro).getByLabel("退多少元").fill("5");
  await desk.getByLabel("退运费（可退 ¥10.00）").fill("１０");
  await giveReason(desk, "质量问题", "偏甜，补偿一部分");
  await desk.getByLabel("内部备注").fill(noteOfStaff);
  await askForRefund(desk, "15.00");
  await expect(desk.getByText("已提交退款，微信受理后原路退回。")).toBeVisible();
  await refundLine(older, taro).getByLabel("退多少元").fill("18.80");
  await giveReason(older, "质量问题", "整份退");
  await askForRefund(older, "18.80");
  await expect(older.getByText(/这笔订单的退款刚刚有变化/)).toBeVisible();
  await older.close();
  const facts = await awaitRefunds(order.orderNo, 2);
  expect([facts.refundedFen, facts.refunds[1], facts.lines[1]]).toEqual([
    "3280",
    "1500 1000",
    "2 0 500 0",
  ]);
  expect(facts.clawedBack).toEqual({ "1/1": "178", "1/2": "54", "2/1": "50", "2/2": "15" });
});

test("what is more than is left is refused before and after it is sent; the rest goes back with one tap", async () => {
  await desk.goto(shopUrl(`/merchant/orders/${order.orderNo}`));
  const line = refundLine(desk, taro);
  await expect(line).toContainText("可退 ¥13.80，1 件");
  await line.getByLabel("退多少元").fill("13.81");
  await expect(desk.getByText("超过了商品可退的金额或件数。").first()).toBeVisible();
  await giveReason(desk, "顾客不想要了", "余下的不要了");
  await askForRefund(desk, "13.81");
  await expect(desk.getByText("超过了商品可退的金额或件数。")).toHaveCount(2);
  await desk.getByRole("button", { name: "全部退" }).click();
  await askForRefund(desk, "49.40");
  await expect(desk.getByText("这笔订单已经全部退完，或余下的都在退款中。")).toBeVisible();
  expect(await awaitRefunds(order.orderNo, 3)).toMatchObject({
    state: "refunded",
    refundedFen: order.payableFen.toString(),
    clawedBack: { "1/1": "534", "1/2": "160", "2/1": "188", "2/2": "56" },
    booked: { order_refunded: "8220", commission_clawed_back: "938" },
  });
  expect(await onHand()).toBe(onHandBefore);
  await desk.reload();
  await expect(desk.getByText(`备注：${noteOfStaff}`)).toBeVisible();
  // Of which product each commission is, and what it has lost.
  const first = desk.getByRole("table", { name: "佣金" }).locator("tbody tr").first();
  await expect(first).toContainText("八宝粽 2 只装");
  await expect(first).toContainText("已追回 ¥5.34");
  await expect(desk.getByRole("button", { name: /^退款/ })).toHaveCount(0);
  await shoot(desk, "61-refunded-whole");
});

test("the customer reads each refund with its goods, reason and way back, and no word meant for staff", async ({
  browser,
}) => {
  const phone = await openSignedIn(browser, order.cookie);
  await phone.goto(shopUrl(`/orders/${order.orderNo}`));
  const refunds = phone.locator("section", {
    has: phone.getByRole("heading", { name: "退款", exact: true }),
  });
  await expect(refunds.getByText("已退款")).toHaveCount(3);
  await expect(refunds).toContainText("¥17.80");
  await expect(refunds).toContainText("八宝粽 2 只装 × 1 ¥17.80");
  await expect(refunds).toContainText("运费 ¥10.00");
  await expect(refunds.getByText("原因：偏甜，补偿一部分")).toBeVisible();
  await expect(refunds.getByText(/已原路退回/)).toHaveCount(3);
  await expect(phone.getByText("质量问题")).toHaveCount(0);
  await expect(phone.getByText(noteOfStaff)).toHaveCount(0);
  await shoot(phone, "62-customer-refunds");
  await phone.context().close();
});

test("阿珍 sees which commission lost what, and the reason that the customer was told", async ({
  browser,
}) => {
  const phone = await openSignedIn(browser, await customerCookie(AZHEN.id));
  await openCommission(phone, order.orderNo, taro);
  const list = phone.locator("section", {
    has: phone.getByRole("heading", { name: "退款追回" }),
  });
  await expect(list).toContainText("顾客退款：偏甜，补偿一部分");
  await expect(list).toContainText("-¥0.50");
  await expect(list).toContainText("顾客退款：余下的不要了");
  await expect(list).toContainText("-¥1.38");
  await expect(phone.getByText("原为 ¥1.88，因退款追回 ¥1.88")).toBeVisible();
  await expect(phone.getByText("沈月白")).toHaveCount(0);
  await expect(phone.getByText(noteOfStaff)).toHaveCount(0);
  await shoot(phone, "63-taken-back");
  await phone.context().close();
});

async function onHand(): Promise<number> {
  const { rows } = await behind(
    `select on_hand from stock s join sku k on k.merchant_id = s.merchant_id and k.id = s.sku_id
     where k.code = 'BB-2'`,
  );
  return rows[0].on_hand;
}
