import { expect, test } from "vitest";
import {
  payoutAccountInput,
  payoutIdentityVersion,
  payoutRequestInput,
  yuanInput,
} from "@/features/payouts/schema";

test.each([
  ["12.5", 1_250n],
  ["１２．５０", 1_250n],
  ["￥1,234.05", 123_405n],
  [" 0.3 ", 30n],
])("%s is read to the fen", (text, fen) => {
  expect(yuanInput.parse(text)).toBe(fen);
});

test.each([
  ["1.005", "too_many_decimals"],
  ["１．００５", "too_many_decimals"],
  ["-1", "negative"],
  ["0", "zero"],
  ["0.00", "zero"],
  ["", "empty"],
  ["ten", "not_a_number"],
  ["1e3", "not_a_number"],
  ["99999999999", "too_large"],
])("%s is refused as %s", (text, reason) => {
  const parsed = yuanInput.safeParse(text);
  expect(parsed.error?.issues.map(({ message }) => message)).toEqual([reason]);
});

test("nobody chooses what they are not asked", () => {
  const asked = { amount: "1", channel: "wechat", seenTaxFen: "0" };
  const forged = { ...asked, merchantId: "m", state: "paid", netFen: "9", distributorId: "d" };
  expect(payoutRequestInput.parse(forged)).toEqual({
    amount: 100n,
    channel: "wechat",
    seenTaxFen: 0n,
  });
});

const account = {
  realName: " 欧阳·小满 ",
  idNumber: "１１０１０５19491231002x",
  consented: true,
  consentVersion: payoutIdentityVersion,
};

test("an account is read as people type it, the card left out", () => {
  expect(payoutAccountInput.parse(account)).toEqual({
    ...account,
    realName: "欧阳·小满",
    idNumber: "11010519491231002X",
    bankName: "",
    bankCard: "",
  });
});

test.each([
  [{ realName: "张" }, "bad_name"],
  [{ realName: "张3" }, "bad_name"],
  [{ idNumber: "110105194912310021" }, "bad_id_number"],
  [{ consented: false }, "not_consented"],
  [{ consentVersion: "2020-01-01" }, "not_consented"],
  [{ bankName: "招商银行" }, "bank_incomplete"],
  [{ bankName: "招商银行", bankCard: "12" }, "bad_bank_card"],
])("%o is refused as %s", (change, reason) => {
  const parsed = payoutAccountInput.safeParse({ ...account, ...change });
  expect(parsed.error?.issues.map(({ message }) => message)).toContain(reason);
});
