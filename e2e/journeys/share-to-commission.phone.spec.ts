import { expect } from "@playwright/test";
import { shoot, test } from "@/e2e/browser";
import { hangzhou } from "@/e2e/pages/address-page";
import { addFirstAddress, submitOrder } from "@/e2e/pages/checkout-page";
import { goods } from "@/e2e/pages/demo";
import { openDesk, shipOrder } from "@/e2e/pages/desk";
import {
  awaitVisit,
  factOf,
  openCommission,
  openList,
  readEarnings,
} from "@/e2e/pages/distributor-pages";
import { payInSheet, readPaymentSheet } from "@/e2e/pages/payment-sheet";
import { openPhone, type Phone, shopUrl } from "@/e2e/pages/phone";
import { putIntoCart } from "@/e2e/pages/product-page";
import { readShareLinks } from "@/e2e/pages/share-page";
import { newWechatUser } from "@/e2e/pages/wechat-users";
import { formatDay } from "@/lib/i18n/shanghai-time";
import { AZHEN, LAOZHOU } from "@/prisma/seed/shops/demo-people";

const { slug, title, option } = goods.yolk;

test.describe.configure({ mode: "serial" });

let azhen: Phone;
let friend: Phone;
let orderNo = "";

test.afterAll(async () => {
  await azhen?.context.close();
  await friend?.context.close();
});

test("a friend scans 阿珍's poster and stands on the product after one request, signed in nowhere", async ({
  browser,
}) => {
  azhen = await openPhone(browser, AZHEN.id, shopUrl(`/share/product/${slug}`));
  const { poster } = await readShareLinks(azhen.web);
  friend = await openPhone(browser, await newWechatUser("林晓月"), poster);
  await expect(friend.web.getByRole("heading", { name: title })).toBeVisible();
  expect(friend.web.url()).toBe(poster);
  expect(await redirectsOf(friend)).toBe(0);
  await shoot(friend.page, "01-landed");
  const names = (await friend.context.cookies(shopUrl("/"))).map(({ name }) => name);
  expect(names).toContain("renhe_visitor");
  expect(names).not.toContain("renhe_session");
});

test("阿珍 sees the visit within five seconds", async () => {
  await awaitVisit(azhen.web, new RegExp(`微信好友 打开了${title}.*海报.*在微信里`), 5_000);
  await shoot(azhen.page, "02-visits");
});

test("she looks around and fills the cart without signing in; the checkout signs her in silently", async () => {
  const { web, page } = friend;
  await putIntoCart(web, option, 2);
  await shoot(page, "03-option-sheet");
  await web.goto(shopUrl("/cart"));
  await expect(web.getByText(title)).toBeVisible();
  await shoot(page, "04-cart");
  await web.getByRole("link", { name: "去结算（2）" }).click();
  await web.waitForURL(/\/checkout(#|$)/);
  await expect(web.getByText("填好后才能计算运费")).toBeVisible();
  await shoot(page, "05-checkout-without-address");
});

test("an address in Hangzhou brings the freight, and WeChat asks for goods plus freight", async () => {
  const { web, page } = friend;
  await addFirstAddress(web);
  await expect(web.getByText("¥45.60").first()).toBeVisible();
  await expect(web.getByText("¥10.00")).toBeVisible();
  await web.getByLabel("给商家留言").fill("请放门口的柜子里");
  await shoot(page, "06-checkout");
  orderNo = await submitOrder(web);
  expect(await readPaymentSheet(page)).toBe("¥55.60");
  await shoot(page, "07-payment-sheet");
  await payInSheet(page);
  await expect(web.getByText("已付款，等待发货")).toBeVisible({ timeout: 20_000 });
  await expect(web.getByText(hangzhou.detail)).toBeVisible();
  await shoot(page, "08-paid");
});

test("阿珍 finds friend, order and pending commission, opened to base, rate, rule and time", async () => {
  const { web, page } = azhen;
  const friends = await openList(web, "friends");
  await expect(friends.first()).toContainText("微信好友");
  await expect(friends.first()).toContainText("1 单 · 商品款 ¥45.60");
  await shoot(page, "09-friends");
  const order = (await openList(web, "orders")).filter({ hasText: orderNo });
  await expect(order).toContainText("直接分享");
  await expect(order).toContainText("待发货");
  await shoot(page, "10-friends-orders");
  await openCommission(web, orderNo);
  expect(await factOf(web, "计佣金额")).toContain("¥45.60");
  expect(await factOf(web, "比例")).toContain("10%");
  expect(await factOf(web, "规则")).toMatch(/店铺默认，第 \d+ 版/);
  await expect(web.getByText("¥45.60 × 10% = ¥4.56（不足一分舍去）")).toBeVisible();
  await expect(web.getByText("买家收货满 7 天后可用")).toBeVisible();
  await expect(web.getByText("待结算", { exact: true })).toBeVisible();
  await shoot(page, "11-commission");
});

test("老周, who invited 阿珍, sees his second level of the same order and no name in full", async ({
  browser,
}) => {
  const laozhou = await openPhone(browser, LAOZHOU.id, shopUrl("/distribute"));
  const order = (await openList(laozhou.web, "orders")).filter({ hasText: orderNo });
  await expect(order).toContainText("下级分享");
  await expect(order).toContainText("¥1.36");
  await openCommission(laozhou.web, orderNo);
  expect(await factOf(laozhou.web, "级别")).toContain("二级");
  await expect(laozhou.web.getByText(hangzhou.name)).toHaveCount(0);
  await shoot(laozhou.page, "12-second-level");
  await laozhou.context.close();
});

test("a friend who tells WeChat's name is shown to 阿珍 by its first sign only", async () => {
  const { web, page } = friend;
  await web.goto(shopUrl("/me"));
  await shoot(page, "13-me");
  await web.getByRole("button", { name: "使用微信昵称和头像" }).click();
  await web.getByRole("button", { name: "允许" }).click();
  await web.waitForURL(/\/me(#|$)/);
  await expect(web.getByText("林晓月")).toBeVisible();
  const friends = await openList(azhen.web, "friends");
  await expect(friends.first()).toContainText("林**");
  await expect(azhen.web.getByText("林晓月")).toHaveCount(0);
});

test("the warehouse ships, the customer receives, and the commission says from when it is available", async ({
  browser,
}) => {
  const desk = await openDesk(browser, "warehouse");
  await shipOrder(desk, orderNo, "SF1234567890123");
  await shoot(desk, "14-shipped-at-the-desk");
  await desk.context().close();
  const { web, page } = friend;
  await web.goto(shopUrl(`/orders/${orderNo}`));
  await expect(web.getByText("SF1234567890123")).toBeVisible();
  await shoot(page, "15-on-its-way");
  await web.getByRole("button", { name: "确认收货" }).click();
  await web.getByRole("dialog").getByRole("button", { name: "已收到" }).click();
  await expect(web.getByText("已签收，谢谢惠顾")).toBeVisible();
  await shoot(page, "16-received");
  await openCommission(azhen.web, orderNo);
  const inAWeek = formatDay(new Date(Date.now() + 7 * 86_400_000));
  await expect(azhen.web.getByText(/起可用/)).toContainText(inAWeek);
  await shoot(azhen.page, "17-commission-with-date");
  expect(await readEarnings(azhen.web, "待结算")).toBeGreaterThanOrEqual(456n);
  await shoot(azhen.page, "18-centre");
});

async function redirectsOf({ web }: Phone): Promise<number> {
  return web.evaluate(() => {
    const [entry] = performance.getEntriesByType("navigation");
    return entry instanceof PerformanceNavigationTiming ? entry.redirectCount : -1;
  });
}
