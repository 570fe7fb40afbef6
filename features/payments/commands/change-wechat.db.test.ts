import { expect, test } from "vitest";
import { testMerchants } from "@/e2e/database";
import { addStaff } from "@/e2e/payout-fixtures";
import { changeWechat } from "@/features/payments/commands/change-wechat";
import { inMerchant } from "@/lib/db/in-merchant";
import { getWechatCredentials } from "@/lib/wechat/credentials";

const now = new Date("2026-06-01T04:00:00.000Z");

test("the payment account changes only after the password; secrets left empty stay what they were", async () => {
  const { a } = await testMerchants();
  const { merchantId, wechatCredentials: before } = a;
  const stored = () => inMerchant(merchantId, (tx) => getWechatCredentials(tx, merchantId));
  const input = {
    ...before,
    mchId: "1999999999",
    appSecret: "",
    merchantPrivateKeyPem: "",
    apiV3Key: "",
  };
  const openSessionOnly = await addStaff(a, now, false);
  expect(await changeWechat(openSessionOnly, input, now)).toEqual({
    ok: false,
    reason: "step_up_needed",
  });
  expect(await stored()).toEqual(before);
  expect(await changeWechat(await addStaff(a, now), input, now)).toEqual({ ok: true });
  expect(await stored()).toEqual({ ...before, mchId: "1999999999" });
});
