import { expect, type Page } from "@playwright/test";
import { shoot, test } from "@/e2e/browser";
import { runDuty } from "@/e2e/pages/behind";
import { buyAndPay } from "@/e2e/pages/checkout-page";
import { goods } from "@/e2e/pages/demo";
import { openDesk, shipOrder } from "@/e2e/pages/desk";
import { browse, openPhone, openTab, type Phone, shopUrl, wechatCookie } from "@/e2e/pages/phone";
import { newWechatUser } from "@/e2e/pages/wechat-users";
import { XIAOLIN } from "@/prisma/seed/shops/demo-people";

const { slug, title, option } = goods.ham;
const words = "火腿切得细，粽叶香，孩子一口气吃了两只。";

test.describe.configure({ mode: "serial" });

let buyer: Phone;
let desk: Page;
let user = "";
let orderNo = "";

test.afterAll(async () => {
  await buyer?.context.close();
  await desk?.context().close();
});

test("before the goods are there nobody is asked; after receipt the order leads to its reviews", async ({
  browser,
}) => {
  user = await newWechatUser("欧阳小满");
  buyer = await openPhone(browser, user, shopUrl(`/p/${slug}`));
  orderNo = await buyAndPay(buyer, option);
  buyer.web = await browse(buyer.page, user, shopUrl(`/orders/${orderNo}`));
  await expect(buyer.web.getByText("评价这次购买")).toHaveCount(0);
  desk = await openDesk(browser, "owner");
  await shipOrder(desk, orderNo, "SF8812345678");
  buyer.web = await browse(buyer.page, user, shopUrl(`/orders/${orderNo}`));
  await buyer.web.getByRole("button", { name: "确认收货" }).click();
  await buyer.web.getByRole("dialog").getByRole("button", { name: "已收到" }).click();
  await buyer.web.getByRole("link", { name: /评价这次购买/ }).click();
  await expect(buyer.web.getByRole("heading", { name: title })).toBeVisible();
  await shoot(buyer.page, "80-review-sheet");
});

test("stars are needed, words are not; what was said waits for the shop and can be changed", async () => {
  const { web, page } = buyer;
  await web.getByRole("button", { name: "提交评价" }).click();
  await expect(web.getByText("请先点选星级。")).toBeVisible();
  await web.getByText("4 星，满意").locator("..").click();
  await web.getByLabel("想说的话（可不填）").fill(words);
  await web.getByRole("button", { name: "提交评价" }).click();
  await expect(web.getByText("文字待商家核对")).toBeVisible();
  await web.getByRole("button", { name: "修改" }).click();
  await web.getByText("5 星，很满意").locator("..").click();
  await web.getByRole("button", { name: "保存修改" }).click();
  await expect(web.getByRole("img", { name: "5 星，很满意" })).toBeVisible();
  await shoot(page, "81-review-said");
});

test("the question for recommendation is asked once", async () => {
  const { web, page } = buyer;
  await web.getByText("10", { exact: true }).click();
  await web.getByLabel("为什么（可不填）").fill("送人放心。");
  await web.getByRole("button", { name: "提交", exact: true }).click();
  await expect(web.getByText("收到了，谢谢您的回答。")).toBeVisible();
  buyer.web = await browse(page, user, shopUrl(`/orders/${orderNo}/review`));
  await expect(buyer.web.getByText(words)).toBeVisible();
  await expect(buyer.web.getByText("您有多大可能把我们推荐给朋友？")).toHaveCount(0);
});

test("another customer does not find the review page of this order", async ({ browser }) => {
  const tab = await openTab(browser, XIAOLIN.id);
  const answer = await tab.goto(shopUrl(`/orders/${orderNo}/review`));
  expect(answer?.status()).toBe(404);
  await tab.context().close();
});

test("the shop reads it, publishes it and answers; the mall shows it without a name", async ({
  browser,
}) => {
  const tab = await openTab(browser);
  await tab.context().addCookies([wechatCookie(XIAOLIN.id)]);
  await tab.goto(shopUrl(`/p/${slug}/reviews`));
  await expect(tab.getByText(words)).toHaveCount(0);
  await desk.goto(shopUrl("/merchant/reviews?state=waiting"));
  const row = desk.getByRole("row").filter({ hasText: words });
  await shoot(desk, "82-desk-reviews");
  await row.getByRole("button", { name: "公开" }).click();
  await expect(desk.getByText("已公开，商城的商品页半分钟内更新。")).toBeVisible();
  await desk.goto(shopUrl("/merchant/reviews?state=published"));
  const published = desk.getByRole("row").filter({ hasText: words });
  await published.getByRole("link", { name: "查看" }).click();
  await desk.getByLabel("回复内容").fill("谢谢喜欢。");
  await desk.getByRole("button", { name: "保存回复" }).click();
  await expect(desk.getByText("已保存。")).toBeVisible();
  await shoot(desk, "83-desk-review");
  await tab.goto(shopUrl(`/p/${slug}/reviews`));
  const review = tab.getByRole("article").filter({ hasText: words });
  // Signed in silently, so nobody asked for a name; names in full stand nowhere (reviews.db.test.ts masks one).
  await expect(review).toContainText("匿名顾客");
  await expect(review).toContainText("谢谢喜欢。");
  await expect(tab.locator("body")).not.toContainText("欧阳小满");
  await shoot(tab, "84-product-reviews");
  await tab.context().close();
});

test("the board counts it, and each figure leads to what it is made of", async () => {
  await runDuty("advance-voice");
  const address = shopUrl("/merchant/insights/word-of-mouth?window=today");
  await expect(async () => {
    await desk.goto(address);
    const shown = await desk.locator('[data-metric="npsAnswers"] data').getAttribute("value");
    expect(Number(shown)).toBeGreaterThan(0);
  }).toPass({ timeout: 90_000 });
  await desk.locator('[data-metric="reviewCount"] a').click();
  await expect(desk.getByText(words)).toBeVisible();
  await desk.goto(shopUrl("/merchant/insights/word-of-mouth?window=last_90_days"));
  await expect(desk.locator('[data-metric="reviewScore"] data')).not.toHaveText("—");
  await shoot(desk, "85-word-of-mouth");
  await desk.locator('[data-metric="refundRate"] a').click();
  await expect(desk.getByRole("heading", { name: "口碑背后的订单" })).toBeVisible();
  await shoot(desk, "86-voice-orders");
});
