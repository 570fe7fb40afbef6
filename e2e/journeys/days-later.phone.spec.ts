import { expect } from "@playwright/test";
import { shoot, test } from "@/e2e/browser";
import { buyAndPay } from "@/e2e/pages/checkout-page";
import { goods } from "@/e2e/pages/demo";
import { openList } from "@/e2e/pages/distributor-pages";
import { browse, openPhone, openTab, shopUrl, wechatCookie } from "@/e2e/pages/phone";
import { readShareLinks } from "@/e2e/pages/share-page";
import { newWechatUser } from "@/e2e/pages/wechat-users";
import { AZHEN } from "@/prisma/seed/shops/demo-people";

test("a friend who closed the page and comes back by herself days later is still 阿珍's", async ({
  browser,
}) => {
  const { slug, title, option } = goods.bean;
  const azhen = await openPhone(browser, AZHEN.id, shopUrl(`/share/product/${slug}`));
  const { card } = await readShareLinks(azhen.web);
  const user = await newWechatUser("周一一");
  const friend = await openPhone(browser, user, card);
  await expect(friend.web.getByRole("heading", { name: title })).toBeVisible();
  const visitor = await visitorOf(friend.context);
  await friend.page.close();

  // Days later: the same phone, its cookie, no link.
  const page = await friend.context.newPage();
  const web = await browse(page, user, shopUrl(`/p/${slug}`));
  expect(await visitorOf(friend.context)).toBe(visitor);
  const orderNo = await buyAndPay({ ...friend, page, web }, option);
  await shoot(page, "20-bought-days-later");
  await expect((await openList(azhen.web, "orders")).filter({ hasText: orderNo })).toContainText(
    "直接分享",
  );
  await azhen.context.close();
  await friend.context.close();
});

test("a link opened before signing in counts once its reader signs in elsewhere on the shop", async ({
  browser,
}) => {
  const azhen = await openPhone(browser, AZHEN.id, shopUrl("/share/shop/home"));
  const { qr } = await readShareLinks(azhen.web);
  const tab = await openTab(browser);
  await tab.goto(qr);
  await tab.goto(shopUrl("/c"));
  const before = await (await openList(azhen.web, "friends")).first().textContent();
  await tab.context().addCookies([wechatCookie(await newWechatUser("吴小二"))]);
  await tab.goto(shopUrl("/me"));
  await expect(tab.getByText("微信已登录")).toBeVisible();
  const newest = (await openList(azhen.web, "friends")).first();
  await expect(newest).toContainText("还没有下单");
  expect(await newest.textContent()).not.toBe(before);
  await azhen.context.close();
  await tab.context().close();
});

test("阿珍's own visits and purchases bring her nothing", async ({ browser }) => {
  const { slug, option } = goods.date;
  const azhen = await openPhone(browser, AZHEN.id, shopUrl(`/share/product/${slug}`));
  const { card } = await readShareLinks(azhen.web);
  const web = await browse(azhen.page, AZHEN.id, card);
  const orderNo = await buyAndPay({ ...azhen, web }, option);
  await expect((await openList(web, "orders")).filter({ hasText: orderNo })).toHaveCount(0);
  await azhen.context.close();
});

async function visitorOf(context: {
  cookies: (url: string) => Promise<{ name: string; value: string }[]>;
}): Promise<string | undefined> {
  const cookies = await context.cookies(shopUrl("/"));
  return cookies.find(({ name }) => name === "renhe_visitor")?.value;
}
