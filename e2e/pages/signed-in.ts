import type { Browser, Page } from "@playwright/test";
import { shopUrl } from "@/e2e/pages/phone";

/** A phone's tab in a shop, signed in by the Cookie header that an HTTP sign-in gave. */
export async function openSignedIn(
  browser: Browser,
  cookie: string,
  host = "localhost",
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 375, height: 812 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  });
  const cookies = cookie.split("; ").map((part) => {
    const [name = "", value = ""] = part.split("=");
    return { name, value, url: shopUrl("/", host) };
  });
  await context.addCookies(cookies);
  return context.newPage();
}
