import { expect, test } from "vitest";
import { quotePayout } from "@/domain/payouts/quote-payout";
import { LABOUR_INCOME_RULE_2019 } from "@/domain/tax/tax-rule";
import { describeTax } from "@/features/payouts/components/describe-tax";

function told(grossFen: bigint, priorGrossFen = 0n, priorTaxFen = 0n): string[] {
  const request = { grossFen, month: "2026-11", priorGrossFen, priorTaxFen };
  const { tax, taxFen } = quotePayout(LABOUR_INCOME_RULE_2019, request);
  return describeTax(tax, taxFen);
}

test("without tax it says so, and under which rule", () => {
  expect(told(80_000n)).toEqual([
    "同一个人同一个月的佣金合并为一次收入，本次计入 2026 年 11 月",
    "这是 2026 年 11 月的第一笔",
    "没有超过规定可减除的费用，不用缴税",
    "规则：劳务报酬所得预扣预缴（第 1 版）",
    "依据：国家税务总局公告 2018 年第 61 号《个人所得税扣缴申报管理办法（试行）》第八条",
  ]);
});

test("what was withdrawn before is named, and its tax is taken off", () => {
  const sentences = told(100_000n, 100_000n, 4_000n);
  expect(sentences).toContain("2026 年 11 月里此前已申请 ¥1,000.00，已代扣 ¥40.00");
  expect(sentences).toContain("连同这笔，2026 年 11 月共 ¥2,000.00");
  expect(sentences).toContain("减去规定的费用 ¥800.00，应纳税所得额 ¥1,200.00");
  expect(sentences).toContain("¥1,200.00 × 20% = ¥240.00");
  expect(sentences).toContain("本月合计应扣 ¥240.00，减去已扣 ¥40.00，本次扣 ¥200.00");
  expect(sentences.at(-1)).toMatch(/多退少补/);
});

test("in a higher bracket the quick deduction stands in the sum", () => {
  expect(told(3_000_000n)).toContain("¥24,000.00 × 30% − 速算扣除数 ¥2,000.00 = ¥5,200.00");
});
