import type { Browser, Locator, Page } from "@playwright/test";
import { browserInstance } from "@/e2e/browser-instance";
import { shopUrl } from "@/e2e/pages/phone";

type Role = "owner" | "operator" | "finance" | "warehouse";

/** The sign-in address of a member of the demo's first shop. */
export function staffEmail(role: Role): string {
  return `${role}@ruoli.example`;
}

const desktopAgent =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/134.0.0.0 Safari/537.36";

/** A desktop browser that nobody has signed in on. */
export async function openDeskBrowser(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    deviceScaleFactor: 1,
    isMobile: false,
    hasTouch: false,
    userAgent: desktopAgent,
  });
  return context.newPage();
}

export async function fillSignIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("邮箱").fill(email);
  await page.getByLabel("密码").fill(password);
  await page.getByRole("button", { name: "登录" }).click();
}

/** The dashboard of the first shop, signed in. */
export function openDesk(browser: Browser, role: Role = "owner"): Promise<Page> {
  return signIn(browser, staffEmail(role), "localhost");
}

/** That of the tea shop: for what would change the first one under other journeys. */
export function openTeaDesk(browser: Browser, role: Role): Promise<Page> {
  return signIn(browser, `${role}@yunjiao.example`, "tea.localhost");
}

async function signIn(browser: Browser, email: string, host: string): Promise<Page> {
  const page = await openDeskBrowser(browser);
  await page.goto(shopUrl("/merchant/sign-in", host));
  await fillSignIn(page, email, browserInstance().demoPassword);
  await page.waitForURL(/\/merchant$/);
  return page;
}

/** Ships a paid order, as the warehouse does. */
export async function shipOrder(desk: Page, orderNo: string, trackingNo: string): Promise<void> {
  await desk.goto(shopUrl(`/merchant/orders/${orderNo}`));
  await desk.getByLabel("快递公司").fill("顺丰速运");
  await desk.getByLabel("快递单号").fill(trackingNo);
  await desk.getByRole("button", { name: "发货" }).click();
  await desk.getByText("已标记发货").waitFor();
}

/** Types the password again where the page or one of its forms asks for it: for five minutes after it was given it does not. */
export async function givePassword(page: Page | Locator): Promise<void> {
  const field = page.getByLabel("您的登录密码").first();
  if (await field.isVisible()) await field.fill(browserInstance().demoPassword);
}
