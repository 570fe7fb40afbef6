import type { Browser, Page } from "@playwright/test";
import { shopUrl } from "@/e2e/pages/phone";

/** A tab of this project's phone, signed in by the Cookie header that an HTTP sign-in gave. */
export async function openSignedIn(browser: Browser, cookie: string): Promise<Page> {
  const context = await browser.newContext();
  const cookies = cookie.split("; ").map((part) => {
    const [name = "", value = ""] = part.split("=");
    return { name, value, url: shopUrl("/") };
  });
  await context.addCookies(cookies);
  return context.newPage();
}
