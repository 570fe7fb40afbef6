import { expect, test } from "vitest";
import { readTransferAnswer } from "@/features/payouts/components/open-transfer-page";

test.each([
  ["requestMerchantTransfer:ok", "shown"],
  ["requestMerchantTransfer:cancel", "closed"],
  ["requestMerchantTransfer:fail", "refused"],
  ["requestMerchantTransfer:fail:openid mismatch", "refused"],
  ["system:function_not_exist", "refused"],
  ["", "refused"],
])("WeChat's answer %j means %s", (message, meaning) => {
  expect(readTransferAnswer(message)).toBe(meaning);
});
