import { expect, test } from "vitest";
import { readPayoutInput } from "@/app/api/mall/payouts/read-payout-input";
import { payoutQuoteInput } from "@/features/payouts/schema";

function read(body: Record<string, unknown>) {
  const request = new Request("http://shop.test", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ channel: "wechat", ...body }),
  });
  return readPayoutInput(request, payoutQuoteInput);
}

test.each([
  ["100.5", 10_050n],
  ["　１ ００．５０ ", 10_050n],
  ["1,234.50", 123_450n],
  ["１，２３４．５", 123_450n],
  ["¥ 88", 8_800n],
])("%j is understood as %s fen", async (amount, fen) => {
  expect(await read({ amount })).toEqual({ ok: true, input: { amount: fen, channel: "wechat" } });
});

test.each([
  ["", "empty", "请填写金额。"],
  ["  ", "empty", "请填写金额。"],
  ["0", "zero", "金额要大于 0。"],
  ["0.00", "zero", "金额要大于 0。"],
  ["-5", "negative", "金额要大于 0。"],
  ["12.345", "too_many_decimals", "金额最多到分，请保留两位小数。"],
  ["一百", "not_a_number", "请只填数字，例如 128.50。"],
  ["99999999999", "too_large", "金额太大了，请核对。"],
])("%j is refused as %s, in words", async (amount, reason, sentence) => {
  expect(await read({ amount })).toEqual({ ok: false, reason, sentence });
});

test.each([
  [{ amount: 5 }],
  [{ amount: ["5"] }],
  [{}],
  [{ amount: "5", channel: "cash" }],
  [{ amount: "9".repeat(101) }],
])("what no form sends is a bad request: %j", async (body) => {
  await expect(read(body)).rejects.toMatchObject({ code: "bad_request" });
});

test("fields that are not the form's never arrive", async () => {
  const read1 = await read({ amount: "5", netFen: "1", state: "paid", distributorId: "x" });
  expect(read1).toEqual({ ok: true, input: { amount: 500n, channel: "wechat" } });
});
