import { expect, test } from "vitest";
import { readAnswer } from "@/features/payments/components/wechat-bridge";

test.each([
  ["get_brand_wcpay_request:ok", "ok"],
  ["get_brand_wcpay_request:cancel", "cancelled"],
  ["get_brand_wcpay_request:fail", "failed"],
  ["get_brand_wcpay_request:fail_no permission", "failed"],
  ["chooseWXPay:ok", "ok"],
  ["", "failed"],
])("the sheet's answer %j means %s", (message, meaning) => {
  expect(readAnswer(message)).toBe(meaning);
});
