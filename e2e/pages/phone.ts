import type { Browser, BrowserContext, Frame, Page } from "@playwright/test";
import { browserInstance } from "@/e2e/browser-instance";

/** A page of the mall, in a tab of its own or in the phone's frame. */
export type Web = Page | Frame;

/** Someone's phone: the sandbox's WeChat with the mall in its in-app browser. */
export type Phone = { context: BrowserContext; page: Page; web: Frame };

/** The address of a path in the first shop. */
export function shopUrl(path: string, host = "localhost"): string {
  return `http://${host}:${browserInstance().webPort}${path}`;
}

/**
 * Takes a phone that was never used before and opens a page of the shop in WeChat.
 * @param user id of a sandbox user; two phones of one user are two browsers of one person
 */
export async function openPhone(browser: Browser, user: string, url: string): Promise<Phone> {
  const context = await browser.newContext();
  const page = await context.newPage();
  return { context, page, web: await browse(page, user, url) };
}

/** Opens an address in the in-app browser of this phone, as a tap on a card or a scan does. */
export async function browse(page: Page, user: string, url: string): Promise<Frame> {
  const query = new URLSearchParams({ user, url });
  await page.goto(`${browserInstance().sandboxUrl}/phone/browse?${query}`);
  const element = await page.waitForSelector("iframe.web-page", { state: "attached" });
  const web = await element.contentFrame();
  if (!web) throw new Error("the phone shows no page");
  await web.waitForURL((there) => there.port === String(browserInstance().webPort));
  await web.waitForLoadState();
  return web;
}

/** A plain tab on a phone without any WeChat around it, signed in at WeChat as `user` when one is given. */
export async function openTab(browser: Browser, user?: string): Promise<Page> {
  const context = await browser.newContext();
  if (user) await context.addCookies([wechatCookie(user)]);
  return context.newPage();
}

/** By this cookie the sandbox knows whose WeChat a browser belongs to. */
export function wechatCookie(user: string, domain = "localhost") {
  return { name: "wxsandbox_user", value: user, domain, path: "/" };
}
