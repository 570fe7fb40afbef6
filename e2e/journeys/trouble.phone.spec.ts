import { expect } from "@playwright/test";
import { shoot, test } from "@/e2e/browser";
import { behind, readLeft, runDuty, setPrice } from "@/e2e/pages/behind";
import { addFirstAddress } from "@/e2e/pages/checkout-page";
import { goods } from "@/e2e/pages/demo";
import { cancelPaymentSheet, payInSheet, readPaymentSheet } from "@/e2e/pages/payment-sheet";
import { browse, openPhone, type Phone, shopUrl } from "@/e2e/pages/phone";
import { buyNow, putIntoCart } from "@/e2e/pages/product-page";
import { newWechatUser } from "@/e2e/pages/wechat-users";

test.describe.configure({ mode: "serial" });

const { slug, option } = goods.pickle;
let phone: Phone;
let user = "";

test.beforeAll(async ({ browser }) => {
  user = await newWechatUser("孙小川");
  phone = await openPhone(browser, user, shopUrl(`/p/${slug}`));
});
test.afterAll(async () => {
  await setPrice("MC-2", goods.pickle.priceFen);
  await phone.context.close();
});

test("a price that changes between cart and checkout is shown, and only the new amount is paid", async () => {
  const { web, page } = phone;
  await putIntoCart(web, option);
  await web.goto(shopUrl("/checkout"));
  await addFirstAddress(web);
  await expect(web.getByText("¥29.80", { exact: true }).first()).toBeVisible();
  await setPrice("MC-2", 2_080n);
  await web.getByLabel("给商家留言").fill("不要葱");
  await web.getByRole("button", { name: "提交并付款" }).click();
  await expect(web.getByText("价格有变动，请核对新的金额。")).toBeVisible();
  await expect(web.getByText("原 19.80")).toBeVisible();
  await expect(web.getByLabel("给商家留言")).toHaveValue("不要葱");
  await shoot(page, "50-price-changed");
  await web.getByRole("button", { name: "按新金额提交" }).click();
  await web.waitForURL(/\/orders\/\d+/);
  expect(await readPaymentSheet(page)).toBe("¥30.80");
});

test("a payment that is cancelled leaves the order open, and it can be paid afterwards", async () => {
  const { web, page } = phone;
  await cancelPaymentSheet(page);
  await expect(web.getByText("您取消了付款。订单还在，限时内都可以付。")).toBeVisible();
  await shoot(page, "51-payment-cancelled");
  await web.getByRole("button", { name: /^微信支付/ }).click();
  await readPaymentSheet(page);
  await payInSheet(page);
  await expect(web.getByText("已付款，等待发货")).toBeVisible({ timeout: 20_000 });
});

test("taps in quick succession make one order and one payment", async () => {
  const { web, page } = phone;
  await web.goto(shopUrl(`/p/${slug}`));
  await buyNow(web, option);
  const before = await countOrders();
  const button = web.getByRole("button", { name: "提交并付款" });
  await button.evaluate((element: HTMLButtonElement) => {
    element.click();
    element.click();
    element.click();
  });
  await web.waitForURL(/\/orders\/\d+/);
  await readPaymentSheet(page);
  expect(await countOrders()).toBe(before + 1);
  const orderNo = new URL(web.url()).pathname.split("/").at(-1);
  const { rows } = await behind(
    `select count(*)::int as count from payment p join orders o
     on o.merchant_id = p.merchant_id and o.id = p.order_id where o.order_no = $1`,
    [orderNo],
  );
  expect(rows).toEqual([{ count: 1 }]);
  await cancelPaymentSheet(page);
});

test("an order whose time is over closes by itself, says so, and gives the goods back", async () => {
  const { web, page } = phone;
  const orderNo = new URL(web.url()).pathname.split("/").at(-1);
  const left = await readLeft("MC-2");
  await behind("update orders set payment_due_at = now() - interval '1 hour' where order_no = $1", [
    orderNo,
  ]);
  await behind(
    `update stock_hold set expires_at = now() - interval '1 hour'
     where order_id = (select id from orders where order_no = $1)`,
    [orderNo],
  );
  await web.goto(shopUrl(`/orders/${orderNo}`));
  await expect(web.getByText("付款时间已过").first()).toBeVisible();
  await shoot(page, "52-payment-overdue");
  await runDuty("close-expired-orders");
  await expect(async () => {
    await web.goto(shopUrl(`/orders/${orderNo}`));
    await expect(web.getByText("订单已关闭")).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await shoot(page, "53-closed");
  expect(await readLeft("MC-2")).toBe(left + 1);
});

test("what sells out while somebody is about to pay is said at the line, with a way on", async () => {
  const { web, page } = phone;
  await web.goto(shopUrl(`/p/${slug}`));
  await buyNow(web, option, 3);
  const left = await readLeft("MC-2");
  await takeAway("MC-2", left - 2);
  await web.getByRole("button", { name: "提交并付款" }).click();
  await expect(web.getByText("只剩 2 件").first()).toBeVisible();
  await shoot(page, "54-too-few-left");
  await web.getByRole("button", { name: "改为 2 件" }).click();
  await expect(web.getByText("× 2")).toBeVisible();
  await takeAway("MC-2", 2);
  await web.getByRole("button", { name: "提交并付款" }).click();
  await expect(web.getByText("已售罄").first()).toBeVisible();
  await shoot(page, "55-sold-out");
  await takeAway("MC-2", -left);
});

test("unknown codes, codes of the other shop and unknown pages are told in the shop's dress", async () => {
  const { page } = phone;
  const foreign = await behind(
    `select l.code from share_link l join merchant_host h on h.merchant_id = l.merchant_id
     where h.host = 'tea.localhost' and l.revoked_at is null limit 1`,
  );
  for (const code of ["abcdefghjk", foreign.rows[0].code]) {
    const web = await browse(page, user, shopUrl(`/s/${code}`));
    await expect(web.getByText("没有找到这个分享链接")).toBeVisible();
  }
  await shoot(page, "56-unknown-link");
  const web = await browse(page, user, shopUrl("/no/such/page"));
  await expect(web.getByText("商品可能已下架，或链接不完整。")).toBeVisible();
  await shoot(page, "57-not-found");
});

async function countOrders(): Promise<number> {
  const { rows } = await behind("select count(*)::int as count from orders");
  return rows[0].count;
}

/** Others buy so many pieces: a movement like any, so that the books still balance. */
async function takeAway(skuCode: string, pieces: number): Promise<void> {
  await behind(
    `with moved as (
       update stock s set on_hand = on_hand - $2, value_fen = value_fen - out.fen
       from sku k, lateral (select value_of_units(value_fen, $2, on_hand) as fen from stock
         where merchant_id = k.merchant_id and sku_id = k.id) out
       where k.merchant_id = s.merchant_id and k.id = s.sku_id and k.code = $1
       returning s.merchant_id, s.sku_id, out.fen)
     insert into stock_movement (merchant_id, id, sku_id, delta, value_fen, reason, reference_id, created_at)
     select merchant_id, gen_random_uuid(), sku_id, -$2::int, -fen, 'adjustment', gen_random_uuid(), now()
     from moved`,
    [skuCode, pieces],
  );
}
