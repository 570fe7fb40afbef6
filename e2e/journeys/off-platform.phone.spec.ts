import { expect, type Page } from "@playwright/test";
import { shoot, test } from "@/e2e/browser";
import { browserInstance } from "@/e2e/browser-instance";
import { openDesk } from "@/e2e/pages/desk";
import { openPhone, type Phone, shopUrl } from "@/e2e/pages/phone";
import { newWechatUser } from "@/e2e/pages/wechat-users";

const words = "加了好友以后，对方让我直接转账，说能便宜十块。";

test.describe.configure({ mode: "serial" });

let friend: Phone;
let desk: Page;
let sharer = "";

test.afterAll(async () => {
  await friend?.context.close();
  await desk?.context().close();
});

test("who came by a share reports its sharer from the product's page, without naming anybody", async ({
  browser,
}) => {
  const user = await newWechatUser("陶小满");
  friend = await openPhone(browser, user, shopUrl(`/s/${browserInstance().landmarks.shareCode}`));
  const { page } = friend;
  await friend.web.getByRole("link", { name: "举报站外交易" }).click();
  await friend.web.waitForURL(/\/report\?/);
  const choice = friend.web.getByLabel(/^介绍我来的人：/);
  await expect(choice).toBeChecked();
  const label = await friend.web.locator("label", { has: choice }).textContent();
  sharer = label?.split("：")[1] ?? "";
  await friend.web.getByRole("button", { name: "提交举报" }).click();
  await expect(friend.web.getByText("请写下发生了什么，至少 5 个字。")).toBeVisible();
  await friend.web.getByLabel("发生了什么").fill(words);
  await shoot(page, "85-report");
  await friend.web.getByRole("button", { name: "提交举报" }).click();
  await expect(friend.web.getByText("已收到您的举报。")).toBeVisible();
});

test("staff see who reported whom on the board, and write down what they found", async ({
  browser,
}) => {
  desk = await openDesk(browser, "operator");
  await desk.goto(shopUrl("/merchant/insights/anomalies"));
  const reported = desk.locator('[data-metric="offPlatformReports"] data');
  const before = Number(await reported.getAttribute("value"));
  expect(before).toBeGreaterThan(0);
  const findings = desk.getByRole("region", { name: "发现" });
  await expect(findings.getByRole("link", { name: sharer, exact: true })).toBeVisible();
  await shoot(desk, "86-anomalies");
  const row = desk
    .getByRole("region", { name: "站外交易举报" })
    .getByRole("row")
    .filter({ hasText: words });
  await expect(row).toContainText("未查看");
  await row.getByRole("link").first().click();
  await desk.getByLabel("结论").selectOption("dismissed");
  await desk.getByLabel("处理说明").fill("已电话核实，是误会。");
  await desk.getByRole("button", { name: "保存" }).click();
  await expect(desk.getByText("处理站外交易举报")).toBeVisible();
  await desk.goto(shopUrl("/merchant/insights/anomalies"));
  await expect(reported).toHaveAttribute("value", String(before - 1));
});
