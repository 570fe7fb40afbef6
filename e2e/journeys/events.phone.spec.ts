import { type BrowserContext, expect, type Request } from "@playwright/test";
import { shoot, test } from "@/e2e/browser";
import { behind } from "@/e2e/pages/behind";
import { goods } from "@/e2e/pages/demo";
import { openDesk } from "@/e2e/pages/desk";
import { openPhone, type Phone, shopUrl } from "@/e2e/pages/phone";
import { putIntoCart } from "@/e2e/pages/product-page";
import { newWechatUser } from "@/e2e/pages/wechat-users";

test.describe.configure({ mode: "serial" });

const { slug, title, option } = goods.pickle;
let phone: Phone;
const told: Request[] = [];
test.afterAll(async () => phone?.context.close());

async function visitorOf(context: BrowserContext): Promise<string> {
  const jar = await context.cookies(shopUrl("/"));
  return jar.find(({ name }) => name === "renhe_visitor")?.value ?? "";
}

async function kindsOf(visitorId: string): Promise<string[]> {
  const { rows } = await behind(
    `select e.kind || case when p.slug is null then '' else ' ' || p.slug end as what from event e
     left join product p on p.merchant_id = e.merchant_id and p.id = e.product_id
     where e.visitor_id = $1`,
    [visitorId],
  );
  return rows.map(({ what }) => what);
}

const countAll = async (): Promise<number> =>
  (await behind("select count(*)::int as count from event")).rows[0].count;

test("looking, keeping, laying into the cart and going to the checkout become rows", async ({
  browser,
}) => {
  const user = await newWechatUser("收藏的人");
  phone = await openPhone(browser, user, shopUrl(`/p/${slug}`));
  phone.page.on("request", (request) => {
    if (request.url().endsWith("/api/events")) told.push(request);
  });
  const { web, page } = phone;
  await web.getByRole("button", { name: "收藏" }).click();
  await expect(web.getByRole("button", { name: "已收藏" })).toBeVisible();
  await shoot(page, "60-favourite");
  await page.waitForTimeout(1_200);
  await putIntoCart(web, option, 1);
  await web.getByRole("dialog").getByRole("link").click();
  await web.waitForURL(/\/cart/);
  await page.waitForTimeout(1_200);
  await web.getByRole("link", { name: /去结算/ }).click();
  await web.waitForURL(/\/checkout(#|$)/);
  await page.waitForTimeout(1_200);
  await web.goto(shopUrl("/favourites"));
  await expect(web.getByText(title)).toBeVisible();
  await shoot(page, "61-favourites");
  await page.waitForTimeout(1_200);
  await page.goto("about:blank");
  const visitorId = await visitorOf(phone.context);
  const wanted = ["view", "dwell", "favourite", "cart"].map((kind) => `${kind} ${slug}`);
  await expect
    .poll(async () => await kindsOf(visitorId), { timeout: 15_000 })
    .toEqual(expect.arrayContaining([...wanted, "checkout", "view", "dwell"]));
  // Over five pages some messages, not one for each event.
  expect(told.length).toBeLessThanOrEqual(5);
});

test("a message that is sent again counts once", async () => {
  const [message] = told;
  const body = message?.postData() ?? "";
  const before = await countAll();
  const answer = await phone.context.request.post(shopUrl("/api/events"), { data: body });
  expect(answer.status()).toBe(204);
  expect(await countAll()).toBe(before);
});

test("a heart that is tapped again is empty, and the list with it", async ({ browser }) => {
  const again = await openPhone(browser, await newWechatUser("反悔的人"), shopUrl(`/p/${slug}`));
  await again.web.getByRole("button", { name: "收藏" }).click();
  await again.web.getByRole("button", { name: "已收藏" }).click();
  await expect(again.web.getByRole("button", { name: "收藏", exact: true })).toBeVisible();
  await again.web.goto(shopUrl("/favourites"));
  await expect(again.web.getByText("还没有收藏")).toBeVisible();
  await shoot(again.page, "62-no-favourites");
  await again.context.close();
});

test("staff who look at their own shop and machines that do are not counted", async ({
  browser,
}) => {
  const desk = await openDesk(browser);
  const spider = await browser.newContext({
    userAgent:
      "Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)",
  });
  const machine = await spider.newPage();
  const before = await countAll();
  for (const page of [desk, machine]) {
    await page.goto(shopUrl(`/p/${slug}`));
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
    await page.waitForTimeout(1_300);
    const [message] = await Promise.all([
      page.waitForRequest((request) => request.url().endsWith("/api/events")),
      // As somebody leaves; what a page sends while it is torn down cannot be seen from here.
      page.evaluate(() => dispatchEvent(new Event("pagehide"))),
    ]);
    expect(message.postDataJSON().events.length).toBeGreaterThan(1);
  }
  await desk.waitForTimeout(500);
  expect(await countAll()).toBe(before);
  await desk.context().close();
  await spider.close();
});
