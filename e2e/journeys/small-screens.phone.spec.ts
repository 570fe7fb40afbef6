import { expect, type Page } from "@playwright/test";
import { shoot, test } from "@/e2e/browser";
import { goods } from "@/e2e/pages/demo";
import { openTab, shopUrl } from "@/e2e/pages/phone";
import { putIntoCart } from "@/e2e/pages/product-page";
import { newWechatUser } from "@/e2e/pages/wechat-users";
import { AZHEN } from "@/prisma/seed/shops/demo-people";

const { slug, option } = goods.yolk;
const pages = [
  "/",
  "/c",
  "/scenes/songli",
  `/p/${slug}`,
  "/search?q=粽",
  "/cart",
  "/checkout",
  "/addresses",
  "/addresses/new",
  "/orders",
  "/me",
  "/about",
  "/distribute",
  "/distribute/visits",
  "/distribute/orders",
  "/distribute/commissions",
  "/distribute/links",
  "/distribute/statements",
  "/distribute/tree",
  `/share/product/${slug}`,
];

test("at 320 px and with fonts half as large again nothing is wider than the screen", async ({
  browser,
}) => {
  const tab = await openTab(browser, AZHEN.id);
  await tab.goto(shopUrl(`/p/${slug}`));
  await putIntoCart(tab, option);
  await tab.setViewportSize({ width: 320, height: 640 });
  for (const path of pages) {
    await tab.goto(shopUrl(path));
    expect([path, "320 px", await overhangOf(tab)]).toEqual([path, "320 px", []]);
    // As WeChat's font setting does on Android: everything measured in rem grows.
    await tab.addStyleTag({ content: "html { font-size: 150% }" });
    expect([path, "large fonts", await overhangOf(tab)]).toEqual([path, "large fonts", []]);
    if (path.startsWith("/p/")) await shoot(tab, "60-product-320-large-fonts");
  }
  await tab.context().close();
});

test("what sticks to the edges keeps clear of notch and home indicator", async ({ browser }) => {
  const tab = await openTab(browser, AZHEN.id);
  const cdp = await tab.context().newCDPSession(tab);
  await cdp.send("Emulation.setSafeAreaInsetsOverride", {
    insets: { top: 47, bottom: 34, topMax: 47, bottomMax: 34 },
  });
  for (const path of ["/", `/p/${slug}`, "/cart", "/me"]) {
    await tab.goto(shopUrl(path));
    const lowest = await tab.evaluate(() =>
      Math.max(
        ...[...document.querySelectorAll("nav a, .fixed a, .fixed button")]
          .map((element) => element.getBoundingClientRect())
          .filter(({ height, top }) => height > 0 && top < innerHeight)
          .map(({ bottom }) => innerHeight - bottom)
          .map((clear) => -clear),
      ),
    );
    expect([path, -lowest >= 34]).toEqual([path, true]);
  }
  await shoot(tab, "61-safe-areas");
  await tab.context().close();
});

test("a page that comes back from the back/forward cache asks anew what is in the cart", async ({
  browser,
}) => {
  const tab = await openTab(browser, await newWechatUser("返回键"));
  await tab.goto(shopUrl("/cart"));
  await expect(tab.getByText("购物车是空的")).toBeVisible();
  const other = await tab.context().newPage();
  await other.goto(shopUrl(`/p/${slug}`));
  await putIntoCart(other, option);
  // The browser of the tests keeps no pages: the event says what iOS would say.
  await tab.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  await expect(tab.getByText(goods.yolk.title)).toBeVisible();
  await tab.context().close();
});

test("on a slow network the product is there to read before its script is, and buying still works", async ({
  browser,
}) => {
  const tab = await openTab(browser, await newWechatUser("慢网络"));
  const cdp = await tab.context().newCDPSession(tab);
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 300,
    downloadThroughput: 50_000,
    uploadThroughput: 20_000,
  });
  await tab.goto(shopUrl(`/p/${slug}`), { waitUntil: "commit" });
  await expect(tab.getByRole("heading", { name: goods.yolk.title })).toBeVisible();
  await tab.waitForLoadState("load");
  await putIntoCart(tab, option);
  await cdp.send("Network.emulateNetworkConditions", {
    offline: true,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
  await tab.getByRole("dialog").getByRole("button", { name: "加入购物车" }).click();
  await expect(tab.getByText("网络不太通畅，内容都还在，请再试一次。")).toBeVisible();
  await shoot(tab, "62-offline");
  await tab.context().close();
});

/** What stands out over the right edge: the page itself, and elements that no box clips. */
function overhangOf(tab: Page): Promise<string[]> {
  return tab.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .slice(-3)
      .map((element) => `${element.tagName} ${element.className}`);
  });
}
