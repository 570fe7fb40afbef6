import { expect } from "@playwright/test";
import sharp from "sharp";
import { shoot, test } from "@/e2e/browser";
import { goods } from "@/e2e/pages/demo";
import { openDesk } from "@/e2e/pages/desk";
import { openPhone, type Phone, shopUrl } from "@/e2e/pages/phone";
import { showsQrCodeOf } from "@/e2e/pages/read-qr";
import { readShareLinks } from "@/e2e/pages/share-page";
import { newWechatUser } from "@/e2e/pages/wechat-users";

test.describe.configure({ mode: "serial" });

let applicant: Phone;
const name = "何小满";

test.afterAll(async () => applicant?.context.close());

test("a customer reads that joining is free, and applies only after ticking the consent", async ({
  browser,
}) => {
  applicant = await openPhone(browser, await newWechatUser(name), shopUrl("/distribute"));
  const { web, page } = applicant;
  await expect(web.getByText("申请免费，不收任何费用，也不要求购买商品。")).toBeVisible();
  await shoot(page, "30-how-distributing-works");
  await apply(applicant, "想分享给小区里的邻居");
  await shoot(page, "31-application-received");
});

test("staff refuses with a reason, which the applicant reads", async ({ browser }) => {
  await decide(browser, async (desk) => {
    await desk.getByLabel("不通过的原因").fill("请写明您打算怎么向朋友介绍我们的粽子。");
    await desk.getByRole("button", { name: "不通过" }).click();
    await desk.getByText("已记录，申请人会看到原因。").waitFor();
    await shoot(desk, "32-refused-at-the-desk");
  });
  const { web, page } = applicant;
  await web.goto(shopUrl("/distribute"));
  await expect(web.getByText("这次申请没有通过")).toBeVisible();
  await expect(web.getByText(/请写明您打算怎么向朋友介绍/)).toBeVisible();
  await shoot(page, "33-refused");
});

test("she applies again, is approved, and the centre is hers", async ({ browser }) => {
  await applicant.web.getByRole("link", { name: "重新申请" }).click();
  await apply(applicant, "每周做一次试吃,把做法讲给邻居听");
  await decide(browser, async (desk) => {
    await desk.getByRole("button", { name: "通过", exact: true }).click();
    await desk.getByText("已通过，对方可以开始分享。").waitFor();
  });
  const { web, page } = applicant;
  await web.goto(shopUrl("/distribute"));
  await expect(web.getByText(`${name}，您好`)).toBeVisible();
  await shoot(page, "34-new-centre");
});

test("link, QR code and poster lead to her own link; the poster is crisp at 3x", async () => {
  const { web, page } = applicant;
  await web.goto(shopUrl(`/share/product/${goods.pork.slug}`));
  const links = await readShareLinks(web);
  await shoot(page, "35-share-tools");
  expect(new Set([links.card, links.poster, links.qr]).size).toBe(3);
  const poster = await (await page.request.get(links.posterSrc)).body();
  const { format, width } = await sharp(poster).metadata();
  expect({ format, width }).toEqual({ format: "png", width: 1125 });
  expect(await showsQrCodeOf(poster, links.poster)).toBe(true);
  expect(await showsQrCodeOf(poster, links.card)).toBe(false);
  const qr = await (await page.request.get(links.qrSrc)).body();
  expect(await showsQrCodeOf(qr, links.qr)).toBe(true);
  for (const link of [links.card, links.poster, links.qr]) {
    expect((await page.request.get(link)).status()).toBe(200);
  }
});

test("a link that she stops answers 410 with a way into the shop, and works again when restored", async () => {
  const { web, page } = applicant;
  const { card } = await readShareLinks(web);
  await web.goto(shopUrl("/distribute/links"));
  await shoot(page, "36-links");
  const row = web.locator("main li", { hasText: "微信卡片" });
  await row.getByRole("button", { name: "停用" }).click();
  await web.getByRole("dialog").getByRole("button", { name: "停用", exact: true }).click();
  await expect(row.getByRole("button", { name: "恢复" })).toBeVisible();
  await expect.poll(async () => (await page.request.get(card)).status()).toBe(410);
  await web.goto(card);
  await expect(web.getByText("这个分享链接已停用")).toBeVisible();
  await shoot(page, "37-stopped-link");
  await web.goto(shopUrl("/distribute/links"));
  await row.getByRole("button", { name: "恢复" }).click();
  await expect(row.getByRole("button", { name: "停用" })).toBeVisible();
  await expect.poll(async () => (await page.request.get(card)).status()).toBe(200);
});

async function apply({ web, page }: Phone, words: string): Promise<void> {
  if (!web.url().endsWith("/apply")) {
    const link = web.getByRole("link", { name: "申请成为分销员" });
    if (await link.isVisible()) await link.click();
  }
  await web.waitForURL(/\/distribute\/apply$/);
  await web.getByRole("textbox", { name: "展示名称" }).fill(name);
  await web.getByLabel("想对商家说的话").fill(words);
  await web.getByRole("button", { name: "提交申请" }).click();
  // The browser itself keeps the form back until the box is ticked.
  expect(new URL(web.url()).pathname).toBe("/distribute/apply");
  await web.getByRole("checkbox").check();
  await shoot(page, "30-apply");
  await web.getByRole("button", { name: "提交申请" }).click();
  await expect(web.getByText("申请已收到")).toBeVisible();
}

async function decide(
  browser: Parameters<typeof openDesk>[0],
  work: (desk: Awaited<ReturnType<typeof openDesk>>) => Promise<void>,
): Promise<void> {
  const desk = await openDesk(browser, "operator");
  await desk.goto(shopUrl("/merchant/distributors?status=applied"));
  await desk.getByRole("link", { name }).first().click();
  await desk.waitForURL(/\/merchant\/distributors\/[0-9a-f-]{36}/);
  await work(desk);
  await desk.context().close();
}
