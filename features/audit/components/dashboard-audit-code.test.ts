import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { HISTORY_FIELDS } from "@/domain/history/mapping";
import { RFM_SEGMENTS } from "@/domain/metrics/rfm";
import type { PaymentMismatch } from "@/domain/orders/judge-payment";
import type { TransferMismatch } from "@/domain/payouts/judge-transfer";
import { SHOP_TROUBLES } from "@/domain/payouts/payout-trouble";
import { HAND_REASONS } from "@/domain/stock/movement-reason";
import { auditCode } from "@/features/audit/components/dashboard-audit-code";
import type { CloseReason } from "@/features/orders/commands/close-order";
import { HIDE_REASONS } from "@/features/reviews/schema";
import { staffRoles } from "@/features/staff/schema";

/** All members of a union: one that is added and not named here does not compile. */
const all = <Code extends string>(codes: Readonly<Record<Code, true>>) => Object.keys(codes);

const closed = all<CloseReason>({
  payment_overdue: true,
  cancelled_by_customer: true,
  cancelled_by_staff: true,
});
const quarantined = all<PaymentMismatch | TransferMismatch>({
  unknown_order: true,
  wrong_mchid: true,
  wrong_appid: true,
  wrong_currency: true,
  wrong_amount: true,
  second_transaction: true,
  transaction_reused: true,
  unknown_payout: true,
  wrong_number: true,
  second_transfer: true,
  wrong_openid: true,
  not_sent: true,
  contradicts_its_end: true,
});
const refunded = ["unknown_refund", "wrong_order", "wrong_transaction", "wrong_total"];
const unpaid = ["cancelled_by_distributor", "cancelled_by_merchant", "in_debt", "no_answer"];
const moved = ["opening", "counted", "imported", "adjusted", ...Object.keys(HAND_REASONS)];

const codes: readonly (readonly [string, readonly string[]])[] = [
  ["reason", [...closed, ...quarantined, ...refunded, ...unpaid, ...SHOP_TROUBLES, ...moved]],
  ["reason", ["former_number_unpaid", "refused_parameters"]],
  ["attributionMode", ["first_touch", "last_touch"]],
  ["channel", ["wechat", "bank"]],
  ["columns", HISTORY_FIELDS],
  ["failure", ["file_gone", "file_broken", "too_many_lines", "gave_up"]],
  ["hideReason", HIDE_REASONS],
  ["role", staffRoles],
  ["scope", ["sku", "product", "category", "grade", "merchant"]],
  ["segment", [...RFM_SEGMENTS, "all"]],
  ["before", RFM_SEGMENTS],
  ["status", ["active", "draft", "archived"]],
  ["verdict", ["upheld", "dismissed"]],
];

/** A catalogue as the screens read it. */
function catalogue(language: "zh" | "en") {
  const read = (name: string): unknown => {
    const file = join(import.meta.dirname, `../../../messages/${language}/${name}.json`);
    return JSON.parse(readFileSync(file, "utf8"));
  };
  const parts = ["payouts", "customers", "insights", "history", "reviews", "stock"];
  const messages = Object.assign(
    {},
    read("dashboard"),
    Object.fromEntries(parts.map((name) => [name, read(name)])),
  );
  const find = (key: string): unknown =>
    key.split(".").reduce<unknown>((at, part) => Object(at)[part], messages);
  return Object.assign((key: string) => String(find(key)), {
    has: (key: string) => typeof find(key) === "string",
  });
}

test("every code that an entry of the audit trail can note has a name in both languages", () => {
  for (const [detail, known] of codes) {
    for (const code of known) {
      expect(auditCode(detail, code, catalogue("zh")), `${detail} ${code}`).toMatch(
        /\p{Script=Han}/u,
      );
      expect(auditCode(detail, code, catalogue("en")), `${detail} ${code}`).toMatch(
        /^[A-Z][^\p{Script=Han}]+$/u,
      );
    }
  }
});

test("several codes are named one by one; what people wrote and WeChat's own codes stay", () => {
  const text = catalogue("zh");
  expect(auditCode("columns", "invoiceNo, code", text)).toBe("订单号 · 商品编码");
  expect(auditCode("reason", "平台显示：已关闭, 未付", text)).toBe("平台显示：已关闭, 未付");
  expect(auditCode("reason", "ACCOUNT_FROZEN", text)).toBe("ACCOUNT_FROZEN");
  expect(auditCode("trackingNo", "owner", text)).toBe("owner");
});
