import { expect } from "@playwright/test";
import { shoot, test } from "@/e2e/browser";
import { runDuty } from "@/e2e/pages/behind";
import { buyAndPay } from "@/e2e/pages/checkout-page";
import { goods } from "@/e2e/pages/demo";
import { openDesk, shipOrder } from "@/e2e/pages/desk";
import { openCommission, readEarnings } from "@/e2e/pages/distributor-pages";
import { openPhone, shopUrl } from "@/e2e/pages/phone";
import { readShareLinks } from "@/e2e/pages/share-page";
import { newWechatUser } from "@/e2e/pages/wechat-users";
import { AZHEN } from "@/prisma/seed/shops/demo-people";

test("where the merchant holds nothing back, a commission is available as soon as the goods are received", async ({
  browser,
}) => {
  const { slug, option } = goods.pork;
  const desk = await openDesk(browser);
  const setHoldDays = async (days: string) => {
    await desk.goto(shopUrl("/merchant/settings"));
    await desk.getByLabel("收货后结算等待天数").fill(days);
    await desk.getByRole("button", { name: "保存规则" }).click();
    await desk.getByText("已保存，对新订单生效。").waitFor();
  };
  await setHoldDays("0");
  const azhen = await openPhone(browser, AZHEN.id, shopUrl(`/share/product/${slug}`));
  const { card } = await readShareLinks(azhen.web);
  const friend = await openPhone(browser, await newWechatUser("赵一平"), card);
  const orderNo = await buyAndPay(friend, option);
  await setHoldDays("7");
  await shipOrder(desk, orderNo, "SF9876543210987");
  await desk.context().close();
  const before = await readEarnings(azhen.web, "可用佣金");

  await friend.web.goto(shopUrl(`/orders/${orderNo}`));
  await friend.web.getByRole("button", { name: "确认收货" }).click();
  await friend.web.getByRole("dialog").getByRole("button", { name: "已收到" }).click();
  await expect(friend.web.getByText("已签收，谢谢惠顾")).toBeVisible();
  await runDuty("settle-due-commissions");
  await expect
    .poll(() => readEarnings(azhen.web, "可用佣金"), { timeout: 20_000 })
    .toBe(before + 188n);
  await openCommission(azhen.web, orderNo);
  await expect(azhen.web.getByText("已结算", { exact: true })).toBeVisible();
  await expect(azhen.web.getByText(/已于.*转为可用/)).toBeVisible();
  await shoot(azhen.page, "19-commission-available");
  await azhen.context.close();
  await friend.context.close();
});
